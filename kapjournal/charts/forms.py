"""The corners of forms, for every painter."""

from __future__ import annotations

from kapjournal.charts.picture import Form

CORNER = 0.18
"""The radius of a square's or diamond's corner, as a part of its side."""


def outline_points(form: Form, x: float, y: float, side: float) -> list[tuple[float, float]]:
    """Return the corners of a triangle or a cross."""
    half = side / 2
    if form == "cross":
        arm = side / 6
        steps = [(-arm, -half), (arm, -half), (arm, -arm), (half, -arm), (half, arm), (arm, arm)]
        return [(x + dx, y + dy) for dx, dy in steps] + [(x - dx, y - dy) for dx, dy in steps]
    up = 1 if form == "triangle_up" else -1
    return [(x - half, y + up * half), (x, y - up * half), (x + half, y + up * half)]
