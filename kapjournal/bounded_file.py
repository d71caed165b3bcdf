"""Files from outside, read within bounds: only what is a file is opened, and no more is taken than is allowed."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path


def open_file(path: Path) -> BufferedReader:
    """Open a file to read. Raises OSError, also for a folder, a pipe and a device: they are no files that end."""
    try:
        file = open(path, "rb", opener=_without_waiting)  # noqa: SIM115  # no other takes an opener; the caller closes it
    except ValueError:
        raise OSError(errno.EINVAL, "no name of a file") from None
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "not a file")
    return file


def _without_waiting(name: str, flags: int) -> int:
    """Open a pipe as if somebody wrote into it: else the opening itself would wait, for ever."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def read_file(path: Path, most_bytes: int) -> bytes:
    """Read a whole file. Raises FileMissingError, FileTooLargeError."""
    # At first use: the first window reads its settings without them.
    from kapjournal.errors import FileMissingError, FileTooLargeError

    try:
        with open_file(path) as file:
            data = file.read(most_bytes + 1)
    except OSError:
        raise FileMissingError(path) from None
    if len(data) > most_bytes:
        raise FileTooLargeError(path, most_bytes)
    return data
