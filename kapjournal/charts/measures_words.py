"""What the chart of several measures says: its sentence, what is told of each day, and its table."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np

from kapjournal.charts.picture import SpokenPoints
from kapjournal.charts.sentence import value_words, with_missing_days
from kapjournal.charts.subject import NOON, Beside, MeasureAxis
from kapjournal.charts.table import Table
from kapjournal.statistics.history import History
from kapjournal.words.dates import day_in_year, day_short, weekday_day, weekday_short
from kapjournal.words.language import _
from kapjournal.words.numbers import number

Pair = tuple[History, MeasureAxis]


def measures_sentence(pairs: Sequence[Pair], beside: Beside) -> str:
    """Return the running medians up to the first session and up to the last day, with what they rest on."""
    first = next((mark.day.toordinal() for mark in beside.sessions if not mark.planned), None)
    parts = [_("Running medians of seven days.")]
    if first is not None and (before := _values(pairs, first - 1)):
        parts.append(
            _("Up to {day}: {values}.").format(day=day_in_year(date.fromordinal(first - 1)), values=before)
        )
    last = pairs[0][0].last_day
    if now := _values(pairs, last):
        words = _("Up to today: {values}.") if beside.now else _("Up to the last day: {values}.")
        parts.append(words.format(values=now))
    noted = _(", ").join(
        _("{measure} {observed}").format(measure=axis.word, observed=number(numbers.coverage.observed_days))
        for numbers, axis in pairs
    )
    days = pairs[0][0].coverage.days
    counted = _("Days noted, of {days}: {noted}.").format(days=number(days), noted=noted)
    least = min(numbers.coverage.observed_days for numbers, _axis in pairs)
    return " ".join([*parts, with_missing_days(counted, least, days)])


def _values(pairs: Sequence[Pair], day: int) -> str:
    """Return 'mood 3, anxiety 6' for those whose line is drawn on a day."""
    told = []
    for numbers, axis in pairs:
        row = day - numbers.first_day
        if 0 <= row < len(numbers.median) and not math.isnan(numbers.median[row]):
            value = value_words(float(numbers.median[row]), axis)
            told.append(_("{measure} {value}").format(measure=axis.word, value=value))
    return _(", ").join(told)


def _noted_days(pairs: Sequence[Pair]) -> list[int]:
    """Return the rows of days on which any of the measures was noted."""
    noted = np.any([numbers.days.observed for numbers, _axis in pairs], axis=0)
    return [int(row) for row in np.flatnonzero(noted)]


def measures_spoken(
    pairs: Sequence[Pair], place: Callable[[float, float, MeasureAxis], tuple[float, float]]
) -> SpokenPoints:
    """Return a place for each noted day, at the first measure's running median; its words name all of them."""
    rows = _noted_days(pairs)
    first, last = pairs[0][0].first_day, date.fromordinal(pairs[0][0].last_day)
    spots = [place(first + row + NOON, *_height(pairs, row)) for row in rows]

    def tell(at: int) -> tuple[str, str]:
        row = rows[at]
        told = []
        for numbers, axis in pairs:
            value = float(numbers.days.medians[row])
            if not math.isnan(value):
                told.append(_("{measure} {value}").format(measure=axis.word, value=value_words(value, axis)))
        return weekday_day(date.fromordinal(first + row), last), _(" · ").join(told) or _("around a dose")

    return SpokenPoints([x for x, _y in spots], [y for _x, y in spots], tell, [first + row for row in rows])


def _height(pairs: Sequence[Pair], row: int) -> tuple[float, MeasureAxis]:
    for numbers, axis in pairs:
        for values in (numbers.median, numbers.days.medians):
            if not math.isnan(values[row]):
                return float(values[row]), axis
    return pairs[0][1].low, pairs[0][1]


def measures_table(pairs: Sequence[Pair]) -> Table:
    """Return a row for each noted day, newest first: day value and running median of each measure."""
    rows = list(reversed(_noted_days(pairs)))
    first, last = pairs[0][0].first_day, date.fromordinal(pairs[0][0].last_day)
    heads = [_("date"), _("check-ins")]
    for _numbers, axis in pairs:
        heads += [axis.name, _("{measure}, 7 days").format(measure=axis.name)]

    def cell(at: int, column: int) -> str:
        row = rows[at]
        day = date.fromordinal(first + row)
        if column == 0:
            return _("{weekday} {day}").format(weekday=weekday_short(day), day=day_short(day, last))
        if column == 1:
            return number(max(int(numbers.days.check_ins[row]) for numbers, _axis in pairs))
        numbers, axis = pairs[(column - 2) // 2]
        value = float((numbers.median if column % 2 else numbers.days.medians)[row])
        return "" if math.isnan(value) else value_words(value, axis)

    return Table(
        tuple(heads),
        len(rows),
        cell,
        _("{observed} of {days} days, newest first").format(
            observed=number(len(rows)), days=number(pairs[0][0].coverage.days)
        ),
        lambda at: date.fromordinal(first + rows[at]),
        frozenset(range(3, len(heads), 2)),
        dict.fromkeys(range(3, len(heads), 2), _("7 days")),
    )
