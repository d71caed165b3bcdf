"""How far a long export is; whoever hears it may stop it by raising CancelledError, and then no file is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYetError
from threading import Thread
from typing import TypeVar

Tell = Callable[[float], object]
"""Hears a share of 1; what it answers is not asked for."""
T = TypeVar("T")
EVERY = 500
LOOKS_S = 0.1
"""How long a stop waits for an answer, at most, while work that cannot be cut off goes on."""


def quietly(_share: float) -> None:
    """Tell nobody."""


def part(tell: Tell, first: float, last: float) -> Tell:
    """Return what tells of a stretch of the whole."""

    def told(share: float) -> None:
        tell(first + share * (last - first))

    return told


def beside(work: Callable[[], T], tell: Tell, share: float) -> T:
    """Do work that cannot be cut off, in a thread of its own, and return its result.

    Whoever stops it is answered at once: the work goes on to its end, and nobody hears of it any more.
    """
    answer: Future[T] = Future()

    def do_it() -> None:
        try:
            answer.set_result(work())
        except BaseException as error:
            answer.set_exception(error)

    Thread(target=do_it, name="summary").start()
    while True:
        try:
            return answer.result(LOOKS_S)
        except NotYetError:
            if answer.done():  # the work's own time ran out
                raise
            tell(share)


def counted(items: Iterable[T], tell: Tell, of: Sized) -> Iterator[T]:
    """Yield the items, and tell now and then how many of them are done."""
    total = max(len(of), 1)
    for at, item in enumerate(items):
        if at % EVERY == 0:
            tell(at / total)
        yield item
