"""The Kaplan–Meier curve on a case worked by hand."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.statistics.survival import survival

WORKED = [(6, True), (9, True), (9, False), (12, True), (14, False)]
LENGTHS = st.lists(st.tuples(st.integers(1, 40), st.booleans()), min_size=5, max_size=12)


def test_the_worked_case() -> None:
    curve = survival(WORKED)
    assert curve is not None
    assert [(step.day, round(step.share, 4)) for step in curve.steps] == [(6, 0.8), (9, 0.6), (12, 0.3)]
    assert curve.steps[-1].error == pytest.approx(0.2387, abs=5e-5)
    assert (curve.median, curve.sessions, curve.ended, curve.last_day) == (12, 5, 3, 14)


def test_four_sessions_are_too_few() -> None:
    assert survival(WORKED[:4]) is None


def test_where_all_ended_the_curve_reaches_nothing_without_error() -> None:
    curve = survival([(3, True)] * 5)
    assert curve is not None
    assert (curve.steps[0].share, curve.steps[0].error) == (0.0, 0.0)


def test_a_curve_that_stays_above_half_has_no_median() -> None:
    curve = survival([(3, True), *[(9, False)] * 4])
    assert curve is not None
    assert curve.median is None


@given(LENGTHS, st.randoms())
def test_it_falls_and_the_order_does_not_matter(lengths: list[tuple[int, bool]], random: object) -> None:
    curve = survival(lengths)
    assert curve is not None
    shares = [1.0, *(step.share for step in curve.steps)]
    assert all(later <= earlier for earlier, later in itertools.pairwise(shares))
    assert survival(sorted(lengths, reverse=True)) == curve
