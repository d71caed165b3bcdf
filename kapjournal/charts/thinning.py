"""Only what can be seen: years of points and lines brought down to what a page can show.

Without numpy.unique, which loads the whole of its masked arrays before a first page is drawn.
"""

from __future__ import annotations

import numpy as np

from kapjournal.statistics.observations import Floats, Integers

LINE_CELL_PX = 2.0
DOT_CELL_PX = 1.5
SIGNS = 64


def line_rows(xs: Floats, ys: Floats, cell: float = LINE_CELL_PX) -> Integers:
    """Return the rows of a line to keep: of each cell's width the first, lowest, highest and last point.

    Shapes (n,), xs rising, in page units. Of a line that has at most one point in a cell only those within a level
    stretch are left out, which change nothing.
    """
    if len(xs) < 3:
        return np.arange(len(xs), dtype=np.int64)
    if (xs[-1] - xs[0]) / (len(xs) - 1) >= cell:
        level = ys[1:] == ys[:-1]
        turns = np.ones(len(xs), dtype=np.bool_)
        turns[1:-1] = ~(level[:-1] & level[1:])
        return np.flatnonzero(turns)
    cells = ((xs - xs[0]) / cell).astype(np.int64)
    starts = np.flatnonzero(np.diff(cells, prepend=cells[0] - 1))
    ends = np.append(starts[1:], len(xs)) - 1
    by_height = np.lexsort((ys, cells))
    kept = np.concatenate((starts, ends, by_height[starts], by_height[ends]))
    return np.flatnonzero(np.bincount(kept))


def area_cells(
    xs: Floats, uppers: Floats, lowers: Floats, cell: float = LINE_CELL_PX
) -> tuple[Floats, Floats, Floats]:
    """Return an area with one place in each cell's width, as high and as low as it gets there.

    Shapes (n,), xs rising, in page units (an upper edge has the smaller y). A thin area is given back whole.
    """
    if len(xs) < 3 or (xs[-1] - xs[0]) / (len(xs) - 1) >= cell:
        return xs, uppers, lowers
    cells = np.floor((xs - xs[0]) / cell).astype(np.int64)
    starts = np.flatnonzero(np.diff(cells, prepend=cells[0] - 1))
    thin_uppers, thin_lowers = np.minimum.reduceat(uppers, starts), np.maximum.reduceat(lowers, starts)
    return (
        np.append(xs[starts], xs[-1]),
        np.append(thin_uppers, thin_uppers[-1]),
        np.append(thin_lowers, thin_lowers[-1]),
    )


def dot_rows(xs: Floats, ys: Floats, steps: Floats, cell: float = DOT_CELL_PX) -> Integers:
    """Return the rows of points to keep: one for each cell of the page and kind of sign, in their order.

    Shapes (n,), in page units; `steps` number the signs (0 to 31, in halves). Two points of one sign in one cell
    cover each other to the eye.
    """
    if not len(xs):
        return np.arange(0, dtype=np.int64)
    columns = ((xs - xs.min()) / cell).astype(np.int64)
    heights = ((ys - ys.min()) / cell).astype(np.int64)
    colours = np.round(steps * 2).astype(np.int64)
    keys = (columns * (int(heights.max()) + 1) + heights) * SIGNS + colours
    # Each cell remembers the last that wrote into it; written backwards, that is its first.
    rows = np.arange(len(xs), dtype=np.int32)
    firsts = np.empty(int(keys.max()) + 1, dtype=np.int32)
    firsts[keys[::-1]] = rows[::-1]
    return np.flatnonzero(firsts[keys] == rows)
