"""What the signs of a chart mean, in words, in as many rows as are needed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kapjournal.charts.frame import BASELINE_DROP, LABEL_PX, Frame, has_words
from kapjournal.charts.picture import Area, Dots, Line, Mark, Paint, Ramp, Shape, Words
from kapjournal.charts.placing import moved, wrapped
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import Beside, MeasureAxis
from kapjournal.domain.measure import MOOD
from kapjournal.statistics.history import History
from kapjournal.words.language import _

BELOW_FRAME_PX = 43
ROW_PX = 22
LEADING_PX = 18
SIGN_GAP_PX = 9
ITEM_GAP_PX = 20
BAND_OPACITY = 0.16


class Item(NamedTuple):
    """One sign, drawn from x = 0 around y = 0, and what it means."""

    sign: tuple[Shape, ...]
    sign_width: float
    text: str


def legend(
    numbers: History, axis: MeasureAxis, beside: Beside, sheet: Sheet, field: Frame
) -> tuple[list[Shape], float]:
    """Return the legend of a measure's chart and the height of the picture with it: only signs that are there."""
    return laid_out(_items(numbers, axis, beside, sheet), sheet, field.bottom + sheet.length(BELOW_FRAME_PX))


def laid_out(items: list[Item], sheet: Sheet, first_row: float) -> tuple[list[Shape], float]:
    """Return the signs and words of a legend whose first row's middle is given, and where it ends."""
    shapes: list[Shape] = []
    x, y = 0.0, first_row
    size = sheet.length(LABEL_PX)
    for item in items:
        text_left = item.sign_width + (sheet.length(SIGN_GAP_PX) if item.sign else 0.0)
        width = text_left + sheet.words(item.text)
        if x and x + width > sheet.width:
            x, y = 0.0, y + sheet.length(ROW_PX)
        shapes += [moved(shape, x, y) for shape in item.sign]
        lines = [item.text] if width <= sheet.width else wrapped(item.text, sheet, LABEL_PX, text_left)
        for place, line in enumerate(lines):
            y += sheet.length(LEADING_PX) if place else 0.0
            shapes.append(Words(x + text_left, y + size * BASELINE_DROP, line, "ink2", size))
        x += width + sheet.length(ITEM_GAP_PX)
    return shapes, y + sheet.length(ROW_PX / 2)


def _items(numbers: History, axis: MeasureAxis, beside: Beside, sheet: Sheet) -> list[Item]:
    items = _end_items(axis, sheet) + _point_items(numbers, axis, sheet)
    sample = _sample_paint(axis)
    if not np.isnan(numbers.median).all():
        line = Line((0.0, sheet.length(26)), (0.0, 0.0), sample, sheet.length(2.6))
        items.append(Item((line,), sheet.length(26), _("median of the last 7 days, from 3 days on")))
    if not np.isnan(numbers.band_low).all():
        width, half = sheet.length(26), sheet.length(7)
        area = Area((0.0, width), (-half, -half), (half, half), sample._replace(opacity=BAND_OPACITY))
        items.append(Item((area,), width, _("10th to 90th percentile of the same 7 days, from 5 on")))
    return items + _mark_items(beside, numbers, sheet)


def _end_items(axis: MeasureAxis, sheet: Sheet) -> list[Item]:
    """Return the words at the ends of the scale, where they have no room at its side."""
    ends = (axis.grid[0], axis.grid[-1])
    if has_words(sheet) or not any(end.word for end in ends):
        return []
    return [Item((), 0.0, f"{axis.label(end.value)} {end.word}") for end in ends if end.word]


def _point_items(numbers: History, axis: MeasureAxis, sheet: Sheet) -> list[Item]:
    radius = sheet.length(3)
    paint, rim = _sample_paint(axis)._replace(opacity=0.8), Paint("surface")
    middle = radius + sheet.length(1)
    later = numbers.shown.added_later
    items = []
    if not len(later) or not later.all():
        dot = Dots((middle,), (0.0,), radius, paint, (), rim, sheet.length(0.8))
        items.append(Item((dot,), 2 * middle, _("one check-in")))
    if later.any():
        ring = Dots((middle,), (0.0,), radius, paint, (), rim, sheet.length(0.8), hollow=True)
        items.append(Item((ring,), 2 * middle, _("added later")))
    return items


def _mark_items(beside: Beside, numbers: History, sheet: Sheet) -> list[Item]:
    side = sheet.length(9.5)
    half = sheet.length(7)
    items = []
    if any(not session.planned for session in beside.sessions):
        mark = Mark(half, 0.0, "diamond", side, Paint("session_fill"))
        items.append(Item((mark,), 2 * half, _("dosing session")))
    if any(session.planned for session in beside.sessions):
        dash = (sheet.length(2), sheet.length(2.4))
        mark = Mark(half, 0.0, "diamond", side, None, Paint("session"), sheet.length(1.25), dash)
        items.append(Item((mark,), 2 * half, _("planned")))
    if any(numbers.first_day <= event.day.toordinal() <= numbers.last_day for event in beside.events):
        items.append(event_item(sheet))
    return items


def event_item(sheet: Sheet) -> Item:
    """Return the sign of an event and its word."""
    half = sheet.length(7)
    mark = Mark(half, 0.0, "triangle_up", sheet.length(8), None, Paint("ink2"), sheet.length(1.25))
    return Item((mark,), 2 * half, _("event"))


def _sample_paint(axis: MeasureAxis) -> Paint:
    """Return the colour of the signs: for mood the middle of its ramp."""
    return Paint("mood", ramp=Ramp(100.0, -100.0)) if axis.key == MOOD else Paint(f"series_{axis.key}")
