"""What goes wrong below, as the errors of this program. No driver's message with values ever leaves this room."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from kapjournal.errors import (
    DiskFullError,
    FolderNotWritableError,
    JournalDamagedError,
    JournalInUseError,
    KapjournalError,
)

_FULL = ("database or disk is full",)
_NOT_WRITABLE = ("readonly database", "unable to open database file", "access permission denied")
_DAMAGED = (
    "not a database",
    "malformed",
    "disk i/o error",
    "out of memory",
    "corrupt",
    "no such table",
    "vtable constructor failed",
)


class LinkedRecordError(Exception):
    """A record cannot go while another points at it."""


def translated(error: BaseException, path: Path) -> KapjournalError | None:
    """Say which of our errors a driver's error is; None where it is a bug of ours."""
    original: BaseException | None = error.orig if isinstance(error, DBAPIError) else error
    message = str(original).lower()
    if any(part in message for part in _FULL):
        return DiskFullError()
    if any(part in message for part in _NOT_WRITABLE):
        return FolderNotWritableError(path)
    if "database is locked" in message:
        return JournalInUseError("")
    for part in _DAMAGED:
        if part in message:
            return JournalDamagedError(part)
    return None


@contextlib.contextmanager
def translating(path: Path) -> Iterator[None]:
    """Turn a driver's error into one of ours."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        if "foreign key constraint failed" in str(error).lower():
            raise LinkedRecordError from error
        known = translated(error, path)
        if known is None:
            raise
        raise known from error
