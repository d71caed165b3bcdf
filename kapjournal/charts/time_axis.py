"""Dates under a chart: Mondays while they fit, then months, quarters and years; two weeks to thirty years."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from kapjournal.words.dates import day_short, month_short, month_year_short, year

LABEL_GAP_PX = 10
NARROWEST_LABEL_PX = 12
DAY_TICKS_NEED_PX = 24
SINGLE_DAYS_UP_TO = 9
DAY_STEPS = (1, 2, 4)
MONDAYS_UP_TO = 400
MONDAY_STEPS = (1, 2)
MONTH_STEPS = (1, 2, 3, 6)
YEAR_STEPS = (1, 2, 5, 10, 20, 50)


class Tick(NamedTuple):
    """A place under the axis; without a label it is only a small mark."""

    day: int
    """Ordinal of the day at whose beginning it stands."""
    label: str = ""


def ticks(
    start: float, end: float, width: float, width_of: Callable[[str], float], gap: float = LABEL_GAP_PX
) -> tuple[Tick, ...]:
    """Return the ticks between two times (ordinals) on an axis of some width, so that no two dates touch.

    `width_of` measures a label; each stands to the right of its tick. Needs end > start.
    """
    first, last = math.ceil(start), math.floor(end)
    day_width = width / (end - start)
    for days, label in _steps(first, last):
        if len(days) * (gap + NARROWEST_LABEL_PX) > width + gap:
            continue
        labels = _fitting(days, label, day_width, width_of, gap)
        if labels:
            return _marked(days, labels, first, last, day_width)
    return ()


_Label = Callable[[date, bool], str]


def _steps(first: int, last: int) -> Iterator[tuple[list[date], _Label]]:
    """Return ever coarser rows of days, each with the way to name them."""
    span = range(first, last + 1)
    if len(span) <= SINGLE_DAYS_UP_TO:
        for step in DAY_STEPS:
            yield [date.fromordinal(day) for day in span[::step]], lambda day, _is_first: day_short(day)
    if len(span) <= MONDAYS_UP_TO:
        # Day 1 of all was a Monday.
        mondays = [date.fromordinal(day) for day in range(first + (1 - first) % 7, last + 1, 7)]
        for step in MONDAY_STEPS:
            yield mondays[::step], lambda day, _is_first: day_short(day)
    opening, closing = date.fromordinal(first), date.fromordinal(last)
    months = [
        date(count // 12, count % 12 + 1, 1)
        for count in range(opening.year * 12 + opening.month - 1, closing.year * 12 + closing.month)
    ]
    months = [day for day in months if opening <= day <= closing]
    for step in MONTH_STEPS:
        yield (
            [day for day in months if (day.month - 1) % step == 0],
            lambda day, is_first: month_year_short(day) if is_first or day.month == 1 else month_short(day),
        )
    for step in YEAR_STEPS:
        yield (
            [day for day in months if day.month == 1 and day.year % step == 0],
            lambda day, _is_first: year(day),
        )


def _fitting(
    days: list[date], label: _Label, day_width: float, width_of: Callable[[str], float], gap: float
) -> list[str]:
    """Return the labels of the days; none where one would not end before the next begins."""
    labels: list[str] = []
    for place, day in enumerate(days):
        labels.append(label(day, place == 0))
        following = days[place + 1] if place + 1 < len(days) else None
        if following and (following - day).days * day_width < width_of(labels[-1]) + gap:
            return []
    return labels


def _marked(days: list[date], labels: list[str], first: int, last: int, day_width: float) -> tuple[Tick, ...]:
    """Return the ticks; where days are wide, those between the dates get a small mark each."""
    named = {day.toordinal(): label for day, label in zip(days, labels, strict=True)}
    if day_width < DAY_TICKS_NEED_PX:
        return tuple(Tick(day, label) for day, label in named.items())
    return tuple(Tick(day, named.get(day, "")) for day in range(first, last + 1))
