"""Files that are there whole or not at all, for every room that writes one."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import time
from pathlib import Path

TEMPORARY = ".tmp-"
"""Stands in the name of every file that is still being written; such a file may be swept at any time."""
FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
"""The errors that mean that there is no room."""


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file by `data`, mode 0600, durable when this returns.

    Raises OSError; then the old file is as it was and nothing is left behind.
    """
    path = place_of(path)
    handle, name = tempfile.mkstemp(prefix=f"{path.name[:40]}{TEMPORARY}", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o600)
        replace(Path(name), path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def place_of(path: Path) -> Path:
    """Where a file really is: what a link leads to is replaced, and not the link.

    Raises OSError where something stands that is no file: a folder, a pipe, a device.
    """
    place = Path(os.path.realpath(path))
    if os.path.lexists(place) and not place.is_file():
        raise OSError(errno.EINVAL, "not a file")
    return place


def replace(source: Path, target: Path) -> None:
    """Put a finished file in its place; durable when this returns."""
    for attempt in range(10):
        try:
            source.replace(target)
            break
        except PermissionError:
            # Windows refuses while another program has the file open; that is over soon, or it is reported.
            if os.name != "nt" or attempt == 9:
                raise
            time.sleep(0.05)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
