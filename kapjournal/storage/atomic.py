"""The journal's own files, there whole or not at all; what fails is one of our errors."""

from __future__ import annotations

from pathlib import Path

from kapjournal.errors import DiskFullError, FolderNotWritableError, KapjournalError
from kapjournal.whole_file import FULL, TEMPORARY, place_of, replace, sync_folder, write_whole

__all__ = ["TEMPORARY", "failure", "place_of", "replace", "sync_folder", "write_atomically"]


def failure(error: OSError, path: Path) -> KapjournalError:
    """Say which of our errors a failed write is."""
    return DiskFullError() if error.errno in FULL else FolderNotWritableError(path)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file by `data`, mode 0600, durable when this returns.

    Raises DiskFullError or FolderNotWritableError; then the old file is as it was and nothing is left behind.
    """
    try:
        write_whole(path, data)
    except OSError as error:
        raise failure(error, path) from error
