"""Standard input, output and error, made sound before a command runs: whoever starts one may have closed them."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress


class _Closed(io.RawIOBase):
    """An output that was closed: nothing can be written to it, and that is said and not swallowed."""

    def writable(self) -> bool:
        return True

    def write(self, _data: object, /) -> int:
        raise OSError(errno.EBADF, "closed")


def make_sound() -> None:
    """Give what is closed a place of its own, and let no sign that an encoding lacks end a command."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123  # for as long as the program runs
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(_Closed(), encoding="utf-8", write_through=True)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # likewise
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def let_go() -> None:
    """Send what still waits to be written nowhere: at the end of the program it would be tried, and told, once more."""
    with suppress(OSError, ValueError):
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # likewise
        os.dup2(nowhere.fileno(), 1)
        sys.stdout = nowhere
