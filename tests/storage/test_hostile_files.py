"""Files made to harm: refused at once, with little memory, and nothing is written."""

from __future__ import annotations

import json
import resource
import struct
import time
import zipfile
from pathlib import Path

import pytest

from kapjournal.clock import FixedClock
from kapjournal.errors import FileMissingError, KapjournalError, NotThatKindOfFileError
from kapjournal.journal import Journal, check_backup_file, restore_new


def parts(journal: Journal) -> dict[str, bytes]:
    with zipfile.ZipFile(journal.backups.make().path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path: Path, members: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


WRONG: dict[str, dict[str, object]] = {
    "naive": {"made": "2026-10-23T09:42:00"},
    "the first day of all": {"made": "0001-01-01T00:00:00+14:00"},
    "other format": {"format": "x"},
    "not a number": {"sequence": "many"},
    "endless": {"sequence": float("inf")},
    "nan": {"schema": float("nan")},
}


def hostile(kind: str, whole: dict[str, bytes], path: Path) -> Path:
    manifest = json.loads(whole["manifest.json"])
    match kind:
        case "bomb":
            return write(path, whole | {"journal.db": bytes(200_000_000)}, zipfile.ZIP_DEFLATED)
        case "large manifest":
            return write(path, whole | {"manifest.json": b" " * 70_000})
        case "deep":
            return write(path, whole | {"manifest.json": b"[" * 60_000})
        case "climbing":
            return write(path, whole | {"../outside": b"x"})
        case "says it is long":
            return _with_a_long_list(path)
        case "twice":
            changed = json.dumps(manifest)[:-1] + ', "sequence": 7}'
        case "no object":
            changed = "[]"
        case _:
            changed = json.dumps(manifest | WRONG[kind])
    return write(path, whole | {"manifest.json": changed.encode()})


def _with_a_long_list(path: Path) -> Path:
    """An archive of nothing but a hole, which its end calls the list of its members."""
    hole = 3 << 30
    with path.open("wb") as file:
        file.truncate(hole)
        file.seek(hole)
        file.write(struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 3, 3, hole - 1, 1, 0))
    return path


@pytest.mark.parametrize(
    "kind",
    [
        "bomb",
        "large manifest",
        "deep",
        "climbing",
        "no object",
        "twice",
        "says it is long",
        *WRONG,
    ],
)
def test_a_hostile_backup_is_refused(
    journal: Journal, tmp_path: Path, clock: FixedClock, passphrase: str, kind: str
) -> None:
    path = hostile(kind, parts(journal), tmp_path / "a.kapbackup")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    with pytest.raises(NotThatKindOfFileError):
        check_backup_file(path)
    with pytest.raises(KapjournalError):
        restore_new(path, tmp_path / "new", passphrase, clock)
    assert time.process_time() - began < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000
    assert not (tmp_path / "new").exists()
    assert not (tmp_path / "outside").exists()


def test_control_the_unchanged_backup_is_taken(
    journal: Journal, tmp_path: Path, clock: FixedClock, passphrase: str
) -> None:
    restore_new(write(tmp_path / "a.kapbackup", parts(journal)), tmp_path / "new", passphrase, clock)


def test_no_zip_and_no_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\x00" * 10_000)
    with pytest.raises(NotThatKindOfFileError):
        check_backup_file(tmp_path / "a")
    with pytest.raises(FileMissingError):
        check_backup_file(tmp_path / "b")
