"""A wish to stop: Ctrl+C, and a wish of the system that the program ends."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

_WISHES = ("SIGINT", "SIGTERM", "SIGHUP")


def hear_the_end() -> None:
    """Let a wish of the system that the program ends, and a terminal that goes, stop a command as Ctrl+C does."""
    for number in _numbers():
        if signal.getsignal(number) is signal.SIG_DFL:
            _let_hear(number, _stop)


@contextmanager
def heeding(*, last: bool) -> Iterator[Callable[[], bool]]:
    """Only note a wish while long work goes on, which asks for it between its steps: none is cut off in the middle.

    After the `last` work of a command, which is done by then, a wish comes too late, and nobody is told that nothing
    was kept.
    """
    wanted = False

    def note(_number: int, _frame: FrameType | None) -> None:
        nonlocal wanted
        wanted = True

    before = {number: signal.getsignal(number) for number in _numbers()}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:  # as under nohup
            _let_hear(number, note)
    done = False
    try:
        yield lambda: wanted
        done = True
    finally:
        if not (last and done):
            for number, handler in before.items():
                _let_hear(number, handler)


def _numbers() -> tuple[signal.Signals, ...]:
    """Those that there are on this system."""
    return tuple(signal.Signals[name] for name in _WISHES if hasattr(signal, name))


def _let_hear(number: signal.Signals, handler: Any) -> None:
    with suppress(ValueError, TypeError):  # not in the main thread; a handler that is none of Python's
        signal.signal(number, handler)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
