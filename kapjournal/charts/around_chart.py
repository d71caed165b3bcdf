"""A measure around one dosing session: its days from −7 to +21 beside the median of the sessions up to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from kapjournal.charts.around_words import around_sentence, day_heading, day_text
from kapjournal.charts.frame import KERNING_PX, LABEL_BELOW_PX, LABEL_PX, Frame, frame, value_axis
from kapjournal.charts.markers import LINE_OPACITY, LINE_PX, MARK_RISE_PX, MARK_SIDE_PX, session_mark
from kapjournal.charts.picture import (
    Area,
    Dots,
    Line,
    Paint,
    Picture,
    Shape,
    Spoken,
    SpokenPoints,
    Words,
)
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import GridValue, MeasureAxis, SessionMark
from kapjournal.domain.measure import MOOD
from kapjournal.statistics.around_session import (
    DAYS_AFTER,
    DAYS_BEFORE,
    AcrossSessions,
    AroundSession,
)
from kapjournal.statistics.breaks import LONGEST_BRIDGED_DAYS
from kapjournal.statistics.middle import median
from kapjournal.statistics.observations import Floats
from kapjournal.words.language import _
from kapjournal.words.numbers import number

POINT_PX = 4.0
RIM_PX = 1.6
OWN_LINE_PX = 2.4
MEDIAN_LINE_PX = 1.5
MEDIAN_NEEDS = 2
TICKS = (-7, 0, 7, 14, 21)
REST_OPACITY = 0.55


@dataclass(frozen=True, eq=False, slots=True)
class AroundShown:
    """One measure around one session, with what the sessions up to it have in common."""

    curve: AroundSession
    across: AcrossSessions | None
    """None below two sessions."""
    axis: MeasureAxis
    number: int
    """The session's number in its course; 0 for none."""
    first_number: int
    """The first of the sessions that the median is of."""
    today: int
    """The present day, as an ordinal."""

    @property
    def is_open(self) -> bool:
        """Whether days of it are still to come."""
        return not self.curve.ends_at_next_dose and self.curve.day + DAYS_AFTER > self.today


def around_chart(shown: AroundShown, sheet: Sheet) -> Picture:
    """Return the picture. Lines break at the dose and over gaps; the dose's own day stands as points alone."""
    axis = shown.axis._replace(grid=tuple(GridValue(g.value) for g in shown.axis.grid))
    size = sheet.length(LABEL_PX)
    room = sheet.words(_tick_words(DAYS_AFTER)) / 2 + sheet.length(4)
    field = frame(axis, sheet, float(-DAYS_BEFORE), float(DAYS_AFTER), room)
    shapes: list[Shape] = [
        *_rest(shown, sheet, field),
        *value_axis(axis, sheet, field),
        *_ticks(sheet, field, size),
        *_doses(shown, sheet, field),
        *_median(shown, sheet, field),
        *_own(shown, sheet, field),
    ]
    return Picture(
        sheet.width,
        field.bottom + sheet.length(28),
        tuple(shapes),
        _("{measure} around the session").format(measure=axis.name),
        around_sentence(shown.curve, shown.axis),
        SpokenPoints.of(_spoken(shown, field)),
    )


def _tick_words(lag: int) -> str:
    if lag == 0:
        return _("session")
    return _("day {sign}{day}").format(sign="−" if lag < 0 else "+", day=number(abs(lag)))


def _ticks(sheet: Sheet, field: Frame, size: float) -> list[Shape]:
    shapes: list[Shape] = []
    ends = float("-inf")
    for lag in (0, *(t for t in TICKS if t)):
        words = _tick_words(lag)
        wide = sheet.words(words, 600 if lag == 0 else 400)
        x = max(field.x(lag), wide / 2 + sheet.length(KERNING_PX))  # long words at the first day are not cut
        if lag and abs(x - field.x(0)) < wide + sheet.length(4):
            continue
        if lag > 0 and x - wide / 2 < ends + sheet.length(6):
            continue
        if lag > 0:
            ends = x + wide / 2
        baseline = field.bottom + sheet.length(LABEL_BELOW_PX)
        role, weight = ("session", 600) if lag == 0 else ("ink2", 400)
        shapes.append(Words(x, baseline, words, role, size, weight, anchor="middle"))
    return shapes


def _rest(shown: AroundShown, sheet: Sheet, field: Frame) -> list[Shape]:
    """The days that are still to come, or that belong to the next dose."""
    if shown.curve.last_lag >= DAYS_AFTER or not (shown.is_open or shown.curve.ends_at_next_dose):
        return []
    left, right = field.x(shown.curve.last_lag + 0.4), field.right
    shapes: list[Shape] = [
        Area((left, right), (field.top,) * 2, (field.bottom,) * 2, Paint("band", REST_OPACITY))
    ]
    words = _("not yet") if shown.is_open else _("after the next dose")
    if sheet.words(words) + sheet.length(12) <= right - left:
        y = field.top + sheet.length(22)
        shapes.append(Words((left + right) / 2, y, words, "ink2", sheet.length(LABEL_PX), anchor="middle"))
    return shapes


def _doses(shown: AroundShown, sheet: Sheet, field: Frame) -> list[Shape]:
    top = field.top - sheet.length(MARK_RISE_PX - MARK_SIDE_PX * 0.7)
    width = sheet.length(LINE_PX)
    shapes: list[Shape] = [
        Line((field.x(lag),) * 2, (field.top, field.bottom), Paint("session", 0.35), width)
        for lag in shown.curve.doses_before
    ]
    x = field.x(0)
    shapes.append(Line((x, x), (top, field.bottom), Paint("session", LINE_OPACITY), width))
    mark = SessionMark(date.fromordinal(shown.curve.day), shown.number)
    shapes.append(session_mark(mark, x, field.top - sheet.length(MARK_RISE_PX), sheet))
    return shapes


def _pieces(values: Floats, walls: tuple[int, ...]) -> list[list[int]]:
    """The rows of unbroken stretches: they end at doses and where more than three days have no value."""
    pieces: list[list[int]] = []
    for row in np.flatnonzero(~np.isnan(values)).tolist():
        lag = row - DAYS_BEFORE
        if lag in walls:
            continue
        before = pieces[-1][-1] if pieces else None
        apart = before is None or row - before > LONGEST_BRIDGED_DAYS + 1
        walled = before is not None and any(before - DAYS_BEFORE < wall < lag for wall in walls)
        if apart or walled:
            pieces.append([row])
        else:
            pieces[-1].append(row)
    return pieces


def _at(rows: list[int], values: Floats, field: Frame) -> tuple[tuple[float, ...], tuple[float, ...]]:
    xs = tuple(round(field.x(row - DAYS_BEFORE), 2) for row in rows)
    return xs, tuple(round(field.y(float(values[row])), 2) for row in rows)


def _median(shown: AroundShown, sheet: Sheet, field: Frame) -> list[Shape]:
    if shown.across is None:
        return []
    values = np.where(shown.across.sessions >= MEDIAN_NEEDS, shown.across.median, np.nan)
    dash = (sheet.length(4), sheet.length(3))
    shapes: list[Shape] = []
    last: tuple[float, float] | None = None
    for rows in _pieces(values, (0,)):
        xs, ys = _at(rows, values, field)
        last = (xs[-1], ys[-1])
        if len(rows) > 1:
            shapes.append(Line(xs, ys, Paint("ink2"), sheet.length(MEDIAN_LINE_PX), dash))
    words = _("median of sessions {first} to {last}").format(first=shown.first_number, last=shown.number)
    if last is not None and last[0] + sheet.length(10) + sheet.words(words) <= field.right:
        y = last[1] + sheet.length(LABEL_PX) * 0.36
        shapes.append(Words(last[0] + sheet.length(10), y, words, "ink2", sheet.length(LABEL_PX)))
    return shapes


def _own(shown: AroundShown, sheet: Sheet, field: Frame) -> list[Shape]:
    curve = shown.curve
    is_mood = shown.axis.key == MOOD
    paint = Paint("mood", 1.0, field.ramp) if is_mood else Paint(f"series_{shown.axis.key}")
    shapes: list[Shape] = []
    for rows in _pieces(curve.values, (0, *curve.doses_before)):
        if len(rows) > 1:
            xs, ys = _at(rows, curve.values, field)
            shapes.append(Line(xs, ys, paint, sheet.length(OWN_LINE_PX)))
    rows = np.flatnonzero(~np.isnan(curve.values)).tolist()
    if rows:
        shapes.append(_dots(*_at(rows, curve.values, field), curve.values[rows], shown, sheet, hollow=False))
    zero = curve.day_zero.values
    if len(zero):
        xs = (round(field.x(0), 2),) * len(zero)
        ys = tuple(round(field.y(float(value)), 2) for value in zero)
        shapes.append(_dots(xs, ys, zero, shown, sheet, hollow=True))
    if rows and shown.is_open and rows[-1] - DAYS_BEFORE == shown.today - curve.day:
        (x,), (y,) = _at(rows[-1:], curve.values, field)
        place = x + sheet.length(10)
        baseline = y + sheet.length(LABEL_PX) * 0.36
        shapes.append(Words(place, baseline, _("today"), "ink", sheet.length(LABEL_PX), 600))
    return shapes


def _dots(
    xs: tuple[float, ...],
    ys: tuple[float, ...],
    values: Floats,
    shown: AroundShown,
    sheet: Sheet,
    *,
    hollow: bool,
) -> Dots:
    axis = shown.axis
    is_mood = axis.key == MOOD
    steps = tuple(((values - axis.low) / (axis.high - axis.low) * 10).tolist()) if is_mood else ()
    return Dots(
        xs,
        ys,
        sheet.length(POINT_PX),
        Paint("mood" if is_mood else f"series_{axis.key}"),
        steps,
        Paint("surface"),
        sheet.length(RIM_PX),
        hollow,
    )


def _spoken(shown: AroundShown, field: Frame) -> list[Spoken]:
    curve = shown.curve
    told = [
        Spoken(
            field.x(row - DAYS_BEFORE),
            field.y(float(curve.values[row])),
            day_heading(curve, row - DAYS_BEFORE),
            day_text(curve, shown.across, shown.axis, row - DAYS_BEFORE),
        )
        for row in np.flatnonzero(~np.isnan(curve.values)).tolist()
    ]
    zero = curve.day_zero.values
    if len(zero):
        told.append(
            Spoken(
                field.x(0),
                field.y(median(zero)),
                day_heading(curve, 0),
                day_text(curve, shown.across, shown.axis, 0),
            )
        )
    return told
