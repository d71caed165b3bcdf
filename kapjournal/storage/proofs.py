"""When a backup was proved again after it was made, and by what; a small file beside the backups, without secrets."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kapjournal.bounded_file import read_file
from kapjournal.domain.backup import ProvedBy
from kapjournal.errors import FileMissingError, FileTooLargeError
from kapjournal.storage.atomic import write_atomically

NAME = "proofs.json"
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof; `by` is None where the backup failed it."""

    at: datetime
    by: ProvedBy | None


def read(folder: Path) -> dict[int, Proof]:
    """Read what was noted; nothing where the file is not there or not ours."""
    try:
        plain = json.loads(read_file(folder / NAME, _MOST_BYTES))
        return {
            int(sequence): Proof(datetime.fromisoformat(at), None if by is None else ProvedBy(by))
            for sequence, (at, by) in plain.items()
        }
    except (FileMissingError, FileTooLargeError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def note(folder: Path, sequence: int, proof: Proof | None) -> None:
    """Note a proof, or forget what was noted. Raises DiskFullError, FolderNotWritableError."""
    found = read(folder)
    if proof is None and sequence not in found:
        return
    if proof is None:
        del found[sequence]
    else:
        found[sequence] = proof
    plain = {
        str(number): [one.at.isoformat(), None if one.by is None else one.by.value]
        for number, one in sorted(found.items())
    }
    write_atomically(folder / NAME, json.dumps(plain, indent=1).encode())
