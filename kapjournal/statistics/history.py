"""One measure over a range of days: everything that its chart, its sentence and its table rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kapjournal.statistics.breaks import Gap, gaps, stops
from kapjournal.statistics.coverage import Coverage, coverage
from kapjournal.statistics.day_values import DayValues, day_values
from kapjournal.statistics.observations import Floats, Observations
from kapjournal.statistics.rolling import WINDOW_DAYS, rolling_band, rolling_median, windows

LEAD_DAYS = WINDOW_DAYS - 1
"""How many days before a range its first running median looks back to: read them too."""


@dataclass(frozen=True, eq=False, slots=True)
class History:
    """A measure from the first to the last day of a range; the arrays have one row a day."""

    shown: Observations
    """Every check-in of the range."""
    days: DayValues
    median: Floats
    """Running median, NaN where it is not drawn."""
    band_low: Floats
    band_high: Floats
    gaps: tuple[Gap, ...]
    coverage: Coverage

    @property
    def first_day(self) -> int:
        """The ordinal of the first day."""
        return self.days.first_day

    @property
    def last_day(self) -> int:
        """The ordinal of the last day."""
        return self.days.first_day + len(self.days) - 1


def history(given: Observations, first_day: int, last_day: int, dosing_days: Iterable[int] = ()) -> History:
    """Return a measure's history between two days (ordinals, both included).

    `given` may reach further; it should hold the six days before the range, which the first running medians look
    back on. On dosing days the line and the band break, and their check-ins take no part in either.
    Raises ValueError where the last day lies before the first. Source: clinical reference 6.0, 6.1, 6.8.
    """
    dosing = frozenset(dosing_days)
    with_lead = day_values(given, first_day - LEAD_DAYS, last_day)
    seven = windows(with_lead.without(dosing).medians)
    low, high = rolling_band(seven)
    days = with_lead.between(first_day, last_day)
    stopped = stops(days, dosing)
    return History(
        shown=given.between(first_day, last_day),
        days=days,
        median=np.where(stopped, np.nan, rolling_median(seven)[LEAD_DAYS:]),
        band_low=np.where(stopped, np.nan, low[LEAD_DAYS:]),
        band_high=np.where(stopped, np.nan, high[LEAD_DAYS:]),
        gaps=gaps(days),
        coverage=coverage(days),
    )
