"""A year of days: 53 columns of weeks, seven rows, each cell filled as high as the day's mood."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kapjournal.charts.frame import LABEL_PX
from kapjournal.charts.legend import Item, laid_out
from kapjournal.charts.picture import Box, Mark, Paint, Picture, Shape, SpokenPoints, Words
from kapjournal.charts.sentence import value_words, with_missing_days
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import MeasureAxis, SessionMark
from kapjournal.charts.table import Table
from kapjournal.statistics.day_values import DayValues
from kapjournal.words.dates import (
    day_in_year,
    day_short,
    month_short,
    month_year_short,
    weekday_day,
    weekday_short,
)
from kapjournal.words.language import _, ngettext
from kapjournal.words.mood import mood_word
from kapjournal.words.numbers import number

WEEKS = 53
WEEKS_AHEAD = 2
"""How many weeks after this one may be shown for a dose that is planned there."""
DAYS_A_WEEK = 7
GAP_PX = 3.0
MONTHS_PX = 22
GROUND_OPACITY = 0.2
LARGEST_CELL_PX = 18
LEFT_PX = 40
LEAST_LEVEL = 0.06
"""Even the lowest mood leaves a line: a day with a check-in is never empty."""


@dataclass(frozen=True, eq=False, slots=True)
class Year:
    """The days of 53 weeks, beginning on a Monday, and the doses on them; after `today` only what is planned."""

    days: DayValues
    axis: MeasureAxis
    sessions: Mapping[int, SessionMark]
    """By ordinal of the day; planned ones too."""
    today: int
    """The last day that can have a check-in."""
    until_today: bool = True

    @property
    def last(self) -> int:
        """The last day of the last week."""
        return self.days.first_day + WEEKS * DAYS_A_WEEK - 1


def first_of_year(today: date, planned: Iterable[date] = ()) -> date:
    """Return the Monday on which the 53 weeks begin that end with a day's week, or with a dose planned soon after."""
    monday = today - timedelta(days=today.weekday())
    weeks = ((day - monday).days // DAYS_A_WEEK for day in planned)
    ahead = max((week for week in weeks if 0 < week <= WEEKS_AHEAD), default=0)
    return monday - timedelta(weeks=WEEKS - 1 - ahead)


def year_chart(year: Year, sheet: Sheet) -> Picture:
    """Return the picture of a year: level and colour show the day's value (clinical reference 6.0), a ring a dose."""
    left = sheet.length(LEFT_PX)
    pitch = min((sheet.width - left) / WEEKS, sheet.length(LARGEST_CELL_PX + GAP_PX))
    gap = min(sheet.length(GAP_PX), pitch * 0.2)
    cell = pitch - gap
    top = sheet.length(MONTHS_PX)
    shapes: list[Shape] = [*_months(year, left, pitch, sheet), *_weekdays(top, pitch, cell, sheet, year)]
    xs, ys = [], []
    for row in range(WEEKS * DAYS_A_WEEK):
        x, y = left + row // DAYS_A_WEEK * pitch, top + row % DAYS_A_WEEK * pitch
        shapes += _cell(year, row, x, y, cell, sheet)
        if year.days.first_day + row <= year.today:
            xs.append(x + cell / 2)
            ys.append(y + cell / 2)
    legend, height = laid_out(_legend(year, sheet), sheet, top + DAYS_A_WEEK * pitch + sheet.length(20))
    days = range(year.days.first_day, year.days.first_day + len(xs))
    return Picture(
        sheet.width,
        height,
        (*shapes, *legend),
        _("A year of days"),
        year_sentence(year),
        SpokenPoints(xs, ys, lambda row: _told(year, row), days, across=DAYS_A_WEEK),
    )


def year_sentence(year: Year) -> str:
    """Return how many days have a check-in, and how many have none, since the first that has one."""
    observed = [int(row) for row in range(len(year.days)) if year.days.observed[row]]
    if not observed:
        return _("No check-in in these 53 weeks.")
    since = year.days.first_day + observed[0]
    length = min(year.today, year.days.first_day + len(year.days) - 1) - since + 1
    counted = ngettext(
        "{n} day with a check-in and {without} without since {day}.",
        "{n} days with a check-in and {without} without since {day}.",
        len(observed),
    ).format(
        n=number(len(observed)),
        without=number(length - len(observed)),
        day=day_in_year(date.fromordinal(since)),
    )
    counted = with_missing_days(counted, len(observed), length)
    return _("{counted} Height and colour both show the day’s mood.").format(counted=counted)


def year_table(year: Year) -> Table:
    """Return a row for each day with a check-in or a dose, also one that is planned; newest first."""
    days = [
        day
        for day in range(year.last, year.days.first_day - 1, -1)
        if _count(year, day) or day in year.sessions
    ]

    def text(at: int, column: int) -> str:
        day = date.fromordinal(days[at])
        if column == 0:
            return _("{weekday} {day}").format(
                weekday=weekday_short(day), day=day_short(day, date.fromordinal(year.today))
            )
        if column == 1:
            return number(_count(year, days[at])) if days[at] <= year.today else ""
        if column == 2:
            value = _value(year, days[at])
            return "" if value is None else value_words(value, year.axis)
        mark = year.sessions.get(days[at])
        return "" if mark is None else _dose_words(mark)

    observed = int(year.days.observed.sum())
    return Table(
        (_("date"), _("check-ins"), _("day’s median"), _("dosing session")),
        len(days),
        text,
        _("{observed} of {days} days, newest first").format(
            observed=number(observed), days=number(len(year.days))
        ),
        lambda at: date.fromordinal(days[at]),
    )


def _count(year: Year, day: int) -> int:
    row = day - year.days.first_day
    return int(year.days.check_ins[row]) if 0 <= row < len(year.days) else 0


def _value(year: Year, day: int) -> float | None:
    row = day - year.days.first_day
    if not 0 <= row < len(year.days) or math.isnan(year.days.medians[row]):
        return None
    return float(year.days.medians[row])


def _dose_words(mark: SessionMark) -> str:
    if mark.planned:
        return _("dosing session {number}, planned").format(number=mark.number)
    return _("dosing session {number}").format(number=mark.number) if mark.number else _("dosing session")


def _told(year: Year, row: int) -> tuple[str, str]:
    day = year.days.first_day + row
    value = _value(year, day)
    if value is not None:
        text = _("mood {value}, {word}").format(value=value_words(value, year.axis), word=mood_word(value))
    else:
        text = _("around a dose") if _count(year, day) else _("no check-in")
    mark = year.sessions.get(day)
    if mark is not None:
        text = _("{text} · {session}").format(text=text, session=_dose_words(mark))
    return weekday_day(date.fromordinal(day), date.fromordinal(year.today)), text


def _cell(year: Year, row: int, x: float, y: float, cell: float, sheet: Sheet) -> list[Shape]:
    day = year.days.first_day + row
    radius = cell * 0.22
    shapes: list[Shape] = []
    value = _value(year, day)
    mark = year.sessions.get(day)
    if value is not None:
        step = (value - year.axis.low) / (year.axis.high - year.axis.low) * 10
        shapes += [
            Box(x, y, cell, cell, radius, Paint("mood", GROUND_OPACITY, step=step)),
            Box(x, y, cell, cell, radius, Paint("mood", step=step), level=max(step / 10, LEAST_LEVEL)),
        ]
    elif _count(year, day):
        shapes.append(Box(x, y, cell, cell, radius, Paint("ink3", GROUND_OPACITY)))
    elif day <= year.today:
        shapes.append(Mark(x + cell / 2, y + cell / 2, "circle", sheet.length(2.6), Paint("ink3")))
    if mark is not None and day <= year.last:
        dash = (sheet.length(2), sheet.length(2)) if mark.planned else ()
        shapes.append(
            _ring(x, y, cell, Paint("session"), sheet.length(2 if not mark.planned else 1.25), dash)
        )
    elif day == year.today and year.until_today:
        shapes.append(_ring(x, y, cell, Paint("ink"), sheet.length(2), ()))
    return shapes


def _ring(x: float, y: float, cell: float, paint: Paint, width: float, dash: tuple[float, ...]) -> Box:
    out = width * 0.4
    return Box(x - out, y - out, cell + 2 * out, cell + 2 * out, cell * 0.28, None, paint, width, dash)


def _months(year: Year, left: float, pitch: float, sheet: Sheet) -> list[Shape]:
    shapes: list[Shape] = []
    free = left
    for week in range(WEEKS):
        monday = date.fromordinal(year.days.first_day + week * DAYS_A_WEEK)
        if week and monday.day > DAYS_A_WEEK:
            continue
        named = week == 0 or monday.month == 1
        text = month_year_short(monday) if named else month_short(monday)
        x = left + week * pitch
        if x < free or x + sheet.words(text) > sheet.width:
            continue
        shapes.append(Words(x, sheet.length(13), text, "ink2", sheet.length(LABEL_PX)))
        free = x + sheet.words(text) + sheet.length(8)
    return shapes


def _weekdays(top: float, pitch: float, cell: float, sheet: Sheet, year: Year) -> list[Shape]:
    shapes: list[Shape] = []
    size = min(sheet.length(LABEL_PX), pitch * 2)
    for row in (0, 2, 4):
        day = date.fromordinal(year.days.first_day + row)
        y = top + row * pitch + cell / 2 + size * 0.36
        shapes.append(Words(0.0, y, weekday_short(day), "ink2", size))
    return shapes


def _legend(year: Year, sheet: Sheet) -> list[Item]:
    side = sheet.length(13)
    signs: list[Shape] = []
    for place, step in enumerate((0, 2, 4, 6, 8, 10)):
        x = place * (side + sheet.length(4))
        signs += [
            Box(x, -side / 2, side, side, side * 0.22, Paint("mood", GROUND_OPACITY, step=step)),
            Box(
                x,
                -side / 2,
                side,
                side,
                side * 0.22,
                Paint("mood", step=step),
                level=max(step / 10, LEAST_LEVEL),
            ),
        ]
    items = [Item(tuple(signs), 6 * side + sheet.length(20), _("mood from low to high"))]
    marks = [mark for day, mark in year.sessions.items() if year.days.first_day <= day <= year.last]
    if any(not mark.planned for mark in marks):
        ring = _ring(0.0, -side / 2, side, Paint("session"), sheet.length(2), ())
        items.append(Item((ring,), side, _("dosing session")))
    if any(mark.planned for mark in marks):
        dash = (sheet.length(2), sheet.length(2))
        ring = _ring(0.0, -side / 2, side, Paint("session"), sheet.length(1.25), dash)
        items.append(Item((ring,), side, _("planned")))
    if year.until_today:
        ring = _ring(0.0, -side / 2, side, Paint("ink"), sheet.length(2), ())
        items.append(Item((ring,), side, _("today")))
    dot = Mark(sheet.length(3), 0.0, "circle", sheet.length(2.6), Paint("ink3"))
    items.append(Item((dot,), sheet.length(6), _("no check-in")))
    return items
