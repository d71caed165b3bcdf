"""Several measures together: running medians, each with its marker and dash, named where its line ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kapjournal.charts.curve import SMOOTH_DAY_PX, monotone_slopes
from kapjournal.charts.frame import BASELINE_DROP, LABEL_PX, Frame, day_axis, frame, value_axis
from kapjournal.charts.legend import Item, laid_out
from kapjournal.charts.markers import event_shapes, session_shapes, shown_sessions, today_shapes
from kapjournal.charts.measure_axis import HOURS
from kapjournal.charts.measures_words import measures_sentence, measures_spoken
from kapjournal.charts.picture import Line, Mark, Paint, Picture, Shape, Words
from kapjournal.charts.pushing import pushed_apart
from kapjournal.charts.series import MOST_IN_ONE, SeriesStyle, series_styles
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.small_multiples import small_multiples
from kapjournal.charts.subject import Beside, GridValue, MeasureAxis
from kapjournal.charts.thinning import line_rows
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
NAMES_APART_PX = 15
NAME_GAP_PX = 26
TOP = 10.0
HOURS_STEP = 5
NOON = 0.5
NAMES_SHARE = 0.2


@dataclass(frozen=True, eq=False, slots=True)
class Series:
    """One measure over the range."""

    numbers: History
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
    beside = beside._replace(sessions=sessions)
    axis = _shared_axis(series)
    styles = series_styles([one.axis.key for one in series])
    names = [_shortened(_name(one.axis), sheet) for one in series]
    room = sheet.length(NAME_GAP_PX) + max(sheet.words(name) for name in names)
    end = float(max([first.last_day + 1, *(mark.day.toordinal() + 1 for mark in sessions)]))
    field = frame(axis, sheet, float(first.first_day), end, room)
    marks = ticks(field.start, field.end, field.right - field.left, sheet.words, sheet.length(LABEL_GAP_PX))
    shapes: list[Shape] = [
        *value_axis(axis, sheet, field),
        *day_axis(marks, sheet, field),
        *_empty_days(series, sheet, field),
        *event_shapes(beside.events, sheet, field, first.first_day, first.last_day),
        *session_shapes(sessions, sheet, field),
        *today_shapes(beside, sheet, field),
    ]
    signs: list[Shape] = []
    for place, one in enumerate(series):
        lines, own = _line(one, styles[one.axis.key], place / len(series), sheet, field)
        shapes += lines
        signs += own
    shapes += signs
    shapes += _names(series, names, styles, sheet, field)
    rows, height = _legend(series, sheet, field.bottom)
    return Picture(
        sheet.width,
        height,
        (*shapes, *rows),
        _("Several measures"),
        measures_sentence(_pairs(series), beside),
        measures_spoken(_pairs(series), lambda day, value, own: (field.x(day), _y(value, own, field))),
    )


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
    return MeasureAxis("", "", tuple(GridValue(value) for value in np.arange(0, top + 1, HOURS_STEP)))


def _own_scale(axis: MeasureAxis) -> bool:
    """Whether a measure is drawn on its own ends rather than at its number."""
    return axis.unit != HOURS and (axis.low, axis.high) != (0.0, TOP)


def _y(value: float, axis: MeasureAxis, field: Frame) -> float:
    if _own_scale(axis):
        value = (value - axis.low) / (axis.high - axis.low) * TOP
    return field.y(value)


def _name(axis: MeasureAxis) -> str:
    if axis.unit == HOURS:
        return _("{measure}, hours").format(measure=axis.word)
    if _own_scale(axis):
        return _("{measure}, {low} to {high}").format(
            measure=axis.word, low=axis.label(axis.low), high=axis.label(axis.high)
        )
    return axis.word


def _shortened(name: str, sheet: Sheet) -> str:
    """Return a name that leaves the lines their room; the chips, points and table have it whole."""
    room = sheet.width * NAMES_SHARE
    while len(name) > 4 and sheet.words(name) > room:
        name = name[:-2].rstrip() + "…"
    return name


def _line(
    one: Series, style: SeriesStyle, stagger: float, sheet: Sheet, field: Frame
) -> tuple[list[Shape], list[Shape]]:
    """Return the pieces of a line and its markers; `stagger` moves these along, so that none hides another's."""
    values = drawn_values(one.numbers)
    noons: Floats = one.numbers.days.days.astype(np.float64) + NOON
    across = field.left + (noons - field.start) * field.day_width
    fine = field.day_width < FINE_DAY_PX
    width = sheet.length(FINE_LINE_PX if fine else LINE_PX)
    dash = tuple(sheet.length(part) for part in style.dash)
    lines: list[Shape] = []
    signs: list[Shape] = []
    if is_seldom(one.numbers):
        seen = np.flatnonzero(~np.isnan(values))
        places = [(float(across[row]), _y(float(values[row]), one.axis, field)) for row in seen]
        return [], [shape for x, y in places for shape in _sign(x, y, style, sheet)]
    apart = sheet.length(MARKS_APART_PX)
    next_mark = field.left + stagger * apart
    for start, end in runs(~np.isnan(values)):
        xs = across[start:end]
        ys = np.array([_y(value, one.axis, field) for value in values[start:end].tolist()])
        if len(xs) == 1:
            signs += _sign(float(xs[0]), float(ys[0]), style, sheet)
            continue
        if field.day_width >= SMOOTH_DAY_PX:
            slopes = _plain(monotone_slopes(xs, ys))
            lines.append(Line(_plain(xs), _plain(ys), Paint(style.role), width, dash, slopes))
        else:
            kept = line_rows(xs, ys)
            lines.append(Line(_plain(xs[kept]), _plain(ys[kept]), Paint(style.role), width, dash))
        for x, y in zip(xs.tolist(), ys.tolist(), strict=True):
            if x >= next_mark:
                signs += _sign(x, y, style, sheet)
                next_mark += apart * max(1, np.ceil((x - next_mark) / apart))
    return lines, signs


def _sign(x: float, y: float, style: SeriesStyle, sheet: Sheet) -> list[Shape]:
    """Return a marker on a disc of the card's colour."""
    disc = Mark(x, y, "circle", sheet.length(2 * DISC_PX), Paint("surface"))
    return [disc, Mark(x, y, style.form, sheet.length(MARK_PX), Paint(style.role))]


def _names(
    series: Sequence[Series], names: list[str], styles: dict[str, SeriesStyle], sheet: Sheet, field: Frame
) -> list[Shape]:
    """Return each marker and name at the right, at the height where its line ends or as near as there is room."""
    ends = []
    for one in series:
        values = drawn_values(one.numbers)
        known = values[~np.isnan(values)]
        ends.append(_y(float(known[-1]), one.axis, field) if len(known) else field.bottom)
    heights = pushed_apart(ends, sheet.length(NAMES_APART_PX), field.top, field.bottom)
    size = sheet.length(LABEL_PX)
    shapes: list[Shape] = []
    for one, name, y in zip(series, names, heights, strict=True):
        style = styles[one.axis.key]
        sign_x = field.right + sheet.length(12)
        shapes.append(Mark(sign_x, y, style.form, sheet.length(MARK_PX), Paint(style.role)))
        shapes.append(Words(sign_x + sheet.length(11), y + size * BASELINE_DROP, name, "ink", size))
    return shapes


def _empty_days(series: Sequence[Series], sheet: Sheet, field: Frame) -> list[Shape]:
    """Return a dotted floor where none of the measures has enough days."""
    first = series[0].numbers.days
    observed = np.sum([one.numbers.days.check_ins for one in series], axis=0).astype(np.int64)
    shapes: list[Shape] = []
    for gap in gaps(DayValues(first.first_day, first.medians, observed)):
        left, right = field.x(gap.first_day) + sheet.length(7), field.x(gap.last_day + 1) - sheet.length(7)
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


def _legend(series: Sequence[Series], sheet: Sheet, bottom: float) -> tuple[list[Shape], float]:
    items = [Item((), 0.0, _("medians of the last 7 days, from 3 days on; a dosing day breaks the lines"))]
    if any(is_seldom(one.numbers) for one in series):
        items.append(
            Item((), 0.0, _("signs without a line: noted too seldom for one, each is a day’s value"))
        )
    return laid_out(items, sheet, bottom + sheet.length(43))


def _plain(values: Floats) -> tuple[float, ...]:
    return tuple(np.round(values, 2).tolist())
