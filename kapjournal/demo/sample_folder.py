"""The passing folder of a sample that is only looked at; what a kill leaves of it is swept at the next start."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from kapjournal.errors import DiskFullError, FolderNotWritableError
from kapjournal.paths import cache_dir

_MARKER = "this-is-a-kap-journal-sample"
_LOCK = "in-use.lock"
_PREFIX = "sample-"


def samples_root() -> Path:
    """Where passing samples live."""
    return cache_dir() / "samples"


class SampleFolder:
    """A folder that only this user can read, gone when the sample is closed."""

    def __init__(self, root: Path | None = None) -> None:
        """Make the folder; sweep what others left. Raises FolderNotWritableError or DiskFullError."""
        root = root if root is not None else samples_root()
        sweep(root)
        try:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
            # The window writes its sample on one thread and removes it on another.
            self._lock = FileLock(self.path / _LOCK, thread_local=False)
            # Locked before it is marked: a folder without a marker is never swept.
            self._lock.acquire(timeout=0)
            (self.path / _MARKER).touch(mode=0o600)
        except OSError as error:
            raise (DiskFullError() if error.errno == 28 else FolderNotWritableError(root)) from None

    def __enter__(self) -> SampleFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.remove()

    @property
    def journal(self) -> Path:
        """The journal's own folder."""
        return self.path / "journal"

    def remove(self) -> None:
        """Leave nothing behind."""
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)
        with suppress(OSError):
            self.path.parent.rmdir()


def sweep(root: Path | None = None) -> int:
    """Remove samples that nobody holds any more; returns how many. What is not marked as a sample is left alone."""
    root = root if root is not None else samples_root()
    swept = 0
    try:
        folders = [
            f for f in root.iterdir() if f.name.startswith(_PREFIX) and f.is_dir() and not f.is_symlink()
        ]
    except OSError:
        return 0
    for folder in folders:
        if (folder / _MARKER).is_file() and _nobody_holds(folder):
            shutil.rmtree(folder, ignore_errors=True)
            swept += 1
    return swept


def _nobody_holds(folder: Path) -> bool:
    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):
        return False
    lock.release()
    return True
