"""Opening a journal for one command, and closing it whatever happens."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kapjournal.cli.passphrase import passphrase
from kapjournal.clock import Clock
from kapjournal.errors import (
    FolderNotWritableError,
    JournalExistsError,
    JournalMissingError,
    LeftOpenElsewhereError,
    NotAJournalFolderError,
)
from kapjournal.journal import Journal, is_journal
from kapjournal.words.errors import sentence
from kapjournal.words.language import _


@contextmanager
def unlocked(folder: Path, passphrase_file: str | None, clock: Clock) -> Iterator[Journal]:
    """The open journal. A folder without one is told before the passphrase is asked for."""
    with _may_be_looked_at(folder):
        if not is_journal(folder):
            raise NotAJournalFolderError(folder) if folder.exists() else JournalMissingError(folder)
    journal = _unlock(folder, passphrase(passphrase_file), clock)
    try:
        yield journal
    finally:
        journal.close()


def _unlock(folder: Path, secret: str, clock: Clock) -> Journal:
    """Open it; where another computer left it open, ask whether it still is, if anybody is there to be asked."""
    try:
        return Journal.unlock(folder, secret, clock)
    except LeftOpenElsewhereError as error:
        if not sys.stdin.isatty():
            raise
        click.echo(sentence(error), err=True)
        if not click.confirm(_("It is not open there: open it"), err=True):
            raise
    return Journal.unlock(folder, secret, clock, taking_over=True)


def refuse_taken(folder: Path) -> None:
    """Tell of a folder that cannot become a journal before a passphrase is asked for."""
    with _may_be_looked_at(folder):
        if is_journal(folder):
            raise JournalExistsError(folder)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise NotAJournalFolderError(folder)


@contextmanager
def _may_be_looked_at(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError:
        raise FolderNotWritableError(folder) from None
