"""Practices kept: a row of dots for each, one a day; filled is kept, a ring is not, nothing is before it began."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kapjournal.charts.legend import Item, laid_out
from kapjournal.charts.markers import session_mark
from kapjournal.charts.picture import Dots, Mark, Paint, Picture, Shape, Spoken, SpokenPoints
from kapjournal.charts.rows_frame import words_at
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import SessionMark
from kapjournal.charts.table import Table, table_of
from kapjournal.domain.practice import Dot
from kapjournal.words.dates import day_in_year, day_short, weekday_day, weekday_short
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

NAME_PX = 24
DOTS_PX = 22
DOT_PX = 9.0
DOT_PITCH_PX = 13.0
SMALLEST_DOT_PX = 3.0


class PracticeRow(NamedTuple):
    """One practice and its days in the range."""

    name: str
    dots: tuple[Dot, ...]


class PracticesShown(NamedTuple):
    """The practices of a range of days, in the order in which they were added; at least one has a dot."""

    first: date
    last: date
    rows: tuple[PracticeRow, ...]
    sessions: tuple[SessionMark, ...]

    @property
    def begins(self) -> date:
        """The first day with a dot."""
        return min(row.dots[0].day for row in self.rows)


def practices_chart(shown: PracticesShown, sheet: Sheet) -> Picture:
    """Return the picture: days side by side while they fit, in as many lines as they need on a narrow sheet."""
    length = (shown.last - shown.begins).days + 1
    pitch = min(sheet.length(DOT_PITCH_PX), sheet.width / length)
    lines = 1
    if pitch < sheet.length(SMALLEST_DOT_PX):
        lines = int(-(-length * sheet.length(SMALLEST_DOT_PX) // sheet.width))
        pitch = sheet.length(SMALLEST_DOT_PX)
    a_line = -(-length // lines)
    side = min(sheet.length(DOT_PX), pitch * 0.75)
    shapes: list[Shape] = []
    y = sheet.length(6)
    spots: dict[date, tuple[float, float]] = {}
    for row in shown.rows:
        shapes.append(words_at(0.0, y + sheet.length(10), row.name, sheet))
        y += sheet.length(NAME_PX)
        for kept in (True, False):
            places = []
            for dot in row.dots:
                if dot.kept is not kept:
                    continue
                at = (dot.day - shown.begins).days
                places.append((at % a_line * pitch + pitch / 2, y + at // a_line * 2 * pitch + side / 2))
                spots.setdefault(dot.day, places[-1])
            if places:
                shapes.append(
                    Dots(
                        tuple(x for x, _y in places),
                        tuple(top for _x, top in places),
                        side / 2,
                        Paint("accent_fill" if kept else "strong"),
                        (),
                        Paint("surface"),
                        0.0,
                        hollow=not kept,
                    )
                )
        y += sheet.length(DOTS_PX) + (lines - 1) * 2 * pitch
    if lines == 1:
        shapes += _diamonds(shown, pitch, y + sheet.length(6), sheet)
        y += sheet.length(22)
    legend, height = laid_out(_legend(sheet), sheet, y + sheet.length(12))
    points, days = _spoken(shown, spots)
    return Picture(
        sheet.width,
        height,
        (*shapes, *legend),
        _("Practices"),
        practices_sentence(shown),
        SpokenPoints.of(points, days),
    )


def practices_sentence(shown: PracticesShown) -> str:
    """Return what a dot is, and how many days there are; never on what share of them a practice was kept."""
    length = (shown.last - shown.begins).days + 1
    return ngettext(
        "Each dot is a day since {day}: {n} day.", "Each dot is a day since {day}: {n} days.", length
    ).format(day=day_in_year(shown.begins), n=number(length))


def practices_table(shown: PracticesShown) -> Table:
    """Return a row for each day with a dot, newest first."""
    states = [{dot.day: dot.kept for dot in row.dots} for row in shown.rows]
    days = sorted({day for known in states for day in known}, reverse=True)
    rows = []
    for day in days:
        cells = [_("{weekday} {day}").format(weekday=weekday_short(day), day=day_short(day, shown.last))]
        cells += [_state(known.get(day)) for known in states]
        rows.append(cells)
    rests_on = ngettext("{n} day, newest first", "{n} days, newest first", len(days)).format(
        n=number(len(days))
    )
    return table_of((_("date"), *(row.name for row in shown.rows)), rows, rests_on, days)


def _state(kept: bool | None) -> str:
    if kept is None:
        return ""
    return _("kept") if kept else _("not")


def _spoken(shown: PracticesShown, spots: dict[date, tuple[float, float]]) -> tuple[list[Spoken], list[int]]:
    told, days = [], []
    for day, (x, y) in sorted(spots.items()):
        states = [
            _("{practice}: {state}").format(practice=row.name, state=_state(dot.kept))
            for row in shown.rows
            for dot in row.dots
            if dot.day == day
        ]
        told.append(Spoken(x, y, weekday_day(day, shown.last), _(" · ").join(states)))
        days.append(day.toordinal())
    return told, days


def _diamonds(shown: PracticesShown, pitch: float, y: float, sheet: Sheet) -> list[Shape]:
    shapes: list[Shape] = []
    free = float("-inf")
    for mark in shown.sessions:
        x = (mark.day - shown.begins).days * pitch + pitch / 2
        if shown.begins <= mark.day <= shown.last and x >= free:
            shapes.append(session_mark(mark, max(x, sheet.length(11)), y, sheet))
            free = x + sheet.length(22)
    return shapes


def _legend(sheet: Sheet) -> list[Item]:
    side = sheet.length(DOT_PX)
    kept = Mark(side / 2, 0.0, "circle", side, Paint("accent_fill"))
    ring = Mark(side / 2, 0.0, "circle", side * 0.85, None, Paint("strong"), sheet.length(1.5))
    return [
        Item((kept,), side, _("kept")),
        Item((ring,), side, _("not")),
        Item((), 0.0, _("nothing: before it began, or paused")),
    ]


def rows_with_dots(rows: Sequence[PracticeRow]) -> tuple[PracticeRow, ...]:
    """Return the practices that have a day in the range."""
    return tuple(row for row in rows if row.dots)
