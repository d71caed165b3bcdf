"""A calm line: between two points it stays between their values."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.charts.curve import monotone_slopes
from kapjournal.charts.thinning import area_cells, dot_rows, line_rows

heights = st.lists(st.floats(0, 10, allow_nan=False), min_size=1, max_size=40)


@given(heights)
def test_no_overshoot_anywhere(values: list[float]) -> None:
    xs, ys = np.arange(len(values)) * 12.0, np.array(values)
    slopes = monotone_slopes(xs, ys)
    for place in range(1, len(ys)):
        share = np.linspace(0, 1, 21)
        left, right = ys[place - 1], ys[place]
        first, second = left + slopes[place - 1] * 4, right - slopes[place] * 4
        curve = (
            (1 - share) ** 3 * left
            + 3 * (1 - share) ** 2 * share * first
            + 3 * (1 - share) * share**2 * second
            + share**3 * right
        )
        assert curve.min() >= min(left, right) - 1e-9
        assert curve.max() <= max(left, right) + 1e-9


@given(st.lists(st.floats(0, 10), min_size=3, max_size=400))
def test_a_thinned_line_keeps_its_ends_and_extremes(values: list[float]) -> None:
    xs, ys = np.arange(len(values)) * 0.3, np.array(values)
    kept = line_rows(xs, ys)
    assert {0, len(values) - 1} <= set(kept.tolist())
    assert ys[kept].max() == ys.max()
    assert ys[kept].min() == ys.min()
    assert (np.diff(kept) > 0).all()


@given(st.lists(st.floats(0, 10), min_size=3, max_size=400))
def test_a_thinned_area_covers_the_whole_one(values: list[float]) -> None:
    xs, uppers = np.arange(len(values)) * 0.3, np.array(values)
    thin_xs, thin_uppers, thin_lowers = area_cells(xs, uppers, uppers + 1)
    assert (thin_xs[0], thin_xs[-1]) == (xs[0], xs[-1])
    assert thin_uppers.min() == uppers.min()
    assert thin_lowers.max() == uppers.max() + 1


def test_points_that_cover_each_other_are_drawn_once() -> None:
    xs, ys, steps = (
        np.array([1.0, 1.2, 1.1, 9.0]),
        np.array([5.0, 5.1, 5.0, 5.0]),
        np.array([3.0, 3.0, 7.0, 3.0]),
    )
    assert dot_rows(xs, ys, steps).tolist() == [0, 2, 3]
    assert dot_rows(xs[:0], ys[:0], steps[:0]).tolist() == []
