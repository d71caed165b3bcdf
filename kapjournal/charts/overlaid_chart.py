"""Around a session: every dosing session laid over the others, from day −7 to +21."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from kapjournal.charts.frame import BASELINE_DROP, LABEL_PX, Frame, value_axis
from kapjournal.charts.legend import Item, laid_out
from kapjournal.charts.overlaid_words import (
    NumberedCurve,
    Overlaid,
    line_stops,
    overlaid_sentence,
    session_name,
    spoken_days,
    treated_note,
)
from kapjournal.charts.picture import Area, Dots, Line, Mark, Paint, Picture, Shape, SpokenPoints, Words
from kapjournal.charts.pushing import pushed_apart
from kapjournal.charts.sheet import Sheet
from kapjournal.statistics.around_session import (
    BAND_NEEDS_SESSIONS,
    DAYS_AFTER,
    DAYS_BEFORE,
    LAGS,
    AroundSession,
)
from kapjournal.statistics.breaks import LONGEST_BRIDGED_DAYS, runs
from kapjournal.statistics.observations import Floats
from kapjournal.words.language import _
from kapjournal.words.numbers import number

MEDIAN_NEEDS_SESSIONS = 3
DASHES = (
    (6.0, 3.0),
    (2.0, 3.0),
    (9.0, 3.0, 2.0, 3.0),
    (12.0, 4.0),
    (4.0, 2.0, 2.0, 2.0),
    (8.0, 3.0, 2.0, 3.0, 2.0, 3.0),
)
NAMED_AT_MOST = 8
NAMES_SHARE = 0.55
"""How much of the height of the plot the names of the sessions may take; where they need more, the last one alone."""
LINE_PX = 1.2
CHOSEN_PX = 1.8
MEDIAN_PX = 3.0
POINT_PX = 3.0
COUNT_PX = 11.0
NAMES_APART_PX = 15
NAME_ROOM = 12
BAND_OPACITY = 0.16
TICKS = (-7, 0, 7, 14, 21)


class _Place(NamedTuple):
    """Where days from a session and values stand."""

    field: Frame

    def x(self, lag: float) -> float:
        return self.field.x(lag)

    def y(self, value: float) -> float:
        return self.field.y(value)


def overlaid_chart(shown: Overlaid, sheet: Sheet) -> Picture:
    """Return the picture of sessions laid over each other; the last one is drawn in ink with its points.

    Raw day values; a line breaks at the dosing day, whose check-ins are points, and over more than three days
    without one. The median is drawn from three sessions on, its band from five (clinical reference 6.2).
    """
    names = [session_name(one.number) for one in _named(shown, sheet)]
    room = sheet.length(NAME_ROOM) + max(sheet.words(name, 600) for name in names)
    left = sheet.length(9) + max(sheet.words(shown.axis.label(line.value)) for line in shown.axis.grid)
    top = sheet.length(30)
    field = Frame(
        left=left,
        right=sheet.width - room,
        top=top,
        bottom=top + sheet.plot_height,
        start=-DAYS_BEFORE - 0.5,
        end=DAYS_AFTER + 0.5,
        low=shown.axis.low,
        high=shown.axis.high,
    )
    place = _Place(field)
    plain_axis = type(shown.axis)(
        shown.axis.name,
        shown.axis.key,
        tuple(type(line)(line.value) for line in shown.axis.grid),
        shown.axis.unit,
    )
    shapes: list[Shape] = [
        *_band(shown, place),
        *value_axis(plain_axis, sheet, field),
        *_day_ticks(sheet, field),
        *_session_line(sheet, field),
        *_counts(shown, sheet, field),
    ]
    *others, (place_of_latest, latest) = enumerate(shown.sessions)
    for row, one in others:
        shapes += _session(one.curve, row, False, sheet, place)
    shapes += _median(shown, sheet, place)
    names_of_others, name_of_latest = _names(shown, sheet, place)
    shapes += names_of_others
    shapes += _session(
        latest.curve, place_of_latest, True, sheet, place
    )  # no name of another one breaks its line
    shapes += name_of_latest
    items = _legend(shown, sheet)
    legend, height = laid_out(
        items, sheet, field.bottom + sheet.length(66 if sheet.legend else 60 if items else 36)
    )
    points, days = spoken_days(shown, place.x, place.y)
    return Picture(
        sheet.width,
        height,
        (*shapes, *legend),
        _("Around a session"),
        overlaid_sentence(shown),
        SpokenPoints.of(points, days),
    )


def _pieces(values: Floats, doses: Iterable[int] = (0,)) -> list[list[int]]:
    """Return the rows of each unbroken stretch: broken over more than three days without a value, and at doses.

    `doses` are their lags; a value of a dosing day stands alone (clinical reference 6.0).
    """
    walls = {lag + DAYS_BEFORE for lag in doses}
    pieces: list[list[int]] = []
    for row in np.flatnonzero(~np.isnan(values)).tolist():
        before = pieces[-1][-1] if pieces else None
        apart = before is None or row - before - 1 > LONGEST_BRIDGED_DAYS
        walled = before is not None and any(before <= wall <= row for wall in walls)
        if apart or walled:
            pieces.append([row])
        else:
            pieces[-1].append(row)
    return pieces


def _session(curve: AroundSession, row: int, chosen: bool, sheet: Sheet, place: _Place) -> list[Shape]:
    dash = () if chosen else tuple(sheet.length(part) for part in DASHES[row % len(DASHES)])
    paint = Paint("ink" if chosen else "ink2")
    width = sheet.length(CHOSEN_PX if chosen else LINE_PX)
    shapes: list[Shape] = []
    dots: list[tuple[float, float]] = []
    for piece in _pieces(curve.values, (0, *curve.doses_before)):
        xs = tuple(place.x(at - DAYS_BEFORE) for at in piece)
        ys = tuple(place.y(float(curve.values[at])) for at in piece)
        if len(piece) > 1:
            shapes.append(Line(xs, ys, paint, width, dash))
        if chosen or len(piece) == 1:
            dots += zip(xs, ys, strict=True)
    at_zero = curve.day_zero
    dots += [(place.x(0), place.y(value)) for value in sorted(set(at_zero.values.tolist()))]
    if dots:
        radius = sheet.length(POINT_PX if chosen else POINT_PX * 0.8)
        shapes.append(
            Dots(
                tuple(x for x, _y in dots),
                tuple(y for _x, y in dots),
                radius,
                paint,
                (),
                Paint("surface"),
                sheet.length(0.8),
            )
        )
    return shapes


def _known_median(shown: Overlaid) -> Floats:
    enough = shown.across.sessions >= MEDIAN_NEEDS_SESSIONS
    return np.where(enough, shown.across.median, np.nan)


def _median(shown: Overlaid, sheet: Sheet, place: _Place) -> list[Shape]:
    values = _known_median(shown)
    shapes: list[Shape] = []
    for piece in _pieces(values):
        xs = [place.x(at - DAYS_BEFORE) for at in piece]
        ys = [place.y(float(values[at])) for at in piece]
        if len(piece) == 1:
            half = place.field.day_width * 0.3
            xs, ys = [xs[0] - half, xs[0] + half], ys * 2
        shapes.append(Line(tuple(xs), tuple(ys), Paint("session"), sheet.length(MEDIAN_PX)))
    return shapes


def _band(shown: Overlaid, place: _Place) -> list[Shape]:
    shapes: list[Shape] = []
    for start, end in runs(~np.isnan(shown.across.band_low)):
        xs = [place.x(at - DAYS_BEFORE) for at in range(start, end)]
        highs = [place.y(float(value)) for value in shown.across.band_high[start:end]]
        lows = [place.y(float(value)) for value in shown.across.band_low[start:end]]
        if len(xs) == 1:
            half = place.field.day_width * 0.3
            xs, highs, lows = [xs[0] - half, xs[0] + half], highs * 2, lows * 2
        shapes.append(Area(tuple(xs), tuple(highs), tuple(lows), Paint("session", BAND_OPACITY)))
    return shapes


def _day_ticks(sheet: Sheet, field: Frame) -> list[Shape]:
    shapes: list[Shape] = []
    baseline = field.bottom + sheet.length(19)
    for lag in TICKS:
        x = field.x(lag)
        shapes.append(Line((x, x), (field.bottom, field.bottom + sheet.length(6)), Paint("strong")))
        if lag == 0:
            shapes.append(Words(x, baseline, _("session"), "session", sheet.length(LABEL_PX), 600, "middle"))
        else:
            text = f"+{number(lag)}" if lag > 0 else number(lag)
            shapes.append(Words(x, baseline, text, "ink2", sheet.length(LABEL_PX), anchor="middle"))
    return shapes


def _session_line(sheet: Sheet, field: Frame) -> list[Shape]:
    x, y = field.x(0), field.top - sheet.length(16)
    return [
        Line((x, x), (y + sheet.length(10), field.bottom), Paint("session", 0.75), sheet.length(1.25)),
        Mark(x, y, "diamond", sheet.length(12), Paint("session_fill")),
    ]


def _counts(shown: Overlaid, sheet: Sheet, field: Frame) -> list[Shape]:
    """Return the row of n under the axis; where days are narrow, every second, third … has its number."""
    size = sheet.length(COUNT_PX)
    y = field.bottom + sheet.length(40)
    widest = max(sheet.words(number(int(n)), size=COUNT_PX) for n in shown.across.sessions)
    step = max(1, math.ceil((widest + sheet.length(3)) / field.day_width))
    shapes: list[Shape] = [Words(0.0, y, _("n"), "ink2", size)]
    for row in range(LAGS):
        lag = row - DAYS_BEFORE
        if lag % step:
            continue
        count = int(shown.across.sessions[row])
        if lag == 0:
            count = sum(len(one.curve.day_zero) > 0 for one in shown.sessions)
        text = number(count) if count else "·"
        shapes.append(Words(field.x(lag), y, text, "ink2", size, anchor="middle"))
    return shapes


def _named(shown: Overlaid, sheet: Sheet) -> tuple[NumberedCurve, ...]:
    """Return the sessions whose lines have a name: all of a few; of many, which nobody could tell apart, the last."""
    count = len(shown.sessions)
    fit = count * sheet.length(NAMES_APART_PX) <= sheet.plot_height * NAMES_SHARE
    return shown.sessions if count <= NAMED_AT_MOST and fit else shown.sessions[-1:]


def _names(shown: Overlaid, sheet: Sheet, place: _Place) -> tuple[list[Shape], list[Shape]]:
    """Return the names at the ends of their lines, pushed apart from each other, and apart from them the last one's.

    A name has the ground under it: another session's line may run there.
    """
    ends = []
    for one in _named(shown, sheet):
        known = np.flatnonzero(~np.isnan(one.curve.values))
        if len(known):
            at = int(known[-1])
            ends.append((one, place.x(at - DAYS_BEFORE), place.y(float(one.curve.values[at]))))
    heights = pushed_apart(
        [y for _one, _x, y in ends],
        sheet.length(NAMES_APART_PX),
        place.field.top,
        place.field.bottom - sheet.length(6),
    )
    size = sheet.length(LABEL_PX)
    of_others: list[Shape] = []
    of_latest: list[Shape] = []
    for (one, x, _wanted), y in zip(ends, heights, strict=True):
        latest = one is shown.sessions[-1]
        shapes = of_latest if latest else of_others
        name = session_name(one.number)
        left, half = x + sheet.length(6), size * 0.6
        ground = (left, left + sheet.words(name, 600) + sheet.length(4))
        shapes.append(Area(ground, (y - half,) * 2, (y + half,) * 2, Paint("surface")))
        shapes.append(
            Words(
                x + sheet.length(8),
                y + size * BASELINE_DROP,
                name,
                "ink" if latest else "ink2",
                size,
                600 if latest else 400,
            )
        )
    return of_others, of_latest


def _legend(shown: Overlaid, sheet: Sheet) -> list[Item]:
    note = treated_note(shown)
    told = [Item((), 0.0, note)] if note else []
    if not sheet.legend:
        return told
    width = sheet.length(26)
    items = []
    if not np.isnan(_known_median(shown)).all():
        line = Line((0.0, width), (0.0, 0.0), Paint("session"), sheet.length(MEDIAN_PX))
        items.append(Item((line,), width, _("median, from 3 sessions on")))
    if not np.isnan(shown.across.band_low).all():
        half = sheet.length(7)
        area = Area((0.0, width), (-half, -half), (half, half), Paint("session", BAND_OPACITY))
        items.append(
            Item(
                (area,),
                width,
                _("10th to 90th percentile of that median, from {n} on").format(
                    n=number(BAND_NEEDS_SESSIONS)
                ),
            )
        )
    items.append(Item((), 0.0, _("n: sessions with a check-in on that day")))
    if any(one.curve.ends_at_next_dose for one in shown.sessions):
        items.append(Item((), 0.0, line_stops()))
    return items + told
