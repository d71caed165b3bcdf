"""Several measures together: running medians, each with its marker and dash, named where its line ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from kapjournal.charts.blocks import Blocks
from kapjournal.charts.curve import SMOOTH_DAY_PX, monotone_slopes
from kapjournal.charts.frame import (
    BASELINE_DROP,
    LABEL_PX,
    ROOM_BELOW_PX,
    Frame,
    day_axis,
    frame,
    heights,
    value_axis,
)
from kapjournal.charts.legend import Item, event_item, laid_out
from kapjournal.charts.markers import (
    Today,
    event_shapes,
    session_shapes,
    shown_sessions,
    today_of,
    today_shapes,
)
from kapjournal.charts.measure_axis import HOURS
from kapjournal.charts.measures_words import measures_sentence, measures_spoken
from kapjournal.charts.picture import Line, Mark, Paint, Picture, Shape, Words
from kapjournal.charts.pushing import pushed_apart
from kapjournal.charts.series import MOST_IN_ONE, SeriesStyle, series_styles
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.small_multiples import small_multiples
from kapjournal.charts.subject import Beside, GridValue, MeasureAxis
from kapjournal.charts.thinning import block_days
from kapjournal.charts.time_axis import LABEL_GAP_PX, ticks
from kapjournal.statistics.breaks import gaps, runs
from kapjournal.statistics.day_values import DayValues
from kapjournal.statistics.history import History
from kapjournal.statistics.observations import Floats
from kapjournal.words.language import _

LINE_PX = 1.8
FINE_LINE_PX = 1.2
FINE_DAY_PX = 1.2
DISC_PX = 6.4
MARK_PX = 9.0
MARKS_APART_PX = 96
MARK_FROM_NAME_PX = 20
NAMES_APART_PX = 15
UNDER_TODAY = 1.9
"""How far below the word of today a name stands, in heights of its letters."""
NAME_GAP_PX = 26
TOP = 10.0
HOURS_STEP = 5
NAMES_SHARE = 0.2
NAMED_LINE_PX = 40


@dataclass(frozen=True, eq=False, slots=True)
class Series:
    """One measure over the range."""

    numbers: History
    axis: MeasureAxis


class _Drawn(NamedTuple):
    """One measure as it is drawn."""

    blocks: Blocks
    axis: MeasureAxis


def measures_chart(series: Sequence[Series], beside: Beside, sheet: Sheet) -> Picture:
    """Return the picture of up to six measures over one range; of more, a small chart for each.

    Lines are running medians of seven days and stop where the chart of one measure stops (clinical reference 6.0, 6.1).
    Hours stand at their own number; a scale that is not 0 to 10 is drawn whole on its own ends, which its name says.
    """
    if len(series) > MOST_IN_ONE:
        return small_multiples(
            [(one.numbers, one.axis) for one in series],
            beside,
            sheet,
            measures_sentence(_pairs(series), beside),
        )
    first = series[0].numbers
    sessions = shown_sessions(beside, first.first_day, first.last_day, sheet)
    events = beside.between(first.first_day, first.last_day + 1).events
    beside = beside._replace(sessions=sessions, events=events)
    end = float(max([first.last_day + 1, *(mark.day.toordinal() + 1 for mark in sessions)]))
    field = _field(series, float(first.first_day), end, sheet)
    shapes = _drawn(
        [_Drawn(Blocks(one.numbers, one.axis, None), one.axis) for one in series], beside, sheet, field
    )
    rows, height = _legend(series, beside, sheet, field.bottom)
    return Picture(
        sheet.width,
        height,
        (*shapes, *rows),
        _("Several measures"),
        measures_sentence(_pairs(series), beside),
        measures_spoken(_pairs(series), lambda day, value, own: (field.x(day), _y(value, own, field))),
        field.span,
    )


class MovingMeasures(NamedTuple):
    """What the chart of several measures, at most six, is drawn from while its range is on its way."""

    blocks: Sequence[Blocks]
    beside: Beside
    """Of the whole journal, as the blocks are."""
    before: Sequence[Series]
    beside_before: Beside
    """What was shown before: its axis and legend stay until the range rests."""


def measures_frame(moving: MovingMeasures, start: float, end: float, sheet: Sheet) -> Picture:
    """Return what stands between two times, without sentence and points."""
    before = moving.before
    field = _field(before, start, end, sheet)
    drawn = [_Drawn(blocks, one.axis) for blocks, one in zip(moving.blocks, before, strict=True)]
    shapes = _drawn(drawn, moving.beside.between(start, end), sheet, field)
    rows, height = _legend(before, moving.beside_before, sheet, field.bottom)
    return Picture(sheet.width, height, (*shapes, *rows), _("Several measures"), "", span=field.span)


def _field(series: Sequence[Series], start: float, end: float, sheet: Sheet) -> Frame:
    axes = [one.axis for one in series]
    names = max(sheet.words(_name(axis)) for axis in axes) if _named_at_ends(axes, sheet) else 0.0
    return frame(_shared_axis(series), sheet, start, end, sheet.length(NAME_GAP_PX) + names)


def _drawn(drawn: Sequence[_Drawn], beside: Beside, sheet: Sheet, field: Frame) -> list[Shape]:
    today = today_of(beside, sheet, field)
    marks = ticks(field.start, field.end, field.right - field.left, sheet.words, sheet.length(LABEL_GAP_PX))
    top = MeasureAxis("", "", _grid(field.high))
    styles = series_styles([one.axis.key for one in drawn])
    shapes: list[Shape] = [
        *value_axis(top, sheet, field),
        *day_axis(marks, sheet, field, today.of_dates if today else None),
        *_empty_days(drawn, sheet, field),
        *event_shapes(beside.events, sheet, field),
        *session_shapes(beside.sessions, sheet, field),
        *today_shapes(today, sheet, field),
    ]
    signs: list[Shape] = []
    for place, one in enumerate(drawn):
        lines, own = _line(one, styles[one.axis.key], place / len(drawn), sheet, field)
        shapes += lines
        signs += own
    return [*shapes, *signs, *_names(drawn, styles, sheet, field, today)]


def _pairs(series: Sequence[Series]) -> list[tuple[History, MeasureAxis]]:
    return [(one.numbers, one.axis) for one in series]


def _shared_axis(series: Sequence[Series]) -> MeasureAxis:
    """Return the axis of numbers: 0 to 10, further only where hours need it."""
    longest = [
        float(np.nanmax(drawn_values(one.numbers)))
        for one in series
        if one.axis.unit == HOURS and not np.isnan(drawn_values(one.numbers)).all()
    ]
    top = max([TOP, *(float(np.ceil(hours / HOURS_STEP) * HOURS_STEP) for hours in longest)])
    return MeasureAxis("", "", _grid(top))


def _grid(top: float) -> tuple[GridValue, ...]:
    return tuple(GridValue(value) for value in np.arange(0, top + 1, HOURS_STEP))


def _own_scale(axis: MeasureAxis) -> bool:
    """Whether a measure is drawn on its own ends rather than at its number."""
    return axis.unit != HOURS and (axis.low, axis.high) != (0.0, TOP)


def _y(value: float, axis: MeasureAxis, field: Frame) -> float:
    if _own_scale(axis):
        value = (value - axis.low) / (axis.high - axis.low) * TOP
    return field.y(value)


def _heights(values: Floats, axis: MeasureAxis, field: Frame) -> Floats:
    """Return where values stand: `_y` for an array."""
    if _own_scale(axis):
        values = (values - axis.low) / (axis.high - axis.low) * TOP
    return heights(values, field)


def _name(axis: MeasureAxis) -> str:
    """Return the name of a measure with what its numbers mean."""
    if axis.unit == HOURS:
        return _("{measure}, hours").format(measure=axis.word)
    if _own_scale(axis):
        low, high = axis.label(axis.low), axis.label(axis.high)
        return _("{measure}, {low} to {high}").format(measure=axis.word, low=low, high=high)
    return axis.word


def _named_at_ends(axes: Sequence[MeasureAxis], sheet: Sheet) -> bool:
    """Whether all names stand at the ends of their lines; where one would take the lines their room, none does.

    Then each stands whole under the chart, beside its sign.
    """
    return all(sheet.words(_name(axis)) <= sheet.width * NAMES_SHARE for axis in axes)


def _line(
    one: _Drawn, style: SeriesStyle, stagger: float, sheet: Sheet, field: Frame
) -> tuple[list[Shape], list[Shape]]:
    """Return the pieces of a line and its markers; `stagger` moves these along, so that none hides another's."""
    times, values, seldom = _values(one, field)
    xs, ys = field.left + (times - field.start) * field.day_width, _heights(values, one.axis, field)
    if seldom:
        seen = np.flatnonzero(~np.isnan(values))
        return [], [shape for row in seen for shape in _sign(float(xs[row]), float(ys[row]), style, sheet)]
    width = sheet.length(FINE_LINE_PX if field.day_width < FINE_DAY_PX else LINE_PX)
    dash = tuple(sheet.length(part) for part in style.dash)
    paint = Paint(style.role)
    lines: list[Shape] = []
    signs: list[Shape] = []
    apart = sheet.length(MARKS_APART_PX)
    next_mark = field.left + stagger * apart
    for start, end in runs(~np.isnan(values)):
        piece, heights_of = xs[start:end], ys[start:end]
        if len(piece) == 1:
            signs += _sign(float(piece[0]), float(heights_of[0]), style, sheet)
            continue
        smooth = field.day_width >= SMOOTH_DAY_PX
        slopes = _plain(monotone_slopes(piece, heights_of)) if smooth else ()
        lines.append(Line(_plain(piece), _plain(heights_of), paint, width, dash, slopes))
        # Where the name stands beside it, its own marker is enough.
        last = field.right - sheet.length(MARK_FROM_NAME_PX)
        while (at := int(np.searchsorted(piece, next_mark))) < len(piece) and piece[at] <= last:
            x = float(piece[at])
            signs += _sign(x, float(heights_of[at]), style, sheet)
            next_mark += apart * max(1, np.ceil((x - next_mark) / apart))
    return lines, signs


def _values(one: _Drawn, field: Frame) -> tuple[Floats, Floats, bool]:
    """Return times and values of a measure in view, and whether it was noted too seldom for a line."""
    blocks = one.blocks
    times, values = blocks.medians(field.start, field.end)
    if np.isnan(values).all():
        return (*blocks.day_values(field.start, field.end), True)
    if field.day_width >= SMOOTH_DAY_PX:
        return times, values, False
    return (*blocks.line(block_days(field.day_width), field.start, field.end), False)


def _sign(x: float, y: float, style: SeriesStyle, sheet: Sheet) -> list[Shape]:
    """Return a marker on a disc of the card's colour."""
    disc = Mark(x, y, "circle", sheet.length(2 * DISC_PX), Paint("surface"))
    return [disc, Mark(x, y, style.form, sheet.length(MARK_PX), Paint(style.role))]


def _names(
    drawn: Sequence[_Drawn], styles: dict[str, SeriesStyle], sheet: Sheet, field: Frame, today: Today | None
) -> list[Shape]:
    """Return each marker and name at the right, at the height where its line ends or as near as there is room.

    Only the markers where the names stand under the chart; none beside the word of today where that reaches so far.
    """
    ends = []
    for one in drawn:
        _times, values, _seldom = _values(one, field)
        known = values[~np.isnan(values)]
        ends.append(_y(float(known[-1]), one.axis, field) if len(known) else field.bottom)
    size, sign_x = sheet.length(LABEL_PX), field.right + sheet.length(12)
    beside_today = (
        today is not None and not today.among_dates and today.right > sign_x - sheet.length(MARK_PX)
    )
    top = field.top + (size * UNDER_TODAY if beside_today else 0.0)
    places = pushed_apart(ends, sheet.length(NAMES_APART_PX), top, field.bottom)
    named = _named_at_ends([one.axis for one in drawn], sheet)
    shapes: list[Shape] = []
    for one, y in zip(drawn, places, strict=True):
        style = styles[one.axis.key]
        shapes.append(Mark(sign_x, y, style.form, sheet.length(MARK_PX), Paint(style.role)))
        if named:
            baseline = y + size * BASELINE_DROP
            shapes.append(Words(sign_x + sheet.length(11), baseline, _name(one.axis), "ink", size))
    return shapes


def _empty_days(drawn: Sequence[_Drawn], sheet: Sheet, field: Frame) -> list[Shape]:
    """Return a dotted floor where none of the measures has enough days."""
    histories = [one.blocks.numbers for one in drawn]
    first = histories[0].days
    observed = np.sum([one.days.check_ins for one in histories], axis=0).astype(np.int64)
    inset = sheet.length(7)
    shapes: list[Shape] = []
    for gap in gaps(DayValues(first.first_day, first.medians, observed).between(*field.days)):
        left, right = field.x(gap.first_day) + inset, field.x(gap.last_day + 1) - inset
        if right - left < sheet.length(4):
            continue
        y = field.bottom - sheet.length(6)
        dots = (sheet.length(2), sheet.length(3))
        shapes.append(Line((left, right), (y, y), Paint("ink3"), sheet.length(1.25), dots))
        if sheet.words(_("too few days")) <= right - left:
            shapes.append(
                Words(
                    (left + right) / 2,
                    y - sheet.length(9),
                    _("too few days"),
                    "ink3",
                    sheet.length(LABEL_PX),
                    anchor="middle",
                )
            )
    return shapes


def is_seldom(numbers: History) -> bool:
    """Whether a measure was never noted on three of seven days: it has no line, its days stand as signs."""
    return bool(np.isnan(numbers.median).all())


def drawn_values(numbers: History) -> Floats:
    """Return what is drawn of a measure, one row a day: running medians, or day values where there are none."""
    return numbers.days.medians if is_seldom(numbers) else numbers.median


def _legend(
    series: Sequence[Series], beside: Beside, sheet: Sheet, bottom: float
) -> tuple[list[Shape], float]:
    axes = [one.axis for one in series]
    items = [] if _named_at_ends(axes, sheet) else _name_items(axes, sheet)
    if sheet.legend:
        items.append(
            Item((), 0.0, _("medians of the last 7 days, from 3 days on; a dosing day breaks the lines"))
        )
    if any(is_seldom(one.numbers) for one in series):
        items.append(
            Item((), 0.0, _("signs without a line: noted too seldom for one, each is a day’s value"))
        )
    if beside.events and sheet.legend:
        items.append(event_item(sheet))
    if not items:
        return [], bottom + sheet.length(ROOM_BELOW_PX)
    return laid_out(items, sheet, bottom + sheet.length(43))


def _name_items(axes: Sequence[MeasureAxis], sheet: Sheet) -> list[Item]:
    """Return each measure's line with its sign, and its whole name."""
    styles = series_styles([axis.key for axis in axes])
    width, items = sheet.length(NAMED_LINE_PX), []
    for axis in axes:
        style = styles[axis.key]
        dash = tuple(sheet.length(part) for part in style.dash)
        line = Line((0.0, width), (0.0, 0.0), Paint(style.role), sheet.length(LINE_PX), dash)
        items.append(Item((line, *_sign(width / 2, 0.0, style, sheet)), width, _name(axis)))
    return items


def _plain(values: Floats) -> tuple[float, ...]:
    return tuple(np.round(values, 2).tolist())
