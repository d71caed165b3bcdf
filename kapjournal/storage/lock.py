"""One program at a time: a lock file that the operating system holds and lets go of, even after a crash."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from kapjournal.bounded_file import read_file
from kapjournal.errors import (
    FileMissingError,
    FileTooLargeError,
    FolderNotWritableError,
    JournalInUseError,
    LeftOpenElsewhereError,
)
from kapjournal.storage.atomic import failure

NAME = "lock"
_MOST_BYTES = 4_096
_LONGEST_HOST = 253


class JournalLock:
    """Held from opening to closing; who holds it is noted inside, until it is let go.

    The system's own lock is not seen by another computer that has the folder by way of a synced or a shared disk; so a
    note that another computer left is respected, until a person says that it does not hold.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        # Not bound to a thread: a journal may be opened by a worker and closed by the window.
        self._lock = FileLock(
            self._path,
            timeout=0,
            mode=0o600,
            thread_local=False,
            fallback_to_soft=False,
            preserve_lock_file=True,
        )

    def acquire(self, since: datetime, *, taking_over: bool = False) -> None:
        """Take the lock. Raises JournalInUseError with who holds it, or FolderNotWritableError.

        Raises LeftOpenElsewhereError where another computer noted that it holds it, unless `taking_over`.
        """
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise self._in_use() from error
        except OSError as error:
            raise failure(error, self._path) from error
        if not self._path.is_file():
            # A pipe can be locked, too; but what is no file takes no note.
            self._lock.release(force=True)
            raise FolderNotWritableError(self._path)
        elsewhere = None if taking_over else self._elsewhere()
        if elsewhere is not None:
            self._lock.release(force=True)
            raise elsewhere
        self._note(since)

    def release(self) -> None:
        """Let go, and say so; nothing happens where it is not held."""
        if self._lock.is_locked:
            with suppress(OSError):
                os.truncate(self._path, 0)
        self._lock.release(force=True)

    def _elsewhere(self) -> LeftOpenElsewhereError | None:
        noted = self._noted()
        if noted is None or noted[0] == socket.gethostname():
            return None
        return LeftOpenElsewhereError(*noted)

    def _note(self, since: datetime) -> None:
        note = {"host": socket.gethostname(), "process": os.getpid(), "since": since.isoformat()}
        data = json.dumps(note).encode()
        try:
            handle = os.open(self._path, os.O_WRONLY)
        except OSError as error:
            self._lock.release(force=True)
            raise FolderNotWritableError(self._path) from error
        try:
            os.ftruncate(handle, 0)
            os.write(handle, data)
        except OSError:
            pass  # on a full disk the message names no host; the lock holds all the same
        finally:
            os.close(handle)

    def _in_use(self) -> JournalInUseError:
        noted = self._noted()
        return JournalInUseError("") if noted is None else JournalInUseError(*noted)

    def _noted(self) -> tuple[str, datetime] | None:
        try:
            note = json.loads(read_file(self._path, _MOST_BYTES).decode("utf-8"))
            since = datetime.fromisoformat(note["since"])
            since.astimezone()  # at the ends of all days there is none
        except (
            FileMissingError,
            FileTooLargeError,
            ValueError,
            KeyError,
            TypeError,
            RecursionError,
            OverflowError,
        ):
            return None
        # It is shown: what a terminal would take for orders stays out.
        host = "".join(sign for sign in str(note["host"])[:_LONGEST_HOST] if sign.isprintable())
        return host, since
