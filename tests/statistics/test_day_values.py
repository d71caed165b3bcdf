"""One value a day: what counts, what does not, and that absence is not zero."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.domain.columns import ValueColumns
from kapjournal.statistics.day_values import day_values, median_of_days
from kapjournal.statistics.observations import observations
from tests.statistics.columns import Row, columns

rows = st.tuples(
    st.integers(1, 30),
    st.integers(-1, 1500),
    st.integers(0, 10).map(float),
    st.integers(0, 1),
    st.integers(0, 1),
)


def test_a_day_takes_the_median_of_its_ordinary_check_ins() -> None:
    given_rows: list[Row] = [
        (1, 480, 2, 1, 0),
        (1, 600, 7, 1, 0),
        (1, 700, 10, 0, 0),
        (2, 480, 5, 0, 0),
        (4, 1, 0, 1, 0),
    ]
    days = day_values(observations(columns(given_rows)), 1, 5)
    np.testing.assert_array_equal(days.medians, [4.5, np.nan, np.nan, 0.0, np.nan])
    np.testing.assert_array_equal(days.check_ins, [3, 1, 0, 1, 0])


def test_nothing_gives_days_without_values() -> None:
    days = day_values(observations(ValueColumns()), 10, 12)
    assert np.isnan(days.medians).all()
    assert not days.observed.any()


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before"):
        day_values(observations(ValueColumns()), 12, 10)


def test_columns_that_are_damaged_are_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        observations(columns([(1, 0, float("nan"), 1, 0)]))
    broken = columns([(1, 0, 3.0, 1, 0)])
    broken.days.append(2)
    with pytest.raises(ValueError, match="lengths"):
        observations(broken)


def test_medians_of_a_stretch_need_three_days() -> None:
    days = day_values(observations(columns([(1, 0, 2, 1, 0), (2, 0, 4, 1, 0), (5, 0, 9, 1, 0)])), 1, 7)
    assert median_of_days(days, 1, 4) is None
    assert median_of_days(days, 1, 7) == 4.0
    assert median_of_days(days, -20, 0) is None
    assert median_of_days(days, 100, 120) is None


def test_times_stay_within_their_journal_day() -> None:
    seen = observations(columns([(5, -1, 1, 1, 0), (5, 1530, 2, 1, 0), (5, 0, 3, 1, 0)]))
    assert seen.times.min() == 5.0
    assert seen.times.max() < 6.0
    assert 5.5 in seen.times


def test_check_ins_stand_in_order_of_time_however_they_were_entered() -> None:
    seen = observations(columns([(9, 5, 1, 1, 0), (3, 900, 2, 1, 0), (3, 60, 3, 1, 0), (5, 0, 4, 1, 0)]))
    assert seen.values.tolist() == [3, 2, 4, 1]
    assert seen.between(3, 5).values.tolist() == [3, 2, 4]


@given(st.lists(rows, max_size=40), st.randoms())
def test_order_of_entry_does_not_matter(given_rows: list[Row], random: object) -> None:
    shuffled = list(given_rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first = day_values(observations(columns(given_rows)), 1, 30)
    second = day_values(observations(columns(shuffled)), 1, 30)
    np.testing.assert_array_equal(first.medians, second.medians)
    np.testing.assert_array_equal(first.check_ins, second.check_ins)


@given(st.lists(rows, max_size=40), st.integers(1, 30))
def test_a_missing_day_changes_no_other(given_rows: list[Row], gone: int) -> None:
    whole = day_values(observations(columns(given_rows)), 1, 30)
    left = day_values(observations(columns(row for row in given_rows if row[0] != gone)), 1, 30)
    others = whole.days != gone
    np.testing.assert_array_equal(whole.medians[others], left.medians[others])
    assert np.isnan(left.medians[~others]).all()


@given(st.lists(rows, max_size=40))
def test_agrees_with_numpy_day_by_day(given_rows: list[Row]) -> None:
    days = day_values(observations(columns(given_rows)), 1, 30)
    for day, median in zip(days.days, days.medians, strict=True):
        values = [row[2] for row in given_rows if row[0] == day and row[3]]
        assert (np.isnan(median) and not values) or median == np.median(values)
