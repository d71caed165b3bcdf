"""Where a line stops: stretches without a check-in, and dosing days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kapjournal.statistics.day_values import DayValues
from kapjournal.statistics.observations import Truths

LONGEST_BRIDGED_DAYS = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without a check-in, both ends included, as proleptic ordinals."""

    first_day: int
    last_day: int

    @property
    def length_days(self) -> int:
        """How many days it lasts."""
        return self.last_day - self.first_day + 1


def gaps(days: DayValues, longer_than: int = LONGEST_BRIDGED_DAYS) -> tuple[Gap, ...]:
    """Return the runs of more than `longer_than` days without any check-in, in order; also at both ends of the run.

    Source: clinical reference 6.0 and 6.8.
    """
    return tuple(
        Gap(days.first_day + start, days.first_day + end - 1)
        for start, end in runs(~days.observed)
        if end - start > longer_than
    )


def stops(days: DayValues, dosing_days: Iterable[int]) -> Truths:
    """Return where every line stops: in gaps, on dosing days, before the first and after the last check-in.

    Shape (days,), one row for each row of `days`. Source: clinical reference 6.0.
    """
    observed = np.flatnonzero(days.observed)
    if not len(observed):
        return np.ones(len(days), dtype=np.bool_)
    stopped = np.zeros(len(days), dtype=np.bool_)
    stopped[: observed[0]] = True
    stopped[observed[-1] + 1 :] = True
    for gap in gaps(days):
        stopped[days.rows(gap.first_day, gap.last_day)] = True
    for day in dosing_days:
        stopped[days.rows(day, day)] = True
    return stopped


def runs(truths: Truths) -> list[tuple[int, int]]:
    """Return the stretches of true rows as (start, end), the end not included."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], truths, [False])).astype(np.int8)))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]
