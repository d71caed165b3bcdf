"""The running median and its band, on the published case and on any others."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.statistics.rolling import rolling_band, rolling_median, windows

NO = float("nan")
values = st.one_of(st.just(NO), st.integers(0, 10).map(float))
runs_of_days = st.lists(values, min_size=0, max_size=60).map(lambda days: np.array(days, dtype=np.float64))


def test_worked_case_of_the_clinical_reference() -> None:
    days = np.array([4, NO, 5, 3, NO, NO, 6, 7, NO, 2])
    expected = np.array([NO, NO, NO, 4, 4, 4, 4.5, 5.5, 5.5, 4.5])
    np.testing.assert_array_equal(rolling_median(windows(days)), expected)


def test_band_needs_five_days_and_is_the_10th_to_90th_percentile() -> None:
    low, high = rolling_band(windows(np.array([0.0, 10.0, 5.0, 2.0, 8.0])))
    assert np.isnan(low[:4]).all()
    assert np.isnan(high[:4]).all()
    assert (low[4], high[4]) == (0.8, 9.2)


def test_the_window_is_seven_calendar_days_long() -> None:
    days = np.array([10.0, 10.0, 10.0, NO, NO, NO, NO, 1.0, 1.0, 1.0])
    assert rolling_median(windows(days))[-1] == 1.0
    assert rolling_median(windows(days))[7] == 10.0


@given(runs_of_days)
def test_agrees_with_the_rule_written_out(days: np.ndarray) -> None:
    median = rolling_median(windows(days))
    low, high = rolling_band(windows(days))
    for row in range(len(days)):
        window = days[max(0, row - 6) : row + 1]
        seen = window[~np.isnan(window)]
        if len(seen) >= 3:
            np.testing.assert_allclose(median[row], np.median(seen))
        else:
            assert np.isnan(median[row])
        if len(seen) >= 5:
            np.testing.assert_allclose((low[row], high[row]), np.percentile(seen, (10, 90)), atol=1e-12)
        else:
            assert np.isnan(low[row])
            assert np.isnan(high[row])


@given(runs_of_days, st.integers(0, 59))
def test_taking_a_day_out_changes_nothing_outside_its_seven_days(days: np.ndarray, place: int) -> None:
    if not len(days):
        return
    place %= len(days)
    without = days.copy()
    without[place] = np.nan
    before, after = rolling_median(windows(days)), rolling_median(windows(without))
    elsewhere = [row for row in range(len(days)) if not place <= row < place + 7]
    np.testing.assert_array_equal(before[elsewhere], after[elsewhere])


@given(runs_of_days)
def test_the_band_holds_no_value_that_was_not_between_the_days(days: np.ndarray) -> None:
    low, high = rolling_band(windows(days))
    drawn = ~np.isnan(low)
    assert (low[drawn] <= high[drawn]).all()
    assert (low[drawn] >= np.nanmin(days, initial=10)).all()
    assert (high[drawn] <= np.nanmax(days, initial=0)).all()
