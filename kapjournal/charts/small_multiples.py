"""More than six measures: a small chart for each, all over the same days."""

from __future__ import annotations

from collections.abc import Sequence

from kapjournal.charts.measures_words import Pair, measures_spoken
from kapjournal.charts.mood_chart import mood_chart
from kapjournal.charts.picture import Picture, Shape, TimeSpan, Words
from kapjournal.charts.placing import moved, wrapped
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import Beside, MeasureAxis
from kapjournal.words.language import _

PANEL_PX = 72
NAME_PX = 22
NAME_SIZE_PX = 14
NAME_LEADING_PX = 18
GAP_PX = 24
TWO_ACROSS_FROM_PX = 720


def small_multiples(pairs: Sequence[Pair], beside: Beside, sheet: Sheet, sentence: str) -> Picture:
    """Return one picture of small charts, two side by side where there is room, each under its whole name."""
    across = 2 if sheet.width >= sheet.length(TWO_ACROSS_FROM_PX) else 1
    width = (sheet.width - (across - 1) * sheet.length(GAP_PX)) / across
    panel = sheet._replace(width=width, plot_height=sheet.length(PANEL_PX), legend=False)
    shapes: list[Shape] = []
    bottom = 0.0
    spans: list[tuple[float, TimeSpan]] = []
    for start in range(0, len(pairs), across):
        row = pairs[start : start + across]
        names = [wrapped(axis.name, panel, NAME_SIZE_PX, weight=600) for _numbers, axis in row]
        # Charts of one row stand level, also where one name takes more lines.
        top = bottom + sheet.length(NAME_PX + NAME_LEADING_PX * (max(map(len, names)) - 1))
        for place, ((numbers, axis), lines) in enumerate(zip(row, names, strict=True)):
            left = place * (width + sheet.length(GAP_PX))
            drawn = mood_chart(numbers, axis, beside, panel)
            shapes += _name(lines, left, top, sheet)
            shapes += [moved(shape, left, top) for shape in drawn.shapes]
            if drawn.span is not None:
                spans.append((top, drawn.span))
            bottom = max(bottom, top + drawn.height + sheet.length(8))

    def spot(day: float, _value: float, _axis: MeasureAxis) -> tuple[float, float]:
        top, span = spans[0]
        return span.left + (day - span.start) / (span.end - span.start) * (span.right - span.left), top

    return Picture(
        sheet.width, bottom, tuple(shapes), _("Several measures"), sentence, measures_spoken(pairs, spot)
    )


def _name(lines: Sequence[str], left: float, bottom: float, sheet: Sheet) -> list[Words]:
    """Return the lines of a name, of which the last stands right above its chart."""
    size = sheet.length(NAME_SIZE_PX)
    last = bottom - sheet.length(NAME_PX * 0.3)
    return [
        Words(left, last - sheet.length(NAME_LEADING_PX) * above, line, "ink", size, 600)
        for above, line in enumerate(reversed(lines))
    ]
