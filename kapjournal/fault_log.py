"""What is written down about a fault: kinds of errors and places in the code, never words of a person."""

from __future__ import annotations

import sys
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from kapjournal.paths import log_dir

NAME = "kapjournal.log"
_MOST_BYTES = 256 * 1024


def log_path() -> Path:
    """Return the log's place."""
    return log_dir() / NAME


def write_fault(
    kind: type[BaseException], trace: TracebackType | None, path: Path | None = None
) -> Path | None:
    """Append a fault to the log and return the log's place, or None if it could not be written."""
    path = path if path is not None else log_path()
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_name(path.name + ".before"))
        with path.open("a", encoding="utf-8") as file:
            file.write(described(kind, trace))
        return path
    return None


def described(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the kind of an error and the places it passed; its message may hold words of a person and is left out."""
    from kapjournal import __version__

    head = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}Z kapjournal {__version__} python {sys.version.split()[0]}"
    places = [
        f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    ]
    return "\n".join([f"{head} {kind.__module__}.{kind.__qualname__}", *places, ""])


def _place(filename: str) -> str:
    """Return the last parts of a path: a home folder's name is nobody's business."""
    return "/".join(Path(filename).parts[-3:])
