"""A goal: what was measured, what the limit took in the same run, and at most how many times that it may take."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """One line of the result, in `unit`; `at_most` is the factor between both, None where it is only told."""

    name: str
    entries: int | None
    ours: float
    limit: float
    at_most: float | None
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """How many times the limit."""
        return self.ours / self.limit if self.limit else float("inf") if self.ours else 0.0

    @property
    def held(self) -> bool:
        """Whether the goal is reached."""
        return self.at_most is None or self.ours <= self.limit * self.at_most

    @property
    def line(self) -> str:
        """The goal as a row of the table."""
        entries = f"{self.entries:,}" if self.entries is not None else ""
        figures = f"{self.ours:>10.2f} {self.limit:>10.2f} {self.unit:<7}"
        told = f"{self.name:<52} {entries:>8} {figures} {self.ratio:>6.2f}"
        return told if self.at_most is None else f"{told}  at most {self.at_most:.2f}  {self.word}"

    @property
    def word(self) -> str:
        """What became of it."""
        return "held" if self.held else "MISSED"


HEAD = f"{'goal':<52} {'entries':>8} {'ours':>10} {'limit':>10} {'unit':<7} {'ratio':>6}"


def side_by_side(ours: Callable[[], object], limit: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The medians of both in milliseconds, taken in turns so that what else the machine does meets both alike."""
    ours_ms, limit_ms = [], []
    for turn in range(rounds + 1):
        first, second = (ours, limit) if turn % 2 else (limit, ours)
        times = {first: once(first), second: once(second)}
        if turn:  # the first turn warms both up
            ours_ms.append(times[ours])
            limit_ms.append(times[limit])
    return statistics.median(ours_ms), statistics.median(limit_ms)


def once(work: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
