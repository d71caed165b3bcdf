"""What is looked for in every chart is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kapjournal.charts.picture import Mark, Picture, Shape, Words
from tests.charts.made import chart, rows
from tests.charts.sound import sound


@pytest.fixture(scope="module")
def picture() -> Picture:
    return sound(chart(rows()))


@pytest.mark.parametrize(
    "more",
    [
        (Words(895.0, 100.0, "beyond the edge"),),
        (Words(100.0, 2.0, "cut at the top"),),
        (Words(300.0, 8.0, "one over"), Words(310.0, 12.0, "the other")),
        (Words(300.0, 8.0, "on a sign"), Mark(310.0, 8.0, "diamond", 12.0)),
        (Mark(-4.0, 8.0, "circle", 12.0),),
    ],
)
def test_what_is_not_sound_is_seen(picture: Picture, more: tuple[Shape, ...]) -> None:
    with pytest.raises(AssertionError):
        sound(replace(picture, shapes=(*picture.shapes, *more)))
