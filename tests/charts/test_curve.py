"""A calm line: between two points it stays between their values."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.charts.curve import monotone_slopes
from kapjournal.charts.thinning import band_blocks, block_days, dot_rows, line_rows, pills
from kapjournal.statistics.breaks import runs

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


some_days = st.lists(st.one_of(st.none(), st.floats(0, 10)), min_size=1, max_size=200)
blocks_of = st.sampled_from((1, 2, 4, 16))


def days(given_values: list[float | None]) -> np.ndarray:
    """Values of days, NaN where there is none."""
    return np.array([np.nan if value is None else value for value in given_values])


@given(some_days, blocks_of)
def test_a_thinned_line_keeps_its_pieces_ends_and_extremes(
    given_values: list[float | None], block: int
) -> None:
    values = days(given_values)
    kept = line_rows(values, np.arange(len(values)) // block)
    assert (np.diff(kept) > 0).all()
    thin = [
        (kept[start], kept[end - 1], values[kept[start:end]]) for start, end in runs(~np.isnan(values[kept]))
    ]
    whole = [(start, end - 1, values[start:end]) for start, end in runs(~np.isnan(values))]
    assert [(first, last, some.min(), some.max()) for first, last, some in thin] == [
        (first, last, some.min(), some.max()) for first, last, some in whole
    ]


@given(some_days, blocks_of)
def test_a_thinned_area_covers_the_whole_one(given_values: list[float | None], block: int) -> None:
    lows, times = days(given_values), np.arange(len(given_values)) + 0.5
    band = band_blocks(times, lows, lows + 1, np.arange(len(lows)) // block)
    pieces = [slice(start, end) for start, end in runs(~np.isnan(lows))]
    thin = [slice(start, end) for start, end in runs(~np.isnan(band.lows))]
    assert [(times[of][0], times[of][-1], lows[of].min(), lows[of].max() + 1) for of in pieces] == [
        (band.times[of][0], band.times[of][-1], band.lows[of].min(), band.highs[of].max()) for of in thin
    ]


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 3), st.booleans()), min_size=1, max_size=120),
    blocks_of,
)
def test_points_that_touch_are_one_long_one_and_none_is_lost(
    points: list[tuple[int, int, bool]], block: int
) -> None:
    at, heights, lone = (np.array(column) for column in zip(*sorted(points), strict=True))
    found = pills(at.astype(float), heights, lone, at // block)
    assert (np.diff(found.starts) >= 0).all()
    for time, height, alone in zip(at, heights, lone, strict=True):
        same = (heights[found.rows] == height) & (lone[found.rows] == alone)
        assert (same & (found.starts <= time) & (found.ends >= time)).any()
    for start, end, row in zip(found.starts, found.ends, found.rows, strict=True):
        there = set((at[(heights == heights[row]) & (lone == lone[row])] // block).tolist())
        assert set(range(int(start) // block, int(end) // block + 1)) <= there
        assert not lone[row] or start // block == end // block


def test_a_block_is_as_wide_as_a_few_pixels() -> None:
    assert [block_days(width) for width in (40.0, 2.5, 2.4, 1.2, 0.09)] == [1, 1, 2, 3, 48]
    widths = [0.01 * 1.01**step for step in range(550) if 0.01 * 1.01**step < 2.5]
    assert all(3.2 <= block_days(width) * width <= 5 for width in widths)


def test_points_that_cover_each_other_are_drawn_once() -> None:
    xs, ys, steps = (
        np.array([1.0, 1.2, 1.1, 9.0]),
        np.array([5.0, 5.1, 5.0, 5.0]),
        np.array([3.0, 3.0, 7.0, 3.0]),
    )
    assert dot_rows(xs, ys, steps).tolist() == [0, 2, 3]
    assert dot_rows(xs[:0], ys[:0], steps[:0]).tolist() == []
