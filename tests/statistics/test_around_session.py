"""A measure around dosing days: what the baseline needs, where a session ends, and what several have in common."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.statistics.around_session import LAGS, AroundSession, across_sessions, around_session
from kapjournal.statistics.observations import observations
from tests.statistics.columns import Row, columns

DOSE = 1000


def around(rows: list[Row], doses: tuple[int, ...] = (DOSE,), last_day: int = DOSE + 60) -> AroundSession:
    return around_session(observations(columns(rows)), DOSE, doses, last_day)


def at(curve: AroundSession, lag: int) -> float:
    return float(curve.values[lag + 7])


def day_rows(lags: dict[int, float]) -> list[Row]:
    return [(DOSE + lag, 600, value, 1, 0) for lag, value in lags.items()]


def test_the_baseline_is_the_median_of_the_week_before() -> None:
    curve = around(day_rows({-8: 10, -7: 2, -5: 4, -1: 5, 0: 9, 1: 7, 21: 6, 22: 1}))
    assert curve.baseline == 4.0
    np.testing.assert_array_equal(curve.values[[0, 2, 6, 8, 28]], [2, 4, 5, 7, 6])
    assert len(curve.values) == LAGS == 29


def test_two_days_are_no_baseline() -> None:
    curve = around(day_rows({-7: 2, -1: 4, 1: 7}))
    assert curve.baseline is None
    assert curve.stretch(-7, -1).observed_days == 2


def test_the_dosing_day_stands_apart() -> None:
    curve = around([(DOSE, 480, 3, 0, 0), (DOSE, 1100, 8, 1, 0), *day_rows({1: 5})])
    assert np.isnan(at(curve, 0))
    np.testing.assert_array_equal(curve.day_zero.values, [3, 8])


@pytest.mark.parametrize(
    ("doses", "last_day", "last_lag", "ends"),
    [
        ((DOSE,), DOSE + 60, 21, False),
        ((DOSE,), DOSE + 3, 3, False),
        ((DOSE - 7, DOSE, DOSE + 7), DOSE + 60, 6, True),
        ((DOSE, DOSE + 1), DOSE + 60, 0, True),
        ((DOSE, DOSE, DOSE + 3), DOSE + 60, 2, True),
        ((DOSE, DOSE + 22), DOSE + 60, 21, False),
        ((DOSE, DOSE + 40), DOSE + 60, 21, False),
        ((DOSE,), DOSE, 0, False),
    ],
)
def test_a_session_ends_before_the_next_dose(
    doses: tuple[int, ...], last_day: int, last_lag: int, ends: bool
) -> None:
    curve = around(day_rows(dict.fromkeys(range(-7, 25), 5.0)), doses, last_day)
    assert (curve.last_lag, curve.ends_at_next_dose) == (last_lag, ends)
    assert np.isnan(curve.values[7 + last_lag + 1 :]).all()
    assert not np.isnan(curve.values[8 : 7 + last_lag + 1]).any()


def test_an_earlier_dose_in_the_week_before_is_said() -> None:
    assert around([], (DOSE - 8, DOSE - 7, DOSE - 3, DOSE)).doses_before == (-7, -3)


def test_only_ordinary_check_ins_count() -> None:
    rows: list[Row] = [(DOSE + 1, 480, 4, 1, 0), (DOSE + 1, 900, 6, 1, 0), (DOSE + 1, 950, 0, 0, 0)]
    curve = around(rows)
    assert at(curve, 1) == 5.0
    assert curve.stretch(1, 3).check_ins == 2


def test_several_sessions_have_a_median_and_a_count_and_no_band_below_five() -> None:
    curves = [np.full(LAGS, np.nan) for _ in range(4)]
    for number, curve in enumerate(curves):
        curve[8] = number
    curves[0][9] = 7
    across = across_sessions(curves, seed=1)
    assert (across.median[8], across.sessions[8]) == (1.5, 4)
    assert (across.median[9], across.sessions[9]) == (7, 1)
    assert np.isnan(across.median[10])
    assert np.isnan(across.band_low).all()


def test_the_band_is_the_same_for_the_same_course() -> None:
    curves = [np.full(LAGS, float(value)) for value in (1, 2, 3, 4, 9)]
    curves[4][20] = np.nan
    one, same, other = (across_sessions(curves, seed) for seed in (3, 3, 4))
    np.testing.assert_array_equal(one.band_low, same.band_low)
    np.testing.assert_array_equal(one.band_high, same.band_high)
    assert one.median[8] == 3
    assert 1 <= one.band_low[8] <= 3 <= one.band_high[8] <= 9
    assert np.isnan(one.band_low[20])
    assert other.median[8] == 3


def test_no_session_gives_nothing() -> None:
    across = across_sessions([], seed=1)
    assert np.isnan(across.median).all()
    assert not across.sessions.any()


noted = st.dictionaries(st.integers(-9, 25), st.integers(0, 10).map(float))


@given(noted, st.integers(0, 9), st.integers(1, 30))
def test_the_order_of_entry_does_not_matter(lags: dict[int, float], seed: int, following: int) -> None:
    rows = day_rows(lags)
    doses = (DOSE, DOSE + following, DOSE + following + 3)
    one, other = around(rows, doses), around(random.Random(seed).sample(rows, len(rows)), doses[::-1])
    np.testing.assert_array_equal(one.values, other.values)
    assert (one.baseline, one.last_lag) == (other.baseline, other.last_lag)


@given(noted, st.integers(-9, 25))
def test_a_missing_day_changes_no_value_of_another(lags: dict[int, float], gone: int) -> None:
    whole, left = around(day_rows(lags)), around(day_rows({lag: v for lag, v in lags.items() if lag != gone}))
    elsewhere = whole.lags != gone
    np.testing.assert_array_equal(whole.values[elsewhere], left.values[elsewhere])
    assert np.isnan(left.values[~elsewhere]).all()
    if not -7 <= gone < 0:
        assert whole.baseline == left.baseline


@given(st.lists(noted, min_size=1, max_size=4), st.randoms())
def test_several_sessions_in_any_order_have_one_median(sessions: list[dict[int, float]], mix: object) -> None:
    curves = [around(day_rows(lags)).values for lags in sessions]
    mixed = list(curves)
    mix.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = across_sessions(curves, 1), across_sessions(mixed, 1)
    np.testing.assert_array_equal(one.median, other.median)
    np.testing.assert_array_equal(one.sessions, other.sessions)
    rows, there = np.array(curves), one.sessions > 0
    assert (np.where(np.isnan(rows), 10, rows).min(axis=0)[there] <= one.median[there]).all()
    assert (np.where(np.isnan(rows), 0, rows).max(axis=0)[there] >= one.median[there]).all()
