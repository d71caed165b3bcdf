"""What stands on a chart beside the values: dosing sessions, events and today."""

from __future__ import annotations

import math
from typing import NamedTuple

from kapjournal.charts.frame import LABEL_BELOW_PX, LABEL_PX, TICK_PX, Frame
from kapjournal.charts.picture import Line, Mark, Paint, Shape, Words
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import NOON, Beside, EventMark, SessionMark
from kapjournal.statistics.observations import MINUTES_A_DAY
from kapjournal.words.language import _

LINE_PX = 1.25
LINE_OPACITY = 0.75
MARK_SIDE_PX = 14.8
SMALL_SIDE_PX = 6.5
MARK_RISE_PX = 16
NUMBERED_APART_PX = 24
SMALL_APART_PX = 8
LINES_APART_PX = 2
LONG_RANGE_DAYS = 200
PLANNED_DASH = (2.0, 2.4)
PLANNED_LINE_DASH = (2.0, 4.0)


def shown_sessions(beside: Beside, first_day: int, last_day: int, sheet: Sheet) -> tuple[SessionMark, ...]:
    """Return the sessions of a range in order of time, with the planned ones shortly after it.

    Over a year and more, a planned one so near that it would stand on the word *today* is left out.
    """
    length = last_day - first_day + 1
    ahead = min(42, max(5, round(length * 0.2)))
    soonest = 1
    if length > LONG_RANGE_DAYS:
        soonest = math.ceil((sheet.words(_("today"), 600) + sheet.length(20)) / sheet.width * length)
    shown = (
        mark
        for mark in beside.sessions
        if first_day <= mark.day.toordinal() <= last_day
        or (mark.planned and soonest <= mark.day.toordinal() - last_day <= ahead)
    )
    return tuple(sorted(shown, key=lambda mark: mark.day))


def session_shapes(sessions: tuple[SessionMark, ...], sheet: Sheet, field: Frame) -> list[Shape]:
    """Return a line and a diamond for each session; where they crowd, small diamonds without a number."""
    lines: list[Shape] = []
    marks: list[Shape] = []
    last_line = last_mark = last_numbered = float("-inf")
    for session in sessions:
        x = field.x(session.day.toordinal() + NOON)
        if x - last_line >= sheet.length(LINES_APART_PX):
            lines.append(_session_line(session, x, sheet, field))
            last_line = x
        if x - last_numbered >= sheet.length(NUMBERED_APART_PX) - 1:
            marks.append(session_mark(session, x, field.top - sheet.length(MARK_RISE_PX), sheet))
            last_mark = last_numbered = x
        elif x - last_mark >= sheet.length(SMALL_APART_PX if last_mark > last_numbered else MARK_SIDE_PX):
            marks.append(_small_mark(session, x, field.top - sheet.length(MARK_RISE_PX), sheet))
            last_mark = x
    return lines + marks


def session_mark(session: SessionMark, x: float, y: float, sheet: Sheet) -> Mark:
    """Return the diamond of a session with its number; planned ones are dashed outlines."""
    side = sheet.length(MARK_SIDE_PX)
    text = str(session.number) if session.number else ""
    if session.planned:
        dash = (sheet.length(PLANNED_DASH[0]), sheet.length(PLANNED_DASH[1]))
        return Mark(
            x,
            y,
            "diamond",
            side,
            Paint("surface"),
            Paint("session"),
            sheet.length(1.25),
            dash,
            text,
            "session",
        )
    return Mark(x, y, "diamond", side, Paint("session_fill"), text=text, text_role="on_session")


def event_shapes(events: tuple[EventMark, ...], sheet: Sheet, field: Frame) -> list[Shape]:
    """Return a small triangle on the floor for each event."""
    side = sheet.length(7)
    return [
        Mark(
            field.x(event.day.toordinal() + NOON),
            field.bottom - side / 2,
            "triangle_up",
            side,
            Paint("surface"),
            Paint("ink2"),
            sheet.length(1.25),
        )
        for event in events
    ]


class Today(NamedTuple):
    """Where the line of today stands, and its word from left to right."""

    x: float
    left: float
    right: float
    among_dates: bool
    """Below the frame, where lines of sessions leave the word no room beside its own."""

    @property
    def of_dates(self) -> tuple[float, float] | None:
        """What it takes of the row of dates."""
        return (self.left, self.right) if self.among_dates else None


def today_of(beside: Beside, sheet: Sheet, field: Frame) -> Today | None:
    """Return where today stands, its word at the right of its line, at the left, or below: on no other line."""
    if beside.now is None:
        return None
    x = field.x(beside.now.toordinal() + (beside.now.hour * 60 + beside.now.minute) / MINUTES_A_DAY)
    if not field.left <= x <= field.right:
        return None
    gap, width, clear = sheet.length(6), sheet.words(_("today"), 600), sheet.length(3)
    walls = [field.x(mark.day.toordinal() + NOON) for mark in beside.sessions]
    for left, right in ((x + gap, x + gap + width), (x - gap - width, x - gap)):
        if not any(min(left - clear, x) < wall < max(right + clear, x) for wall in walls):
            return Today(x, left, right, among_dates=False)
    left = min(x - width / 2, sheet.width - width)
    return Today(x, left, left + width, among_dates=True)


def today_shapes(today: Today | None, sheet: Sheet, field: Frame, floor: float | None = None) -> list[Shape]:
    """Return the line of today and its word; `floor` is what the dates hang from, if not the frame."""
    if today is None:
        return []
    size = sheet.length(LABEL_PX)
    ink, width = Paint("ink2"), sheet.length(1)
    shapes: list[Shape] = [Line((today.x,) * 2, (field.top, field.bottom), ink, width)]
    baseline = field.top + size * 0.9
    if today.among_dates:
        floor = field.bottom if floor is None else floor
        shapes.append(Line((today.x,) * 2, (floor, floor + sheet.length(TICK_PX)), ink, width))
        baseline = floor + sheet.length(LABEL_BELOW_PX)
    return [*shapes, Words(today.left, baseline, _("today"), "ink2", size, 600)]


def _session_line(session: SessionMark, x: float, sheet: Sheet, field: Frame) -> Line:
    dash = tuple(sheet.length(part) for part in PLANNED_LINE_DASH) if session.planned else ()
    top = field.top - sheet.length(MARK_RISE_PX - MARK_SIDE_PX * 0.7)
    return Line((x, x), (top, field.bottom), Paint("session", LINE_OPACITY), sheet.length(LINE_PX), dash)


def _small_mark(session: SessionMark, x: float, y: float, sheet: Sheet) -> Mark:
    side = sheet.length(SMALL_SIDE_PX)
    if session.planned:
        return Mark(x, y, "diamond", side, Paint("surface"), Paint("session"), sheet.length(1.25))
    return Mark(x, y, "diamond", side, Paint("session_fill"))
