"""Only what can be seen: years of points and lines brought down to what a page can show.

Without numpy.unique, which loads the whole of its masked arrays before a first page is drawn.
"""

from __future__ import annotations

import numpy as np

from kapjournal.statistics.observations import Floats, Integers

LINE_CELL_PX = 2.0
DOT_CELL_PX = 1.5


def line_rows(xs: Floats, ys: Floats, cell: float = LINE_CELL_PX) -> Integers:
    """Return the rows of a line to keep: of each cell's width the first, lowest, highest and last point.

    Shapes (n,), xs rising, in page units. A line that has at most one point in a cell is kept whole.
    """
    if len(xs) < 3 or (xs[-1] - xs[0]) / (len(xs) - 1) >= cell:
        return np.arange(len(xs), dtype=np.int64)
    cells = np.floor((xs - xs[0]) / cell).astype(np.int64)
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
    columns = np.floor((xs - xs.min()) / cell).astype(np.int64)
    heights = np.floor((ys - ys.min()) / cell).astype(np.int64)
    colours = np.round(steps * 2).astype(np.int64)
    keys = (columns * (int(heights.max()) + 1) + heights) * 64 + colours
    order = np.argsort(keys, kind="stable")
    return np.sort(order[np.diff(keys[order], prepend=-1) != 0])
