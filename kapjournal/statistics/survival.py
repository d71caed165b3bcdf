"""The share of sessions whose relief still lasted, where some were cut off before it ended."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

NEEDS_SESSIONS = 5


@dataclass(frozen=True, slots=True)
class Step:
    """The curve from one day on."""

    day: int
    share: float
    """Estimated share still lasting after that day, 0 to 1."""
    error: float
    """Greenwood's standard error of the share."""
    at_risk: int
    """Sessions still followed just before the day."""


@dataclass(frozen=True, slots=True)
class Survival:
    """A Kaplan–Meier curve: it begins at 1 on day 0 and steps down where relief ended."""

    steps: tuple[Step, ...]
    last_day: int
    """The longest time followed."""
    sessions: int
    ended: int

    @property
    def median(self) -> int | None:
        """The first day at which the share is half or less; None where it stays above."""
        return next((step.day for step in self.steps if step.share <= 0.5 + 1e-12), None)


def survival(lengths: Sequence[tuple[int, bool]]) -> Survival | None:
    """Return the curve of (days, whether it ended); None from fewer than five sessions.

    Share S = Π(1 − d/n), error S·√Σ d/(n(n − d)); where nobody is left the error is 0.
    Sources: Kaplan and Meier 1958, J. Am. Stat. Assoc. 53:457; Greenwood 1926; clinical reference 6.3.
    """
    if len(lengths) < NEEDS_SESSIONS:
        return None
    share, total = 1.0, 0.0
    steps: list[Step] = []
    for day in sorted({day for day, ended in lengths if ended}):
        at_risk = sum(length >= day for length, _ended in lengths)
        ends = sum(length == day and ended for length, ended in lengths)
        share *= 1 - ends / at_risk
        total += ends / (at_risk * (at_risk - ends)) if at_risk > ends else 0.0
        steps.append(Step(day, share, share * math.sqrt(total), at_risk))
    return Survival(
        tuple(steps), max(day for day, _ended in lengths), len(lengths), sum(ended for _day, ended in lengths)
    )
