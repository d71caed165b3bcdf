"""The slope of a scale over weeks, which one odd form cannot turn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kapjournal.statistics.middle import median

NEEDS_FORMS = 4
NEEDS_DAYS = 21
DAYS_A_WEEK = 7


def theil_sen_per_week(days: Sequence[int], totals: Sequence[float]) -> float | None:
    """Return the median of all pairwise slopes, in points per week.

    `days` (ordinals) and `totals` of complete forms, shapes (n,), in any order. None from fewer than four forms or over
    fewer than 21 days. Two forms of one day make no pair. Sources: Theil 1950; Sen 1968, J. Am. Stat. Assoc. 63:1379;
    clinical reference 6.5. Raises ValueError where the two differ in length.
    """
    if len(days) != len(totals):
        raise ValueError("days and totals differ in length")
    if len(days) < NEEDS_FORMS or max(days) - min(days) < NEEDS_DAYS:
        return None
    times = np.array(days, dtype=np.float64)
    values = np.array(totals, dtype=np.float64)
    first, second = np.triu_indices(len(times), 1)
    apart = times[second] - times[first]
    pairs = apart != 0
    slopes = (values[second] - values[first])[pairs] / apart[pairs]
    return median(slopes) * DAYS_A_WEEK
