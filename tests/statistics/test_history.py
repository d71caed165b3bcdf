"""A measure over a range: where its line breaks, which gaps it has, what it rests on."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.domain.columns import ValueColumns
from kapjournal.statistics.breaks import Gap
from kapjournal.statistics.history import history
from kapjournal.statistics.observations import Observations, observations
from tests.statistics.columns import columns


def on_days(*days: int, value: float = 4.0) -> Observations:
    return observations(columns((day, 600, value, 1, 0) for day in days))


def test_a_line_breaks_after_more_than_three_days_without_a_check_in() -> None:
    bridged = history(on_days(1, 2, 3, 7, 8, 9), 1, 9)
    assert bridged.gaps == ()
    assert not np.isnan(bridged.median[2:]).any()
    broken = history(on_days(1, 2, 3, 8, 9, 10), 1, 10)
    assert broken.gaps == (Gap(4, 7),)
    assert np.isnan(broken.median[3:7]).all()
    assert not np.isnan(broken.median[2])


def test_a_line_breaks_at_a_dosing_day_whose_values_take_no_part() -> None:
    rows = [(day, 600, 4.0, 1, 0) for day in range(1, 11) if day != 5] + [(5, 600, 10.0, 1, 0)]
    numbers = history(observations(columns(rows)), 1, 10, dosing_days=[5])
    assert np.isnan(numbers.median[4])
    assert np.isnan(numbers.band_high[4])
    assert set(numbers.median[5:]) == {4.0}
    assert set(numbers.band_high[5:]) == {4.0}
    assert numbers.days.medians[4] == 10.0


def test_a_line_never_reaches_beyond_the_last_check_in() -> None:
    numbers = history(on_days(3, 4, 5), 1, 7)
    np.testing.assert_array_equal(np.isnan(numbers.median), [True, True, True, True, False, True, True])


def test_the_first_medians_look_back_before_the_range() -> None:
    numbers = history(on_days(5, 8, 10, 11), 10, 12)
    assert numbers.median[0] == 4.0
    assert len(numbers.shown) == 2
    assert numbers.first_day == 10
    assert numbers.last_day == 12


def test_coverage_counts_every_check_in_also_those_around_a_dose() -> None:
    seen = observations(columns([(1, 0, 3, 1, 0), (1, 60, 3, 0, 0), (2, 0, 3, 0, 0), (9, 0, 3, 1, 0)]))
    rests_on = history(seen, 1, 10).coverage
    assert (rests_on.check_ins, rests_on.observed_days, rests_on.days) == (4, 3, 10)


def test_nothing_is_one_long_gap() -> None:
    numbers = history(observations(ValueColumns()), 1, 30)
    assert numbers.gaps == (Gap(1, 30),)
    assert np.isnan(numbers.median).all()
    assert numbers.coverage.observed_days == 0


@given(st.dictionaries(st.integers(1, 40), st.integers(0, 10).map(float), min_size=1), st.integers(1, 40))
def test_a_missing_day_moves_the_line_only_in_its_seven_days_or_breaks_it(
    noted: dict[int, float], gone: int
) -> None:
    def drawn(days: dict[int, float]) -> Observations:
        return observations(columns((day, 600, value, 1, 0) for day, value in days.items()))

    whole = history(drawn(noted), 1, 40)
    left = history(drawn({day: value for day, value in noted.items() if day != gone}), 1, 40)
    elsewhere = np.array([not gone <= day < gone + 7 for day in range(1, 41)])
    stays = elsewhere & ~np.isnan(left.median)
    np.testing.assert_array_equal(whole.median[stays], left.median[stays])
    np.testing.assert_array_equal(
        whole.band_low[stays & ~np.isnan(left.band_low)], left.band_low[stays & ~np.isnan(left.band_low)]
    )
    in_a_gap = np.zeros(40, dtype=bool)
    for gap in left.gaps:
        in_a_gap[gap.first_day - 1 : gap.last_day] = True
    lost = elsewhere & ~np.isnan(whole.median) & np.isnan(left.median)
    assert in_a_gap[lost].all() or max(set(noted) - {gone}, default=0) < gone
