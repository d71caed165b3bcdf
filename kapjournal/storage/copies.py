"""A compact copy of the open database under the same key, and the digest of what it must hold."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kapjournal.storage import meta
from kapjournal.storage.atomic import TEMPORARY, failure
from kapjournal.storage.engine import Database
from kapjournal.storage.progress import Telling
from kapjournal.storage.proving import digest


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied: the digest of its rows, its schema, how often it had been saved."""

    digest: str
    schema: int
    saves: int


def copy(database: Database, target: Path, digest_by: bytes, tell: Telling) -> Copied:
    """Write the copy, durably; it counts only once it was proved.

    Raises DiskFullError, FolderNotWritableError, JournalDamagedError, CancelledError.
    """
    with database.alone() as driver, tell.inside(driver):
        driver.execute("VACUUM INTO ?", (str(target),))
        tell(0.6)
        copied = Copied(
            digest=digest(driver, digest_by, tell.part(0.6, 1.0)),
            schema=int(driver.execute("PRAGMA user_version").fetchone()[0]),
            saves=meta.saves(driver),
        )
    settle(target)
    return copied


def settle(path: Path) -> None:
    """Close a finished file to others and make it durable."""
    try:
        path.chmod(0o600)
        handle = os.open(path, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise failure(error, path) from error


@contextmanager
def unfinished(folder: Path, purpose: str) -> Iterator[Path]:
    """A place for a database in the making; what lies there is gone afterwards."""
    path = folder / f"journal.db{TEMPORARY}{purpose}"
    remove(path)
    try:
        yield path
    finally:
        remove(path)


def remove(path: Path) -> None:
    """Remove a database that is not the journal's, with what SQLite may have left beside it."""
    for one in (path, Path(f"{path}-journal")):
        with contextlib.suppress(OSError):
            one.unlink(missing_ok=True)
