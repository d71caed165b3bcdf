"""A measure over time: every check-in a point, the running median of seven days and its band, sessions as markers."""

from __future__ import annotations

import itertools
import math
from datetime import datetime

import numpy as np

from kapjournal.charts.curve import SMOOTH_DAY_PX, monotone_slopes
from kapjournal.charts.frame import BASELINE_DROP, LABEL_PX, Frame, day_axis, frame, heights, value_axis
from kapjournal.charts.legend import legend
from kapjournal.charts.markers import event_shapes, session_shapes, shown_sessions, today_shapes
from kapjournal.charts.picture import Area, Dots, Line, Paint, Picture, Shape, Words
from kapjournal.charts.sentence import measure_sentence
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.spoken import spoken_points
from kapjournal.charts.subject import Beside, MeasureAxis
from kapjournal.charts.thinning import DOT_CELL_PX, area_cells, dot_rows, line_rows
from kapjournal.charts.time_axis import LABEL_GAP_PX, ticks
from kapjournal.domain.measure import MOOD
from kapjournal.statistics.breaks import Gap, runs
from kapjournal.statistics.history import History
from kapjournal.statistics.observations import MINUTES_A_DAY, Floats
from kapjournal.words.language import _

LINE_PX = 2.6
FINE_LINE_PX = 1.0
FINE_DAY_PX = 1.2
"""Where days are narrower than this, a wide line would only be a wall."""
BAND_OPACITY = 0.16
POINT_OPACITY = 0.8
POINT_PX = 3.0
RIM_PX = 0.8
DENSE_POINTS = 900
SMALLEST_POINT_PX = 1.6
LONE_DAY = 0.4
"""A line of one single day reaches this far to both sides of its noon."""
NOON = 0.5
EDGE_PX = 12
FLOOR_INSET_PX = 7
FLOOR_RISE_PX = 6


def mood_chart(numbers: History, axis: MeasureAxis, beside: Beside, sheet: Sheet) -> Picture:
    """Return the picture of a measure over the range of its history.

    `axis` says which measure: mood is drawn in its ramp, any other in its own colour. Sessions and events outside
    the range are left out, but for planned sessions shortly after it. Sources: clinical reference 6.0, 6.1, 6.8.
    """
    sessions = shown_sessions(beside, numbers.first_day, numbers.last_day, sheet)
    end = float(max([numbers.last_day + 1, *(mark.day.toordinal() + 1 for mark in sessions)]))
    beside = beside._replace(sessions=sessions)
    field = frame(axis, sheet, float(numbers.first_day), end, _room_right(beside, numbers, sheet, end))
    marks = ticks(field.start, field.end, field.right - field.left, sheet.words, sheet.length(LABEL_GAP_PX))
    shapes: list[Shape] = [
        *_bands(numbers, axis, field, beside),
        *value_axis(axis, sheet, field),
        *day_axis(marks, sheet, field),
        *_gaps(numbers.gaps, axis, beside, sheet, field),
        *event_shapes(beside.events, sheet, field, numbers.first_day, numbers.last_day),
        *session_shapes(beside.sessions, sheet, field),
        *today_shapes(beside, sheet, field),
        *_points(numbers, axis, sheet, field),
        *_medians(numbers, axis, sheet, field, beside),
    ]
    height = field.bottom + sheet.length(28)
    if sheet.legend:
        rows, height = legend(numbers, axis, beside, sheet, field)
        shapes += rows
    return Picture(
        sheet.width,
        height,
        tuple(shapes),
        axis.name,
        measure_sentence(numbers, axis, beside.sessions),
        spoken_points(numbers, axis, beside, sheet, field),
    )


def measure_paint(axis: MeasureAxis, field: Frame, opacity: float = 1.0) -> Paint:
    """Return the paint of a measure: the ramp over the value axis for mood, else its series colour."""
    if axis.key == MOOD:
        return Paint("mood", opacity, field.ramp)
    return Paint(f"series_{axis.key}", opacity)


def _room_right(beside: Beside, numbers: History, sheet: Sheet, end: float) -> float:
    """Return the room right of the frame: as much as the word at today's line needs beyond it."""
    edge = sheet.length(EDGE_PX)
    if beside.now is None:
        return edge
    day_width = sheet.width * 0.85 / (end - numbers.first_day)
    inside = (end - numbers.last_day - 1) * day_width
    return max(edge, sheet.words(_("today"), 600) + sheet.length(8) - inside)


def _noons(numbers: History, now: datetime | None) -> Floats:
    """Return where each day's value stands: at its noon, today's not later than now."""
    noons = numbers.days.days.astype(np.float64) + NOON
    if now is not None:
        noons = np.minimum(noons, max(_time(now), float(numbers.last_day)))
    return noons


def _pieces(values: Floats, noons: Floats, field: Frame) -> list[tuple[slice, Floats]]:
    """Return the unbroken stretches of a line as rows and their places across; one lone day is given some width."""
    return [
        (slice(start, end), field.left + (noons[start:end] - field.start) * field.day_width)
        for start, end in runs(~np.isnan(values))
    ]


def _medians(numbers: History, axis: MeasureAxis, sheet: Sheet, field: Frame, beside: Beside) -> list[Shape]:
    shapes: list[Shape] = []
    paint = measure_paint(axis, field)
    width = sheet.length(LINE_PX if field.day_width >= FINE_DAY_PX else FINE_LINE_PX)
    for rows, across in _pieces(numbers.median, _noons(numbers, beside.now), field):
        ys = heights(numbers.median[rows], field)
        xs, ys = _widened(across, ys, field)
        if field.day_width >= SMOOTH_DAY_PX:
            shapes.append(Line(_plain(xs), _plain(ys), paint, width, slopes=_plain(monotone_slopes(xs, ys))))
        else:
            kept = line_rows(xs, ys)
            shapes.append(Line(_plain(xs[kept]), _plain(ys[kept]), paint, width))
    return shapes


def _bands(numbers: History, axis: MeasureAxis, field: Frame, beside: Beside) -> list[Shape]:
    shapes: list[Shape] = []
    paint = measure_paint(axis, field, BAND_OPACITY)
    for rows, across in _pieces(numbers.band_low, _noons(numbers, beside.now), field):
        xs, uppers = _widened(across, heights(numbers.band_high[rows], field), field)
        _xs, lowers = _widened(across, heights(numbers.band_low[rows], field), field)
        thin_xs, thin_uppers, thin_lowers = area_cells(xs, uppers, lowers)
        smooth = field.day_width >= SMOOTH_DAY_PX
        shapes.append(
            Area(
                _plain(thin_xs),
                _plain(thin_uppers),
                _plain(thin_lowers),
                paint,
                _plain(monotone_slopes(xs, uppers)) if smooth else (),
                _plain(monotone_slopes(xs, lowers)) if smooth else (),
            )
        )
    return shapes


def _widened(xs: Floats, ys: Floats, field: Frame) -> tuple[Floats, Floats]:
    """Return a stretch as it is, but one of a single day with some width."""
    if len(xs) > 1:
        return xs, ys
    reach = LONE_DAY * field.day_width
    return np.array([xs[0] - reach, xs[0] + reach]), np.repeat(ys, 2)


def _points(numbers: History, axis: MeasureAxis, sheet: Sheet, field: Frame) -> list[Shape]:
    shown = numbers.shown
    xs = field.left + (shown.times - field.start) * field.day_width
    ys = heights(shown.values, field)
    steps = (shown.values - axis.low) / (axis.high - axis.low) * 10
    shapes: list[Shape] = []
    seen = dot_rows(xs, ys, steps + 20 * shown.added_later, sheet.length(DOT_CELL_PX))
    radius = sheet.length(_point_px(len(seen)))
    for hollow in (False, True):
        kept = seen[shown.added_later[seen] == hollow]
        if len(kept):
            shapes.append(
                Dots(
                    _plain(xs[kept]),
                    _plain(ys[kept]),
                    radius,
                    Paint("mood" if axis.key == MOOD else f"series_{axis.key}", POINT_OPACITY),
                    _plain(steps[kept]) if axis.key == MOOD else (),
                    Paint("surface"),
                    sheet.length(RIM_PX),
                    hollow,
                )
            )
    return shapes


def _point_px(count: int) -> float:
    """Return the radius of points: smaller where so many stand together that they would only make a wall."""
    return max(SMALLEST_POINT_PX, POINT_PX * math.sqrt(DENSE_POINTS / max(count, DENSE_POINTS)))


def _gaps(
    gaps: tuple[Gap, ...], axis: MeasureAxis, beside: Beside, sheet: Sheet, field: Frame
) -> list[Shape]:
    """Return a dotted floor line for each stretch without values, and its words where there is room."""
    shapes: list[Shape] = []
    words = _("no check-ins") if axis.key == MOOD else _("not noted")
    size = sheet.length(LABEL_PX)
    for gap in gaps:
        inset = min(sheet.length(FLOOR_INSET_PX), field.day_width / 2)
        left, right = field.x(gap.first_day), field.x(_ends(gap, beside))
        if right - left < 2 * inset + 2:
            continue
        y = field.bottom - sheet.length(FLOOR_RISE_PX)
        dots = (sheet.length(2), sheet.length(3))
        shapes.append(Line((left + inset, right - inset), (y, y), Paint("ink3"), sheet.length(1.25), dots))
        walls = [field.x(mark.day.toordinal() + NOON) for mark in beside.sessions]
        start, end = _widest(left, right, walls)
        if sheet.words(words) <= end - start:
            baseline = y - sheet.length(15) + size * BASELINE_DROP
            shapes.append(Words((start + end) / 2, baseline, words, "ink3", size, anchor="middle"))
    return shapes


def _ends(gap: Gap, beside: Beside) -> float:
    """Return the time at which a gap ends: days to come are not missing."""
    after = float(gap.last_day + 1)
    return after if beside.now is None else min(after, max(float(gap.first_day), _time(beside.now)))


def _time(now: datetime) -> float:
    return now.toordinal() + (now.hour * 60 + now.minute) / MINUTES_A_DAY


def _widest(left: float, right: float, walls: list[float]) -> tuple[float, float]:
    """Return the widest stretch between two places that no wall stands in."""
    edges = [left, *sorted(x for x in walls if left < x < right), right]
    return max(itertools.pairwise(edges), key=lambda pair: pair[1] - pair[0])


def _plain(values: Floats) -> tuple[float, ...]:
    return tuple(np.round(values, 2).tolist())
