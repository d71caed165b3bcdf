"""Opening a journal for one command, and closing it whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kapjournal.cli.passphrase import passphrase
from kapjournal.clock import Clock
from kapjournal.errors import JournalExistsError, JournalMissingError, NotAJournalFolderError
from kapjournal.journal import Journal, is_journal


@contextmanager
def unlocked(folder: Path, passphrase_file: str | None, clock: Clock) -> Iterator[Journal]:
    """The open journal. A folder without one is told before the passphrase is asked for."""
    if not is_journal(folder):
        raise NotAJournalFolderError(folder) if folder.exists() else JournalMissingError(folder)
    journal = Journal.unlock(folder, passphrase(passphrase_file), clock)
    try:
        yield journal
    finally:
        journal.close()


def refuse_taken(folder: Path) -> None:
    """Tell of a folder that cannot become a journal before a passphrase is asked for."""
    if is_journal(folder):
        raise JournalExistsError(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotAJournalFolderError(folder)
