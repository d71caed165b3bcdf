"""Only what can be seen: years of points and lines brought down to what a page can show.

Days are put together in blocks a few pixels wide. Without numpy.unique, which loads the whole of its masked arrays
before a first page is drawn.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from kapjournal.statistics.observations import Floats, Integers, Truths

NARROW_DAY_PX = 2.5
"""Narrower days are put together in blocks."""
BLOCK_PX = 3.2
"""A block is at least this wide, and at most half as wide again, so that a page has no more than some hundreds."""
DOT_CELL_PX = 1.5
SIGNS = 64


class Band(NamedTuple):
    """An area as high and as low as it gets in each block; NaN between its pieces. Shapes (n,)."""

    times: Floats
    lows: Floats
    highs: Floats


class Pills(NamedTuple):
    """Points of one height in blocks that follow each other, from the first to the last. Shapes (n,)."""

    starts: Floats
    ends: Floats
    rows: Integers
    """A point of each: it has the height and the sign."""

    def between(self, start: float, end: float) -> Pills:
        """Return what of them stands between two times."""
        kept = np.flatnonzero((self.ends >= start) & (self.starts <= end))
        return Pills(np.maximum(self.starts[kept], start), np.minimum(self.ends[kept], end), self.rows[kept])


def block_days(day_width: float) -> int:
    """Return how many days are drawn as one where a day has this width: 1, 2, 3, 4, 6, 8, 12 and so on."""
    if day_width >= NARROW_DAY_PX:
        return 1
    needed = BLOCK_PX / day_width
    power = 1 << math.ceil(math.log2(needed))
    return power * 3 // 4 if power >= 4 and power * 3 // 4 >= needed else power


def line_rows(values: Floats, blocks: Integers) -> Integers:
    """Return the rows of a line to keep: the lowest and highest of each block, the ends of each piece, a NaN after it.

    Shapes (n,), `blocks` rising. Where no block holds two rows only those within a level stretch are left out, which
    change nothing.
    """
    if not len(values):
        return np.arange(0, dtype=np.int64)
    known = ~np.isnan(values)
    before, after = np.append(False, known[:-1]), np.append(known[1:], False)
    kept = (known & ~(before & after)) | (~known & before)
    if blocks[-1] - blocks[0] == len(blocks) - 1:
        level = values[1:] == values[:-1]
        kept[1:-1] |= known[1:-1] & ~(level[:-1] & level[1:])
    else:
        rows = np.flatnonzero(known)
        if len(rows):
            parted = (np.diff(rows, prepend=-1) > 1) | (np.diff(blocks[rows], prepend=-1) > 0)
            parted[0] = True
            of, starts = np.cumsum(parted), np.flatnonzero(parted)
            by_height = rows[np.lexsort((values[rows], of))]
            kept[by_height[starts]] = True
            kept[by_height[np.append(starts[1:], len(rows)) - 1]] = True
    return np.flatnonzero(kept)


def band_blocks(times: Floats, lows: Floats, highs: Floats, blocks: Integers) -> Band:
    """Return an area with one place in each block, as high and as low as it gets there, and one where a piece ends.

    Shapes (n,), `times` and `blocks` rising; NaN parts the pieces.
    """
    rows = np.flatnonzero(~np.isnan(lows))
    if not len(rows):
        return Band(times[:0], lows[:0], highs[:0])
    begins = np.diff(rows, prepend=rows[0] - 2) > 1
    starts = np.flatnonzero(begins | (np.diff(blocks[rows], prepend=blocks[rows[0]] - 1) > 0))
    lowest, highest = np.minimum.reduceat(lows[rows], starts), np.maximum.reduceat(highs[rows], starts)
    ends = np.flatnonzero(np.append(begins[1:], True))
    of = np.searchsorted(starts, ends, "right") - 1
    places = np.repeat(of + 1, 2)
    nothing = np.full(len(ends), np.nan)

    def closed(values: Floats, at_end: Floats) -> Floats:
        return np.insert(values, places, np.column_stack((at_end, nothing)).ravel())

    return Band(
        closed(times[rows[starts]], times[rows[ends]]),
        closed(lowest, lowest[of]),
        closed(highest, highest[of]),
    )


def pills(times: Floats, heights: Integers, lone: Truths, blocks: Integers) -> Pills:
    """Return the points of one height in blocks that follow each other as one; `lone` ones in each block alone.

    Shapes (n,), `times` and `blocks` rising.
    """
    order = np.lexsort((blocks, lone, heights))
    signs, alone, of = heights[order], lone[order], blocks[order]
    steps = np.diff(of, prepend=0)
    parted = (np.diff(signs, prepend=-1) != 0) | np.append(True, alone[1:] != alone[:-1])
    starts = np.flatnonzero(parted | (steps > 1) | (alone & (steps > 0)))
    ends = np.append(starts[1:], len(order)) - 1
    by_time = np.argsort(times[order[starts]], kind="stable")
    starts, ends = starts[by_time], ends[by_time]
    return Pills(times[order[starts]], times[order[ends]], order[starts])


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
    by_cell = np.argsort(keys, kind="stable")
    return np.sort(by_cell[np.flatnonzero(np.diff(keys[by_cell], prepend=-1))])
