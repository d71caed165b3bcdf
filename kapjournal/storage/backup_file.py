"""A backup as one file: a ZIP, stored, of what it is, the key slots, and the database; nothing else, no titles."""

from __future__ import annotations

import contextlib
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, datetime
from io import BufferedReader
from pathlib import Path

from kapjournal.bounded_file import open_file
from kapjournal.domain.backup import BackupReason
from kapjournal.errors import FileMissingError, NotThatKindOfFileError
from kapjournal.storage import key_slots
from kapjournal.storage.atomic import TEMPORARY, failure, place_of, replace
from kapjournal.storage.key_slots import KeySlots
from kapjournal.storage.progress import Telling

SUFFIX = ".kapbackup"
FORMAT = "kapjournal-backup"
VERSION = 1
MANIFEST, DATABASE = "manifest.json", "journal.db"
_MOST_SMALL = 65_536
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; nothing in it comes from what was written in the journal."""

    journal_id: str
    key_id: str
    sequence: int
    made: datetime
    reason: BackupReason
    schema: int
    saves: int
    digest: str

    def encode(self) -> bytes:
        """As JSON."""
        plain = {
            "format": FORMAT,
            "version": VERSION,
            "journal_id": self.journal_id,
            "key_id": self.key_id,
            "sequence": self.sequence,
            "made": self.made.isoformat(),
            "reason": self.reason.value,
            "schema": self.schema,
            "saves": self.saves,
            "digest": self.digest,
        }
        return json.dumps(plain, indent=1, sort_keys=True).encode()


def write(path: Path, manifest: Manifest, slots: KeySlots, database: Path, tell: Telling) -> None:
    """Write a backup that is there whole or not at all; durable when this returns.

    Raises DiskFullError, FolderNotWritableError, CancelledError.
    """
    try:
        path = place_of(path)
    except OSError as error:
        raise failure(error, path) from error
    unfinished = path.with_name(f"{path.name[:40]}{TEMPORARY}zip")
    try:
        with (
            os.fdopen(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive,
        ):
            archive.writestr(zipfile.ZipInfo(MANIFEST), manifest.encode())
            archive.writestr(zipfile.ZipInfo(key_slots.NAME), key_slots.encode(slots))
            size = database.stat().st_size
            with (
                database.open("rb") as source,
                archive.open(zipfile.ZipInfo(DATABASE), "w", force_zip64=True) as target,
            ):
                done = 0
                while chunk := source.read(_CHUNK):
                    target.write(chunk)
                    done += len(chunk)
                    tell(done / size)
            archive.close()
            file.flush()
            os.fsync(file.fileno())
        replace(unfinished, path)
    except OSError as error:
        raise failure(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


class _InPieces(BufferedReader):
    """A file that is read in pieces only: the sizes that a crafted archive tells of itself are not believed."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _CHUNK:
            raise zipfile.BadZipFile("longer than a piece")
        data = super().read(_CHUNK + 1 if size is None or size < 0 else size)
        if len(data) > _CHUNK:
            raise zipfile.BadZipFile("longer than a piece")
        return data


@contextmanager
def _reading(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a file as a backup. Raises FileMissingError, NotThatKindOfFileError."""
    try:
        with _InPieces(open_file(path).detach()) as file, zipfile.ZipFile(file) as archive:
            found = {info.filename: info for info in archive.infolist()}
            stored = all(info.compress_type == zipfile.ZIP_STORED for info in found.values())
            if sorted(archive.namelist()) != sorted((MANIFEST, key_slots.NAME, DATABASE)) or not stored:
                raise NotThatKindOfFileError(path, "backup")
            if max(found[MANIFEST].file_size, found[key_slots.NAME].file_size) > _MOST_SMALL:
                raise NotThatKindOfFileError(path, "backup")
            yield archive
    except OSError as error:
        raise FileMissingError(path) from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, KeyError) as error:
        raise NotThatKindOfFileError(path, "backup") from error


def read_manifest(path: Path) -> Manifest:
    """Read what a backup says of itself. Raises FileMissingError, NotThatKindOfFileError."""
    with _reading(path) as archive:
        return _manifest(path, archive)


def read_slots(path: Path) -> KeySlots:
    """Read the key slots of a backup. Raises FileMissingError, NotThatKindOfFileError, KeySlotsDamagedError."""
    with _reading(path) as archive:
        return key_slots.decode(archive.read(key_slots.NAME))


def _manifest(path: Path, archive: zipfile.ZipFile) -> Manifest:
    try:
        plain = json.loads(archive.read(MANIFEST), object_pairs_hook=_without_repetition)
        if plain["format"] != FORMAT or plain["version"] != VERSION:
            raise NotThatKindOfFileError(path, "backup")
        made = datetime.fromisoformat(plain["made"])
        if (
            made.tzinfo is None or not MINYEAR < made.year < MAXYEAR
        ):  # in every zone it is a day of the calendar
            raise NotThatKindOfFileError(path, "backup")
        return Manifest(
            journal_id=str(plain["journal_id"]),
            key_id=str(plain["key_id"]),
            sequence=int(plain["sequence"]),
            made=made,
            reason=BackupReason(plain["reason"]),
            schema=int(plain["schema"]),
            saves=int(plain["saves"]),
            digest=str(plain["digest"]),
        )
    except (TypeError, RecursionError, AttributeError, OverflowError) as error:
        raise NotThatKindOfFileError(path, "backup") from error


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse an object with the same name twice: two readers would read two things."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name twice")
    return found


def extract_database(path: Path, target: Path, tell: Telling) -> None:
    """Write the database of a backup, still encrypted, as a file.

    Raises FileMissingError, NotThatKindOfFileError, DiskFullError, FolderNotWritableError, CancelledError.
    """
    with _reading(path) as archive, archive.open(DATABASE) as source:
        size = max(1, archive.getinfo(DATABASE).file_size)
        try:
            with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                done = 0
                while chunk := source.read(_CHUNK):
                    file.write(chunk)
                    done += len(chunk)
                    tell(done / size)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise failure(error, target) from error
