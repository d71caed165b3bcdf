"""A calm line through points: smooth, and never beyond the values it passes through."""

from __future__ import annotations

import numpy as np

from kapjournal.statistics.observations import Floats

SMOOTH_DAY_PX = 5.0
"""Where days are narrower than this, no eye tells a curve from straight lines."""


def monotone_slopes(xs: Floats, ys: Floats) -> Floats:
    """Return dy/dx at each point of a monotone cubic through all of them.

    Shapes (n,), xs rising. Between two points the curve stays between their values: no overshoot.
    Source: F. N. Fritsch and J. Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300; ends flat where the line turns.
    """
    if len(xs) < 2:
        return np.zeros_like(xs)
    steps = np.diff(xs)
    rises = np.diff(ys) / steps
    slopes = np.zeros_like(ys)
    before, after = rises[:-1], rises[1:]
    same_way = before * after > 0
    first = 2 * steps[1:] + steps[:-1]
    second = steps[1:] + 2 * steps[:-1]
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        inner = (first + second) / (first / before + second / after)
    slopes[1:-1] = np.where(same_way, inner, 0.0)
    slopes[0], slopes[-1] = rises[0], rises[-1]
    return slopes
