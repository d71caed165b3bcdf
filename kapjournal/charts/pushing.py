"""Names that stand beside ends of lines, pushed apart so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence


def pushed_apart(wanted: Sequence[float], least: float, top: float, bottom: float) -> list[float]:
    """Return heights as near to the wanted ones as may be, at least `least` apart, between top and bottom.

    In the order given; where there is no room for all, they are spread evenly.
    """
    order = sorted(range(len(wanted)), key=lambda row: wanted[row])
    if len(wanted) > 1 and (len(wanted) - 1) * least > bottom - top:
        least = (bottom - top) / (len(wanted) - 1)
    placed: list[float] = []
    for row in order:
        placed.append(max(wanted[row], top, placed[-1] + least if placed else top))
    limit = bottom
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], limit)
        limit = placed[place] - least
    heights = [0.0] * len(wanted)
    for row, height in zip(order, placed, strict=True):
        heights[row] = height
    return heights
