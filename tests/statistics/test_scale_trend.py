"""Theil–Sen on a case worked by hand, and what it asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.statistics.scale_trend import theil_sen_per_week

DAYS = [0, 7, 14, 21, 28]
TOTALS = [18.0, 15.0, 15.0, 11.0, 10.0]


def test_the_worked_case() -> None:
    assert theil_sen_per_week(DAYS, TOTALS) == pytest.approx(-2.0)


def test_three_forms_or_twenty_days_are_too_few() -> None:
    assert theil_sen_per_week(DAYS[:3], TOTALS[:3]) is None
    assert theil_sen_per_week([0, 7, 14, 20], TOTALS[:4]) is None


def test_two_forms_of_one_day_make_no_pair() -> None:
    assert theil_sen_per_week([0, 0, 10, 21], [5, 9, 5, 5]) == pytest.approx(0.0, abs=1.4)


def test_lengths_must_agree() -> None:
    with pytest.raises(ValueError, match="length"):
        theil_sen_per_week(DAYS, TOTALS[:4])


@given(st.permutations(list(zip(DAYS, TOTALS, strict=True))))
def test_the_order_of_entry_does_not_matter(forms: list[tuple[int, float]]) -> None:
    days, totals = zip(*forms, strict=True)
    assert theil_sen_per_week(days, totals) == pytest.approx(-2.0)
