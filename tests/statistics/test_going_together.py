"""What goes together: ranks on published values, too few days, and patterns that are there and are not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kapjournal.statistics.going_together import Pattern, going_together, spearman
from kapjournal.statistics.observations import Floats

DAYS = 120


def walk(seed: int) -> Floats:
    """Values from 0 to 10 whose days resemble their neighbours."""
    steps = np.random.default_rng(seed).normal(size=DAYS)
    values: Floats = np.clip(np.round(5 + np.cumsum(steps) * 0.7), 0, 10)
    return values


def test_ranks_with_ties_as_worked_by_hand() -> None:
    # Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: covariance 4.5, squares 4.5 and 5.
    assert spearman(np.array([1.0, 2, 2, 3]), np.array([10.0, 20, 30, 40])) == pytest.approx(
        4.5 / np.sqrt(4.5 * 5)
    )


def test_ten_people_of_a_textbook() -> None:
    # Hours of television and IQ, Wikipedia's worked example: ρ = −29/165.
    iq = np.array([106.0, 100, 86, 101, 99, 103, 97, 113, 112, 110])
    hours = np.array([7.0, 27, 2, 50, 28, 29, 20, 12, 6, 17])
    assert spearman(iq, hours) == pytest.approx(-29 / 165)


def test_what_never_changes_has_no_rank() -> None:
    assert np.isnan(spearman(np.ones(5), np.arange(5.0)))
    assert going_together(np.ones(DAYS), walk(1), 1).pattern is Pattern.UNCLEAR


def test_nineteen_days_are_too_few_and_twenty_are_not() -> None:
    values = walk(3)[:20]
    holed = values.copy()
    holed[7] = np.nan
    assert going_together(holed, values, 1) == going_together(values, holed, 1)
    assert (going_together(holed, values, 1).pattern, going_together(holed, values, 1).pairs) == (
        Pattern.TOO_FEW,
        19,
    )
    assert going_together(values, values, 1).pattern is Pattern.MORE_WITH_MORE


def test_a_pattern_of_both_ways_and_none() -> None:
    values = walk(5)
    noise = np.random.default_rng(9).normal(size=DAYS)
    assert going_together(values, values + noise, 1).pattern is Pattern.MORE_WITH_MORE
    assert going_together(values, noise - values, 1).pattern is Pattern.LESS_WITH_MORE
    assert going_together(noise, np.random.default_rng(4).normal(size=DAYS), 1).pattern is Pattern.UNCLEAR


def test_the_day_after_is_another_pairing() -> None:
    noise = np.random.default_rng(2).normal(size=DAYS)
    later = np.concatenate(([np.nan], noise[:-1]))
    assert going_together(noise, later, 1).pattern is Pattern.UNCLEAR
    after = going_together(noise, later, 1, days_after=1)
    assert (after.pattern, after.pairs) == (Pattern.MORE_WITH_MORE, DAYS - 1)


def test_rows_must_agree() -> None:
    with pytest.raises(ValueError, match="length"):
        going_together(np.ones(3), np.ones(4), 1)


@settings(max_examples=5)
@given(st.integers(1, 60))
def test_days_missing_at_the_ends_change_nothing(days: int) -> None:
    missing = np.full(days, np.nan)
    values, outcome = walk(11), walk(12)
    longer = going_together(
        np.concatenate((missing, values, missing)), np.concatenate((missing, outcome, missing)), 1
    )
    assert longer == going_together(values, outcome, 1)
