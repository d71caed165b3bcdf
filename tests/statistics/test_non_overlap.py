"""The non-overlap of all pairs, on the example of its authors and against counting pair by pair."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.statistics.non_overlap import non_overlap
from kapjournal.statistics.observations import Floats

BEFORE = np.array([4.0, 3, 4, 3, 4, 7, 5, 2, 3, 2])
AFTER = np.array([5.0, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9])
values = st.lists(st.integers(0, 10).map(float), min_size=5, max_size=12).map(np.array)


def test_the_example_of_its_authors() -> None:
    # Parker and Vannest 2009: 106 of 110 pairs, 0.96.
    found = non_overlap(BEFORE, AFTER)
    assert found == pytest.approx(106 / 110)
    assert round(found or 0, 2) == 0.96


def test_four_values_are_too_few_on_either_side() -> None:
    assert non_overlap(BEFORE[:4], AFTER) is None
    assert non_overlap(BEFORE, AFTER[:4]) is None
    assert non_overlap(BEFORE[:5], AFTER[:5]) is not None


def test_it_is_mirrored_where_lower_is_better() -> None:
    assert non_overlap(BEFORE, AFTER, lower_is_better=True) == pytest.approx(4 / 110)
    assert non_overlap(BEFORE, BEFORE) == 0.5


@given(values, values, st.randoms())
def test_neither_order_nor_missing_days_change_it(before: Floats, after: Floats, random: object) -> None:
    counted = sum((b > a) + (b == a) / 2 for a in before for b in after) / (len(before) * len(after))
    assert non_overlap(before, after) == pytest.approx(counted)
    holed = [*before.tolist(), float("nan")]
    random.shuffle(holed)  # type: ignore[attr-defined]
    assert non_overlap(np.array(holed), after[::-1]) == pytest.approx(counted)
