"""Shapes at another place."""

from __future__ import annotations

import pytest

from kapjournal.charts.picture import Area, Line, Paint, Ramp, Shape, Words
from kapjournal.charts.placing import moved

RAMPED = Paint("mood", ramp=Ramp(100.0, 0.0))
MOVED_RAMP = Paint("mood", ramp=Ramp(107.0, 7.0))


@pytest.mark.parametrize(
    ("shape", "wanted"),
    [
        (Words(1.0, 2.0, "noted"), Words(4.0, 9.0, "noted")),
        (Line((1.0, 2.0), (3.0, 4.0), RAMPED), Line((4.0, 5.0), (10.0, 11.0), MOVED_RAMP)),
        (
            Area((1.0, 2.0), (3.0, 4.0), (5.0, 6.0), RAMPED),
            Area((4.0, 5.0), (10.0, 11.0), (12.0, 13.0), MOVED_RAMP),
        ),
    ],
)
def test_all_of_a_shape_goes_along(shape: Shape, wanted: Shape) -> None:
    assert moved(shape, 3.0, 7.0) == wanted
