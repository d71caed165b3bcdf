"""The values of one measure as arrays in order of time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kapjournal.domain.columns import ValueColumns

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]

MINUTES_A_DAY = 1440
NOON_MIN = 720


@dataclass(frozen=True, eq=False, slots=True)
class Observations:
    """Check-ins that carry a value of one measure: arrays of one length, sorted by day, time, value.

    `days` are proleptic ordinals of journal days, `minutes` count from 00:00 of that day (-1: no time known),
    `values` are in the measure's own unit. A check-in without the value has no row.
    """

    days: Integers
    minutes: Integers
    values: Floats
    ordinary: Truths
    added_later: Truths
    entry_ids: Integers
    """Which entry each row comes from."""

    def __len__(self) -> int:
        return len(self.values)

    @property
    def times(self) -> Floats:
        """Shape (n,): where each check-in stands on the axis of days, as ordinal plus part of the day.

        A check-in without a time stands at noon; one after midnight stays within its journal day.
        """
        minutes = np.where(self.minutes < 0, NOON_MIN, np.minimum(self.minutes, MINUTES_A_DAY - 1))
        return self.days + minutes / MINUTES_A_DAY

    def between(self, first_day: int, last_day: int) -> Observations:
        """Return the check-ins of these days, both ends included."""
        first = int(np.searchsorted(self.days, first_day, "left"))
        return self._of(slice(first, int(np.searchsorted(self.days, last_day, "right"))))

    def making_day_values(self) -> Observations:
        """Return the ordinary check-ins: those just before or after a dose make no day's value."""
        return self._of(self.ordinary)

    def _of(self, rows: slice | Truths) -> Observations:
        return Observations(
            self.days[rows],
            self.minutes[rows],
            self.values[rows],
            self.ordinary[rows],
            self.added_later[rows],
            self.entry_ids[rows],
        )


def observations(columns: ValueColumns) -> Observations:
    """Return the columns of a read as sorted arrays.

    Raises ValueError where a value is not a finite number or the columns differ in length.
    """
    days = np.array(columns.days, dtype=np.int64)
    minutes = np.array(columns.minutes, dtype=np.int64)
    values = np.array(columns.values, dtype=np.float64)
    ordinary = np.array(columns.ordinary, dtype=np.bool_)
    added_later = np.array(columns.added_later, dtype=np.bool_)
    entry_ids = np.array(columns.entry_ids, dtype=np.int64)
    if len({len(entry_ids), len(days), len(minutes), len(values), len(ordinary), len(added_later)}) != 1:
        raise ValueError("columns of different lengths")
    if not np.isfinite(values).all():
        raise ValueError("a value is not a finite number")
    order = np.lexsort((values, minutes, days))
    return Observations(
        days[order], minutes[order], values[order], ordinary[order], added_later[order], entry_ids[order]
    )
