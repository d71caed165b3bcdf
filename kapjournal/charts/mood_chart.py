"""A measure over time: every check-in a point, the running median of seven days and its band, sessions as markers."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left
from typing import NamedTuple

import numpy as np

from kapjournal.charts.blocks import Blocks, time_of
from kapjournal.charts.curve import SMOOTH_DAY_PX, monotone_slopes
from kapjournal.charts.frame import BASELINE_DROP, LABEL_PX, Frame, day_axis, frame, heights, value_axis
from kapjournal.charts.legend import legend
from kapjournal.charts.markers import event_shapes, session_shapes, shown_sessions, today_of, today_shapes
from kapjournal.charts.picture import Area, Dots, Line, Paint, Picture, Shape, Words
from kapjournal.charts.sentence import measure_sentence
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.spoken import spoken_points
from kapjournal.charts.subject import NOON, Beside, MeasureAxis
from kapjournal.charts.thinning import DOT_CELL_PX, block_days, dot_rows
from kapjournal.charts.time_axis import LABEL_GAP_PX, ticks
from kapjournal.domain.measure import MOOD
from kapjournal.statistics.breaks import Gap, runs
from kapjournal.statistics.history import History
from kapjournal.statistics.observations import Floats
from kapjournal.words.language import _

LINE_PX = 2.6
FINE_LINE_PX = 1.0
FINE_DAY_PX = 1.6
"""Where days are narrower than this, a wide line would only be a wall."""
BAND_OPACITY = 0.16
POINT_OPACITY = 0.8
POINT_PX = 3.0
RIM_PX = 0.8
DENSE_POINTS = 900
SMALLEST_POINT_PX = 1.6
LONE_DAY = 0.4
"""A line of one single day reaches this far to both sides of its noon."""
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
    events = beside.between(numbers.first_day, numbers.last_day + 1).events
    beside = beside._replace(sessions=sessions, events=events)
    field = frame(axis, sheet, float(numbers.first_day), end, _room_right(beside, numbers, sheet, end))
    shapes = _drawn(Blocks(numbers, axis, beside.now), axis, beside, sheet, field)
    height = field.bottom + sheet.length(28)
    if sheet.legend:
        rows, height = legend(numbers, axis, beside, sheet, field)
        shapes += rows
    return Picture(
        sheet.width,
        height,
        tuple(shapes),
        axis.name,
        measure_sentence(numbers, axis, beside.sessions, until_today=beside.now is not None),
        spoken_points(numbers, axis, beside, sheet, field),
        field.span,
    )


class MovingMood(NamedTuple):
    """What the chart of a measure is drawn from while its range is on its way."""

    blocks: Blocks
    axis: MeasureAxis
    beside: Beside
    """Of the whole journal, as the blocks are."""
    numbers_before: History
    beside_before: Beside
    """What was shown before: its legend stays until the range rests."""


def mood_frame(moving: MovingMood, start: float, end: float, sheet: Sheet) -> Picture:
    """Return what stands between two times, without sentence and points; bounded by the page, not by the years."""
    blocks, axis, beside, numbers_before, beside_before = moving
    room = max(sheet.length(EDGE_PX), sheet.words(_("today"), 600) + sheet.length(8) if beside.now else 0.0)
    field = frame(axis, sheet, start, end, room)
    beside = beside.between(start, end)
    shapes = _drawn(blocks, axis, beside, sheet, field)
    rows, height = legend(numbers_before, axis, beside_before, sheet, field)
    return Picture(sheet.width, height, (*shapes, *rows), axis.name, "", span=field.span)


def _drawn(blocks: Blocks, axis: MeasureAxis, beside: Beside, sheet: Sheet, field: Frame) -> list[Shape]:
    today = today_of(beside, sheet, field)
    marks = ticks(field.start, field.end, field.right - field.left, sheet.words, sheet.length(LABEL_GAP_PX))
    return [
        *_bands(blocks, axis, field),
        *value_axis(axis, sheet, field),
        *day_axis(marks, sheet, field, today.of_dates if today else None),
        *_gaps(blocks.numbers.gaps, axis, beside, sheet, field),
        *event_shapes(beside.events, sheet, field),
        *session_shapes(beside.sessions, sheet, field),
        *today_shapes(today, sheet, field),
        *_points(blocks, axis, sheet, field),
        *_medians(blocks, axis, sheet, field),
    ]


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


def _medians(blocks: Blocks, axis: MeasureAxis, sheet: Sheet, field: Frame) -> list[Shape]:
    paint = measure_paint(axis, field)
    if field.day_width >= SMOOTH_DAY_PX:
        width = sheet.length(LINE_PX)
        pieces = _pieces(*blocks.medians(field.start, field.end), field)
        return [Line(_plain(xs), _plain(ys), paint, width, slopes=_slopes(xs, ys)) for xs, ys in pieces]
    width = sheet.length(LINE_PX if field.day_width >= FINE_DAY_PX else FINE_LINE_PX)
    pieces = _pieces(*blocks.line(block_days(field.day_width), field.start, field.end), field)
    return [Line(_plain(xs), _plain(ys), paint, width) for xs, ys in pieces]


def _bands(blocks: Blocks, axis: MeasureAxis, field: Frame) -> list[Shape]:
    shapes: list[Shape] = []
    paint = measure_paint(axis, field, BAND_OPACITY)
    band = blocks.band(block_days(field.day_width), field.start, field.end)
    upper, lower = (_pieces(band.times, edge, field) for edge in (band.highs, band.lows))
    smooth = field.day_width >= SMOOTH_DAY_PX
    for (xs, uppers), (_xs, lowers) in zip(upper, lower, strict=True):
        slopes = (_slopes(xs, uppers), _slopes(xs, lowers)) if smooth else ((), ())
        shapes.append(Area(_plain(xs), _plain(uppers), _plain(lowers), paint, *slopes))
    return shapes


def _pieces(times: Floats, values: Floats, field: Frame) -> list[tuple[Floats, Floats]]:
    """Return the unbroken stretches of a line in page units; one of a single day with some width."""
    xs, ys = field.left + (times - field.start) * field.day_width, heights(values, field)
    reach = LONE_DAY * field.day_width
    return [
        (xs[start:end], ys[start:end])
        if end - start > 1
        else (np.array([xs[start] - reach, xs[start] + reach]), np.repeat(ys[start], 2))
        for start, end in runs(~np.isnan(values))
    ]


def _points(blocks: Blocks, axis: MeasureAxis, sheet: Sheet, field: Frame) -> list[Shape]:
    """Return every check-in as a point; where years stand in view, those that touch as one long point."""
    count, days = blocks.count(field.start, field.end), block_days(field.day_width)
    if count > DENSE_POINTS and days > 1:
        found = blocks.pills(days, field.start, field.end)
        shown, rows = blocks.numbers.shown, found.rows
        values, later = shown.values[rows], shown.added_later[rows]
        starts, lengths = found.starts, (found.ends - found.starts) * field.day_width
    else:
        seen, starts = blocks.points(field.start, field.end)
        values, later, lengths = seen.values, seen.added_later, np.zeros(len(seen))
    xs, ys = field.left + (starts - field.start) * field.day_width, heights(values, field)
    steps = (values - axis.low) / (axis.high - axis.low) * 10
    if not lengths.any():
        kept = dot_rows(xs, ys, steps + 20 * later, sheet.length(DOT_CELL_PX))
        xs, ys, steps, later, lengths = xs[kept], ys[kept], steps[kept], later[kept], lengths[kept]
    radius = sheet.length(_point_px(count))
    is_mood = axis.key == MOOD
    paint = Paint("mood" if is_mood else f"series_{axis.key}", POINT_OPACITY)
    return [
        Dots(
            _plain(xs[of]),
            _plain(ys[of]),
            radius,
            paint,
            _plain(steps[of]) if is_mood else (),
            Paint("surface"),
            sheet.length(RIM_PX),
            hollow,
            _plain(lengths[of]) if lengths.any() and not hollow else (),
        )
        for hollow in (False, True)
        if len(of := np.flatnonzero(later == hollow))
    ]


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
    seen = slice(
        bisect_left(gaps, field.start, key=lambda gap: gap.last_day + 1),
        bisect_left(gaps, field.end, key=lambda gap: gap.first_day),
    )
    for gap in gaps[seen]:
        inset = min(sheet.length(FLOOR_INSET_PX), field.day_width / 2)
        left = max(field.left, field.x(gap.first_day))
        right = min(field.right, field.x(_ends(gap, beside)))
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
    return after if beside.now is None else min(after, max(float(gap.first_day), time_of(beside.now)))


def _widest(left: float, right: float, walls: list[float]) -> tuple[float, float]:
    """Return the widest stretch between two places that no wall stands in."""
    edges = [left, *sorted(x for x in walls if left < x < right), right]
    return max(itertools.pairwise(edges), key=lambda pair: pair[1] - pair[0])


def _slopes(xs: Floats, ys: Floats) -> tuple[float, ...]:
    return _plain(monotone_slopes(xs, ys))


def _plain(values: Floats) -> tuple[float, ...]:
    return tuple(np.round(values, 2).tolist())
