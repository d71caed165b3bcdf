"""How long relief lasted: the worked cases, both directions, and what missing days and the order of entry do."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.statistics.lasting import Lasting, Outcome, lasting
from kapjournal.statistics.observations import observations
from tests.statistics.columns import Row, columns

DOSE = 1000
BEFORE = {-7: 4.0, -5: 4.0, -3: 4.0}


def lasted(lags: dict[int, float], doses: tuple[int, ...] = (DOSE,), last: int = 60, **more: bool) -> Lasting:
    rows: list[Row] = [(DOSE + lag, 600, value, 1, 0) for lag, value in lags.items()]
    return lasting(observations(columns(rows)), DOSE, doses, DOSE + last, **more)


def test_it_ends_on_the_first_of_two_worse_days() -> None:
    found = lasted(BEFORE | dict.fromkeys(range(1, 9), 6.0) | {9: 4.0, 10: 4.0, 11: 7.0})
    assert (found.outcome, found.start, found.end) == (Outcome.ENDED, 1, 9)
    assert (found.baseline, found.threshold) == (4.0, 5.0)


def test_one_worse_day_ends_nothing() -> None:
    found = lasted(BEFORE | {1: 6.0, 2: 3.0, 3: 6.0, 5: 3.0, 6: 5.0, 7: 5.0}, last=7)
    assert (found.outcome, found.end) == (Outcome.CUT_BY_END, 7)


def test_it_is_cut_off_at_the_last_day_noted_before_the_next_dose() -> None:
    found = lasted(BEFORE | dict.fromkeys(range(1, 8), 6.0) | {9: 2.0, 10: 2.0}, (DOSE, DOSE + 9))
    assert (found.outcome, found.end) == (Outcome.CUT_BY_DOSE, 7)


def test_without_a_better_day_by_day_three_there_was_no_relief() -> None:
    found = lasted(BEFORE | {1: 4.5, 2: 4.0, 3: 4.9, 4: 9.0, 5: 9.0})
    assert (found.outcome, found.lasted) == (Outcome.NO_RELIEF, False)


def test_two_days_are_no_baseline() -> None:
    assert lasted({-7: 4.0, -1: 4.0, 1: 9.0}).outcome is Outcome.NO_BASELINE


def test_a_wide_week_before_raises_the_threshold() -> None:
    found = lasted({-7: 3.0, -5: 4.0, -3: 5.0, 1: 6.0, 2: 6.0, 3: 5.5, 4: 5.4, 5: 5.0})
    assert found.threshold == pytest.approx(5.4826)
    assert (found.outcome, found.end) == (Outcome.ENDED, 4)


def test_days_one_to_three_unseen_are_not_no_relief() -> None:
    assert lasted(BEFORE | {5: 9.0}).outcome is Outcome.UNSEEN
    assert lasted(BEFORE, (DOSE, DOSE + 1)).outcome is Outcome.UNSEEN


def test_unseen_days_lie_between_the_last_seen_and_the_end() -> None:
    found = lasted(BEFORE | {1: 6.0, 2: 6.0, 3: 6.0, 10: 3.0, 11: 3.0})
    assert (found.outcome, found.end, found.seen) == (Outcome.ENDED, 10, (1, 2, 3))


def test_it_is_mirrored_where_lower_is_better() -> None:
    found = lasted(BEFORE | {1: 3.0, 2: 3.0, 4: 4.0, 5: 5.0}, lower_is_better=True)
    assert (found.threshold, found.outcome, found.end) == (3.0, Outcome.ENDED, 4)


def test_the_dosing_day_and_check_ins_around_the_dose_take_no_part() -> None:
    rows: list[Row] = [(DOSE + lag, 600, value, 1, 0) for lag, value in (BEFORE | {1: 4.0}).items()]
    rows += [(DOSE, 900, 10.0, 1, 0), (DOSE + 1, 100, 10.0, 0, 0)]
    assert lasting(observations(columns(rows)), DOSE, (DOSE,), DOSE + 9).outcome is Outcome.NO_RELIEF


@given(st.dictionaries(st.integers(-7, 30), st.integers(0, 10).map(float)), st.integers(0, 9))
def test_the_order_of_entry_does_not_matter(lags: dict[int, float], seed: int) -> None:
    rows: list[Row] = [(DOSE + lag, 600, value, 1, 0) for lag, value in lags.items()]
    mixed = random.Random(seed).sample(rows, len(rows))
    assert lasting(observations(columns(rows)), DOSE, (DOSE,), DOSE + 40) == lasting(
        observations(columns(mixed)), DOSE, (DOSE,), DOSE + 40
    )


@given(st.dictionaries(st.integers(1, 30), st.integers(0, 10).map(float)), st.integers(15, 30))
def test_what_comes_after_the_next_dose_changes_nothing(lags: dict[int, float], following: int) -> None:
    doses = (DOSE, DOSE + following)
    early = {lag: value for lag, value in lags.items() if lag < following}
    assert lasted(BEFORE | lags, doses) == lasted(BEFORE | early, doses)
