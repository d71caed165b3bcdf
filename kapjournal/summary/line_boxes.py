"""Where each line that can be struck stands on its page, from the marks that the layout leaves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from kapjournal.domain.share import PageSize

POINTS = {PageSize.A4: (595.28, 841.89), PageSize.LETTER: (612.0, 792.0)}
MARGIN_PT = 42.52
FOOT_PT = 48.0
_LINE_PT = 8.0
_ABOVE_PT = 3.0
_BESIDE_PT = 4.0
_SAME_LINE = 0.004
_AT_THE_RIGHT = "standing:"


class LineBox(NamedTuple):
    """The place of a line on a page (from 0), in shares of its width and height."""

    key: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


def line_boxes(marks: Iterable[Any], size: PageSize) -> tuple[LineBox, ...]:
    """Return the boxes in reading order; a line that runs over a page's end has one on each."""
    width, height = POINTS[size]
    begun: dict[str, tuple[int, float, float]] = {}
    found: list[LineBox] = []
    for key, end, page, x, y, share in marks:
        if not end:
            begun.setdefault(key, (page, x, y))
        elif key in begun:
            first_page, left, top = begun.pop(key)
            right = MARGIN_PT + (width - 2 * MARGIN_PT) * float(str(share).rstrip("%")) / 100
            left = min(left, x) if page == first_page and x < left and right <= left else left
            for place in range(first_page, page + 1):
                above = top - _ABOVE_PT if place == first_page else MARGIN_PT
                below = y + _LINE_PT if place == page else height - FOOT_PT
                found.append(_box(key, place - 1, (left, above, right, below), (width, height)))
    return tuple(_apart(_as_wide_as_their_block(found)))


def _box(key: str, page: int, box: tuple[float, float, float, float], paper: tuple[float, float]) -> LineBox:
    left, top, right, bottom = box
    width, height = paper
    return LineBox(
        key,
        page,
        max(left - _BESIDE_PT, 0.0) / width,
        top / height,
        max(right + _BESIDE_PT, left + 20.0) / width,
        max(bottom, top + _LINE_PT) / height,
    )


def _as_wide_as_their_block(boxes: list[LineBox]) -> list[LineBox]:
    """Let the lines at the right edge of the head share the left of the widest: their own marks stand at their ends."""
    left = min((box.left for box in boxes if box.key.startswith(_AT_THE_RIGHT)), default=0.0)
    return [box._replace(left=left) if box.key.startswith(_AT_THE_RIGHT) else box for box in boxes]


def _apart(boxes: list[LineBox]) -> Iterable[LineBox]:
    """Let each box end where the next one below it begins, and where the next one beside it does."""
    for box in boxes:
        beside = [
            other.left
            for other in boxes
            if other.page == box.page and abs(other.top - box.top) <= _SAME_LINE and box.left < other.left
        ]
        below = [
            other.top
            for other in boxes
            if other.page == box.page
            and other.top > box.top + _SAME_LINE
            and other.left < box.right
            and box.left < other.right
        ]
        bottom = min([box.bottom, *below])
        yield LineBox(box.key, box.page, box.left, box.top, min([box.right, *beside]), bottom)
