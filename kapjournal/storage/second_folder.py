"""A second place for backups: a stick, a synced folder. It may be away; then that is said, and nothing fails."""

from __future__ import annotations

import contextlib
import hashlib
import os
from datetime import datetime
from pathlib import Path

from kapjournal.domain.backup import SecondFolder
from kapjournal.errors import FolderNotWritableError, KapjournalError
from kapjournal.storage import meta
from kapjournal.storage.atomic import TEMPORARY, failure, replace
from kapjournal.storage.engine import Database

_CHUNK = 1 << 20


def chosen(database: Database) -> SecondFolder | None:
    """Return the second place, if one was chosen."""
    with database.alone() as driver:
        path = meta.read(driver, meta.SECOND_FOLDER)
        last = meta.read(driver, meta.SECOND_LAST_COPY)
    if path is None:
        return None
    return SecondFolder(
        Path(path), Path(path).is_dir(), None if last is None else datetime.fromisoformat(last)
    )


def choose(database: Database, path: Path | None) -> None:
    """Choose the second place, or none. Raises FolderNotWritableError."""
    if path is not None and (not path.is_dir() or not os.access(path, os.W_OK)):
        raise FolderNotWritableError(path)
    meta.note(database, meta.SECOND_FOLDER, None if path is None else str(path.absolute()))
    meta.note(database, meta.SECOND_LAST_COPY, None)


def bring(database: Database, backup: Path, now: datetime) -> Path | None:
    """Copy a backup there, and read the copy back; None where the place is away, full, or loses what it is given."""
    place = chosen(database)
    if place is None or not place.present:
        return None
    target = place.path / backup.name
    try:
        copy_file(backup, target)
    except KapjournalError:
        return None
    meta.note(database, meta.SECOND_LAST_COPY, now.isoformat())
    return target


def copy_file(source: Path, target: Path) -> None:
    """Copy a file so that it is there whole or not at all, and prove it by reading it back.

    Raises DiskFullError, FolderNotWritableError.
    """
    unfinished = target.with_name(f"{target.name}{TEMPORARY}copy")
    try:
        wanted = hashlib.sha256()
        with (
            source.open("rb") as reading,
            os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as writing,
        ):
            while chunk := reading.read(_CHUNK):
                wanted.update(chunk)
                writing.write(chunk)
            writing.flush()
            os.fsync(writing.fileno())
        with unfinished.open("rb") as copied:
            if hashlib.file_digest(copied, "sha256").digest() != wanted.digest():
                raise FolderNotWritableError(target)
        replace(unfinished, target)
    except OSError as error:
        raise failure(error, target) from error
    finally:
        with contextlib.suppress(OSError):  # the place may have gone meanwhile
            unfinished.unlink(missing_ok=True)
