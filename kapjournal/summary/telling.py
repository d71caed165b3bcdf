"""How far a long export is; whoever hears it may stop it by raising CancelledError, and then no file is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

Tell = Callable[[float], object]
"""Hears a share of 1; what it answers is not asked for."""
T = TypeVar("T")
EVERY = 500


def quietly(_share: float) -> None:
    """Tell nobody."""


def part(tell: Tell, first: float, last: float) -> Tell:
    """Return what tells of a stretch of the whole."""

    def told(share: float) -> None:
        tell(first + share * (last - first))

    return told


def counted(items: Iterable[T], tell: Tell, of: Sized) -> Iterator[T]:
    """Yield the items, and tell now and then how many of them are done."""
    total = max(len(of), 1)
    for at, item in enumerate(items):
        if at % EVERY == 0:
            tell(at / total)
        yield item
