"""What the last seven days say: their running median and the band around it."""

from __future__ import annotations

import numpy as np

from kapjournal.statistics.observations import Floats

WINDOW_DAYS = 7
MEDIAN_NEEDS_DAYS = 3
BAND_NEEDS_DAYS = 5
BAND_LOW = 0.10
BAND_HIGH = 0.90


def rolling_median(medians: Floats) -> Floats:
    """Return the median of the day values in the trailing seven calendar days, today's included.

    `medians`: shape (days,), one row a calendar day, NaN where the day has no value. Same shape and unit out;
    NaN where fewer than three of the seven days have a value. Source: clinical reference 6.1.
    """
    return _quantile(medians, 0.5, MEDIAN_NEEDS_DAYS)


def rolling_band(medians: Floats) -> tuple[Floats, Floats]:
    """Return the 10th and the 90th percentile of the day values in the same seven days, linear between neighbours.

    Shapes as in `rolling_median`; NaN where fewer than five of the seven days have a value.
    Source: clinical reference 6.0.
    """
    return _quantile(medians, BAND_LOW, BAND_NEEDS_DAYS), _quantile(medians, BAND_HIGH, BAND_NEEDS_DAYS)


def _quantile(medians: Floats, share: float, needed: int) -> Floats:
    """Return a quantile of each trailing window; sorting puts NaN last, so the count says where values end."""
    padded = np.concatenate((np.full(WINDOW_DAYS - 1, np.nan), medians))
    if not len(medians):
        return medians.copy()
    windows = np.sort(np.lib.stride_tricks.sliding_window_view(padded, WINDOW_DAYS), axis=1)
    counts = np.count_nonzero(~np.isnan(windows), axis=1)
    place = np.maximum(counts - 1, 0) * share
    below = np.floor(place).astype(np.int64)
    above = np.ceil(place).astype(np.int64)
    rows = np.arange(len(medians))
    low, high = windows[rows, below], windows[rows, above]
    return np.where(counts >= needed, low + (high - low) * (place - below), np.nan)
