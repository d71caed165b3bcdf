"""A file that only takes up room, given up on a full disk so that what was being written can still be kept."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from kapjournal.errors import KapjournalError
from kapjournal.storage.atomic import write_atomically

NAME = "reserve"
SIZE = 400_000


def keep(folder: Path) -> None:
    """Set the room aside, where there is any."""
    path = folder / NAME
    with contextlib.suppress(OSError):
        if path.stat().st_size == SIZE:
            return
    with contextlib.suppress(KapjournalError):
        # Random, so that a file system that compresses sets the room aside all the same.
        write_atomically(path, os.urandom(SIZE))


def release(folder: Path) -> bool:
    """Give the room up; False where there was none."""
    try:
        (folder / NAME).unlink()
    except OSError:
        return False
    return True
