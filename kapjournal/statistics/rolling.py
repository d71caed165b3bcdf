"""What the last seven days say: their running median and the band around it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kapjournal.statistics.observations import Floats, Integers

WINDOW_DAYS = 7
MEDIAN_NEEDS_DAYS = 3
BAND_NEEDS_DAYS = 5
BAND_LOW = 0.10
BAND_HIGH = 0.90


@dataclass(frozen=True, eq=False, slots=True)
class Windows:
    """The day values of the trailing seven calendar days of each day, today's included."""

    ordered: Floats
    """Shape (days, 7), each row from low to high; NaN, where a day has no value, at its end."""
    counts: Integers
    """How many of the seven have a value."""

    def quantile(self, share: float, needed: int) -> Floats:
        """Return a quantile of each window, linear between neighbours; NaN where fewer than `needed` have a value."""
        place = np.maximum(self.counts - 1, 0) * share
        below = place.astype(np.int64)
        rows = np.arange(len(self.counts))
        low, high = self.ordered[rows, below], self.ordered[rows, np.minimum(below + 1, WINDOW_DAYS - 1)]
        between = place - below
        with_high = np.where(between > 0, low + (high - low) * between, low)
        return np.where(self.counts >= needed, with_high, np.nan)


def windows(medians: Floats) -> Windows:
    """Return the trailing windows of day values, shape (days,), one row a calendar day, NaN where it has no value."""
    padded = np.concatenate((np.full(WINDOW_DAYS - 1, np.nan), medians))
    if not len(medians):
        return Windows(np.empty((0, WINDOW_DAYS)), np.empty(0, dtype=np.int64))
    # Sorting puts NaN last, so the count says where values end.
    ordered = np.sort(np.lib.stride_tricks.sliding_window_view(padded, WINDOW_DAYS), axis=1)
    return Windows(ordered, WINDOW_DAYS - np.count_nonzero(np.isnan(ordered), axis=1))


def rolling_median(seven: Windows) -> Floats:
    """Return the median of the day values of each window, in their unit.

    Shape (days,); NaN where fewer than three of the seven days have a value. Source: clinical reference 6.1.
    """
    return seven.quantile(0.5, MEDIAN_NEEDS_DAYS)


def rolling_band(seven: Windows) -> tuple[Floats, Floats]:
    """Return the 10th and the 90th percentile of the same day values, linear between neighbours.

    Shapes as in `rolling_median`; NaN where fewer than five of the seven days have a value.
    Source: clinical reference 6.0.
    """
    return seven.quantile(BAND_LOW, BAND_NEEDS_DAYS), seven.quantile(BAND_HIGH, BAND_NEEDS_DAYS)
