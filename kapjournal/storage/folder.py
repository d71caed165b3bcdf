"""A journal's folder: which files lie in it, how it is made, and what is swept when it is opened."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from kapjournal.errors import (
    FolderNotWritableError,
    JournalExistsError,
    JournalMissingError,
    NotAJournalFolderError,
)
from kapjournal.paths import JOURNAL_FILES
from kapjournal.storage import key_slots, lock, reserve
from kapjournal.storage.atomic import TEMPORARY, failure

DATABASE = JOURNAL_FILES[0]
BACKUPS = "backups"
_OURS = {DATABASE, f"{DATABASE}-journal", key_slots.NAME, key_slots.MIRROR, lock.NAME, reserve.NAME, BACKUPS}
_UNIMPORTANT = {".DS_Store", "Thumbs.db", "desktop.ini", ".directory"}


def is_journal(folder: Path) -> bool:
    """Whether there is a journal, unlocked or not, whole or damaged."""
    return any((folder / name).is_file() for name in JOURNAL_FILES)


def make(folder: Path) -> None:
    """Make the folder of a new journal, readable by its owner alone.

    Raises JournalExistsError, NotAJournalFolderError (it holds something else), FolderNotWritableError, DiskFullError.
    """
    check_name(folder)
    try:
        if is_journal(folder):
            raise JournalExistsError(folder)
        if folder.exists() and (not folder.is_dir() or _foreign(folder)):
            raise NotAJournalFolderError(folder)
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        (folder / BACKUPS).mkdir(exist_ok=True)
        (folder / BACKUPS).chmod(0o700)
    except OSError as error:
        raise failure(error, folder) from error


def _foreign(folder: Path) -> bool:
    known = _OURS | _UNIMPORTANT
    return any(path.name not in known and TEMPORARY not in path.name for path in folder.iterdir())


def check_name(folder: Path) -> None:
    """Refuse a folder whose name is no text: the database takes none. Raises FolderNotWritableError."""
    try:
        str(folder.absolute()).encode("utf-8")
    except UnicodeEncodeError:
        raise FolderNotWritableError(folder) from None


def check(folder: Path) -> None:
    """Refuse a folder without a journal. Raises JournalMissingError, NotAJournalFolderError."""
    check_name(folder)
    if not folder.exists():
        raise JournalMissingError(folder)
    if not folder.is_dir():
        raise NotAJournalFolderError(folder)
    if not is_journal(folder):
        raise NotAJournalFolderError(folder) if _foreign(folder) else JournalMissingError(folder)


def sweep(folder: Path) -> None:
    """Remove what an interrupted program left half-written, and close the folder to others."""
    for place in (folder, folder / BACKUPS):
        with contextlib.suppress(OSError):
            for path in place.iterdir():
                if TEMPORARY in path.name:
                    path.unlink(missing_ok=True)
    close_to_others(folder)


def close_to_others(folder: Path) -> None:
    """Take away what rights others have, whatever the umask was."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        for place in (folder, folder / BACKUPS):
            if place.stat().st_mode & 0o077:
                place.chmod(0o700)
        for path in folder.iterdir():
            if path.is_file() and path.stat().st_mode & 0o077:
                path.chmod(0o600)
