"""One value for each day: the median of its ordinary check-ins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kapjournal.statistics.middle import median
from kapjournal.statistics.observations import Floats, Integers, Observations, Truths


@dataclass(frozen=True, eq=False, slots=True)
class DayValues:
    """A run of calendar days without holes; all arrays have one row a day."""

    first_day: int
    """Proleptic ordinal of row 0."""
    medians: Floats
    """In the measure's unit; NaN where the day has no ordinary check-in: missing is never zero."""
    check_ins: Integers
    """How many check-ins the day has, those around a dose included."""

    def __len__(self) -> int:
        return len(self.medians)

    @property
    def days(self) -> Integers:
        """The ordinal of each row."""
        return np.arange(self.first_day, self.first_day + len(self), dtype=np.int64)

    @property
    def observed(self) -> Truths:
        """Whether the day has any check-in."""
        return self.check_ins > 0

    def rows(self, first_day: int, last_day: int) -> slice:
        """Return the rows of these days, both ends included, as far as they are there."""
        start = min(max(first_day - self.first_day, 0), len(self))
        return slice(start, min(max(last_day - self.first_day + 1, start), len(self)))

    def between(self, first_day: int, last_day: int) -> DayValues:
        """Return these days only, both ends included."""
        rows = self.rows(first_day, last_day)
        return DayValues(self.first_day + rows.start, self.medians[rows], self.check_ins[rows])

    def without(self, days: Iterable[int]) -> DayValues:
        """Return the same days, where the given ones have no value: dosing days are points only."""
        medians = self.medians.copy()
        for day in days:
            if 0 <= day - self.first_day < len(self):
                medians[day - self.first_day] = np.nan
        return DayValues(self.first_day, medians, self.check_ins)


def day_values(given: Observations, first_day: int, last_day: int) -> DayValues:
    """Return the day values of every day from first to last, both included (ordinals, first_day <= last_day).

    A day's value is the median of its ordinary check-ins; those just before or after a dose are left out.
    Raises ValueError where the last day lies before the first. Source: clinical reference 6.0.
    """
    if last_day < first_day:
        raise ValueError("the last day lies before the first")
    length = last_day - first_day + 1
    inside = given.between(first_day, last_day)
    check_ins = np.bincount(inside.days - first_day, minlength=length).astype(np.int64)
    medians = np.full(length, np.nan)
    rows, values = inside.days[inside.ordinary] - first_day, inside.values[inside.ordinary]
    if len(rows):
        order = np.lexsort((values, rows))
        rows, values = rows[order], values[order]
        starts = np.flatnonzero(np.diff(rows, prepend=-1))
        counts = np.diff(starts, append=len(rows))
        medians[rows[starts]] = (values[starts + (counts - 1) // 2] + values[starts + counts // 2]) / 2
    return DayValues(first_day, medians, check_ins)


def median_of_days(days: DayValues, first_day: int, last_day: int, needed: int = 3) -> float | None:
    """Return the median of the day values between two days (both included); None from fewer than `needed`."""
    values = days.medians[days.rows(first_day, last_day)]
    values = values[~np.isnan(values)]
    return median(values) if len(values) >= needed else None
