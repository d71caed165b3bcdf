"""Whether two things noted each day go together: rank correlation, in blocks since days resemble their neighbours."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from kapjournal.statistics.observations import Floats, Integers, Truths

NEEDS_DAYS = 20
MOST_FACTORS = 5
BLOCK_DAYS = 7
RESAMPLES = 2000
INTERVAL_LOW = 0.05
INTERVAL_HIGH = 0.95


class Pattern(StrEnum):
    """What can be said, in words; the coefficient itself is not shown."""

    TOO_FEW = "too_few"
    UNCLEAR = "unclear"
    MORE_WITH_MORE = "more_with_more"
    LESS_WITH_MORE = "less_with_more"


@dataclass(frozen=True, slots=True)
class Together:
    """How a factor and the outcome go together."""

    pattern: Pattern
    pairs: int
    """Days on which both were noted."""


def going_together(factor: Floats, outcome: Floats, seed: int, *, days_after: int = 0) -> Together:
    """Return what can be said of two rows of day values, shapes (days,), one row a calendar day, NaN where not noted.

    With `days_after` = 1 the outcome is that of the day after. Needs 20 days with both. The 90 % interval of Spearman's
    ρ comes from 2,000 resamples of blocks of seven calendar days; where it holds 0, or where one of the two never
    changes, no pattern is clear. Sources: Spearman 1904; Künsch 1989, Ann. Stat. 17:1217; clinical reference 6.7.
    Raises ValueError where the two differ in length.
    """
    if len(factor) != len(outcome):
        raise ValueError("rows of different lengths")
    if days_after:
        factor, outcome = factor[:-days_after], outcome[days_after:]
    both = ~(np.isnan(factor) | np.isnan(outcome))
    pairs = int(np.count_nonzero(both))
    if pairs < NEEDS_DAYS:
        return Together(Pattern.TOO_FEW, pairs)
    inside = slice(int(np.flatnonzero(both)[0]), int(np.flatnonzero(both)[-1]) + 1)
    low, high = _interval(factor[inside], outcome[inside], both[inside], seed)
    if math.isnan(low) or low <= 0 <= high:
        return Together(Pattern.UNCLEAR, pairs)
    return Together(Pattern.MORE_WITH_MORE if low > 0 else Pattern.LESS_WITH_MORE, pairs)


def spearman(first: Floats, second: Floats) -> float:
    """Return Spearman's ρ of two rows without holes, ties at their mean rank; NaN where one never changes."""
    _values, first_codes = np.unique(first, return_inverse=True)
    _values, second_codes = np.unique(second, return_inverse=True)
    return _rank_correlation(first_codes, second_codes)


def _interval(factor: Floats, outcome: Floats, both: Truths, seed: int) -> tuple[float, float]:
    codes = np.zeros((2, len(both)), dtype=np.int64)
    for row, values in enumerate((factor, outcome)):
        codes[row, both] = np.unique(values[both], return_inverse=True)[1]
    days = len(both)
    block = min(BLOCK_DAYS, days)
    random = np.random.default_rng(seed)
    starts = random.integers(0, days - block + 1, size=(RESAMPLES, math.ceil(days / block)))
    within = np.arange(block)
    drawn = np.empty(RESAMPLES)
    for turn in range(RESAMPLES):
        rows = (starts[turn][:, None] + within).ravel()[:days]
        rows = rows[both[rows]]
        drawn[turn] = _rank_correlation(codes[0, rows], codes[1, rows])
    drawn = drawn[~np.isnan(drawn)]
    if len(drawn) < RESAMPLES / 2:
        return math.nan, math.nan
    return float(np.quantile(drawn, INTERVAL_LOW)), float(np.quantile(drawn, INTERVAL_HIGH))


def _rank_correlation(first: Integers, second: Integers) -> float:
    """Return the correlation of mean ranks of two rows of codes that rise with the values."""
    if len(first) < 2:
        return math.nan
    x, y = _centred_ranks(first), _centred_ranks(second)
    spread = math.sqrt(float(x @ x) * float(y @ y))
    return float(x @ y) / spread if spread > 0 else math.nan


def _centred_ranks(codes: Integers) -> Floats:
    counts = np.bincount(codes)
    ranks = np.cumsum(counts) - (counts - 1) / 2
    centred: Floats = ranks[codes] - (len(codes) + 1) / 2
    return centred
