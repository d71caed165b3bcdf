"""What holds of every chart, however it is laid out."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from kapjournal.charts.inter_width import inter_width
from kapjournal.charts.picture import Box, Dots, Line, Mark, Picture, Shape, Words
from kapjournal.charts.svg import svg

NEVER_SAID = re.compile(r"significant|p ?[<=]|%|streak|score of wellness")
ABOVE, BELOW = 0.74, 0.2
"""How far letters reach above and below the line they stand on, as parts of their size."""
TOUCH = 1.0
"""How much two words may share: the widths of letters are rounded."""


class Extent(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def shares(self, other: Extent) -> bool:
        """Whether the two lie over each other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > TOUCH and down > TOUCH

    def within(self, width: float, height: float) -> bool:
        """Whether it lies on a page."""
        return (
            self.left >= -TOUCH
            and self.top >= -TOUCH
            and self.right <= width + TOUCH
            and self.bottom <= height + TOUCH
        )


def extent(shape: Shape) -> Extent:
    """Where a shape lies."""
    if isinstance(shape, Words):
        width = inter_width(shape.text, shape.size, shape.weight)
        left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
        return Extent(left, shape.y - ABOVE * shape.size, left + width, shape.y + BELOW * shape.size)
    if isinstance(shape, Mark):
        half = shape.side / 2
        return Extent(shape.x - half, shape.y - half, shape.x + half, shape.y + half)
    if isinstance(shape, Box):
        return Extent(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
    highs, lows = (shape.ys, shape.ys) if isinstance(shape, Line | Dots) else (shape.uppers, shape.lowers)
    return Extent(min(shape.xs), min(highs), max(shape.xs), max(lows))


def sound(picture: Picture) -> Picture:
    """A picture with a name, a sentence and valid SVG; all of it lies on its page, no words on others or on signs."""
    assert picture.title
    assert picture.sentence
    assert not NEVER_SAID.search(picture.sentence)
    assert svg(picture).startswith("<svg")
    extents = [(shape, extent(shape)) for shape in picture.shapes if not _is_empty(shape)]
    beyond = [shape for shape, where in extents if not where.within(picture.width, picture.height)]
    assert beyond == [], beyond
    signs = [(shape, where) for shape, where in extents if isinstance(shape, Words | Mark)]
    crowded = [
        (one.text, other.text)
        for (one, here), (other, there) in itertools.combinations(signs, 2)
        if (isinstance(one, Words) or isinstance(other, Words)) and here.shares(there)
    ]
    assert crowded == [], crowded
    return picture


def _is_empty(shape: Shape) -> bool:
    return not isinstance(shape, Words | Mark | Box) and not shape.xs
