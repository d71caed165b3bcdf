"""Everything of a journal, written into a folder that needs no program to read."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import Any

from kapjournal.errors import NotAJournalFolderError
from kapjournal.exchange.plain_folder import PlainTable, plain_files
from kapjournal.journal.book import Book
from kapjournal.storage import dump
from kapjournal.storage.atomic import TEMPORARY, failure, sync_folder, write_atomically
from kapjournal.storage.folder import is_journal
from kapjournal.storage.progress import Telling

_TELL_EVERY = 100


def files_of(book: Book, tell: Telling) -> dict[str, bytes]:
    """The content of each file by its path; no clock, version or path is in it. Raises CancelledError."""
    with book.reading() as tx:
        total = max(1, dump.entry_count(tx))
        entries: list[dict[str, Any]] = []
        for entry in dump.entries(tx, book.by_kind):
            if len(entries) % _TELL_EVERY == 0:
                tell(len(entries) / total)
            entries.append(entry)
        tables = [PlainTable(t.name, t.columns, t.rows) for t in dump.tables(tx)]
        own = {measure.key: measure.name for measure in book.stores.measures.all(tx) if measure.name}
    return plain_files(entries, tables, own)


def write(book: Book, folder: Path, tell: Telling) -> None:
    """Write the folder, whole or not at all; it must be new or empty.

    Raises NotAJournalFolderError (it holds something else), DiskFullError, FolderNotWritableError, CancelledError.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotAJournalFolderError(folder)
    if is_journal(folder.parent):
        raise NotAJournalFolderError(folder.parent)  # where nobody looks for what is in the open
    files = files_of(book, tell.part(0.0, 0.7))
    unfinished = None
    try:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=f"{folder.name[:40]}{TEMPORARY}", dir=folder.parent))
        for number, (name, data) in enumerate(files.items()):
            path = unfinished / name
            path.parent.mkdir(mode=0o700, exist_ok=True)
            write_atomically(path, data)
            tell(0.7 + 0.3 * number / len(files))
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise failure(error, folder) from error
    finally:
        if unfinished is not None:
            with contextlib.suppress(OSError):
                shutil.rmtree(unfinished)
