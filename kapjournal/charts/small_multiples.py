"""More than six measures: a small chart for each, all over the same days."""

from __future__ import annotations

from collections.abc import Sequence

from kapjournal.charts.measures_words import Pair, measures_spoken
from kapjournal.charts.mood_chart import mood_chart
from kapjournal.charts.picture import Picture, Shape, Words
from kapjournal.charts.placing import moved
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import Beside, MeasureAxis
from kapjournal.words.language import _

PANEL_PX = 72
NAME_PX = 22
GAP_PX = 24
TWO_ACROSS_FROM_PX = 720


def small_multiples(pairs: Sequence[Pair], beside: Beside, sheet: Sheet, sentence: str) -> Picture:
    """Return one picture of small charts, two side by side where there is room."""
    across = 2 if sheet.width >= sheet.length(TWO_ACROSS_FROM_PX) else 1
    width = (sheet.width - (across - 1) * sheet.length(GAP_PX)) / across
    panel = sheet._replace(width=width, plot_height=sheet.length(PANEL_PX), legend=False)
    shapes: list[Shape] = []
    top = bottom = 0.0
    for place, (numbers, axis) in enumerate(pairs):
        drawn = mood_chart(numbers, axis, beside, panel)
        left = place % across * (width + sheet.length(GAP_PX))
        if place % across == 0:
            top = bottom
        shapes.append(Words(left, top + sheet.length(NAME_PX * 0.7), axis.name, "ink", sheet.length(14), 600))
        shapes += [moved(shape, left, top + sheet.length(NAME_PX)) for shape in drawn.shapes]
        bottom = max(bottom, top + sheet.length(NAME_PX) + drawn.height + sheet.length(8))

    def spot(day: float, _value: float, _axis: MeasureAxis) -> tuple[float, float]:
        first = pairs[0][0]
        share = (day - first.first_day) / (first.last_day + 1 - first.first_day)
        return share * width, sheet.length(NAME_PX)

    return Picture(
        sheet.width, bottom, tuple(shapes), _("Several measures"), sentence, measures_spoken(pairs, spot)
    )
