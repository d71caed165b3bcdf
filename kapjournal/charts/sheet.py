"""What a chart is drawn on: how wide it may be, how large its type is, and how wide words come out there."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kapjournal.charts.inter_width import inter_width

WordWidth = Callable[[str, float, int], float]
"""Text, size and weight to width, all in page units."""


class Sheet(NamedTuple):
    """A place for one chart. The window measures with its own font; paper and web page with the bundled one."""

    width: float
    plot_height: float = 224.0
    """From the lowest to the highest value; what stands above and below comes on top."""
    scale: float = 1.0
    """Text size: 1 is 100 %. Type, points, lines and distances follow it."""
    width_of: WordWidth = inter_width
    legend: bool = True

    def length(self, design_px: float) -> float:
        """Return a length of the design at this text size."""
        return design_px * self.scale

    def words(self, text: str, weight: int = 400, size: float = 12.5) -> float:
        """Return how wide a text in the chart's label type is."""
        return self.width_of(text, size * self.scale, weight)
