"""The table behind a chart of one measure."""

from __future__ import annotations

import math
from datetime import date

import numpy as np

from kapjournal.charts.sentence import value_words
from kapjournal.charts.subject import MeasureAxis
from kapjournal.charts.table import Table
from kapjournal.statistics.history import History
from kapjournal.words.dates import day_short, weekday_short
from kapjournal.words.language import _
from kapjournal.words.numbers import number


def day_rows_table(numbers: History, axis: MeasureAxis) -> Table:
    """Return a row for each day with a check-in, newest first: count, day value, running median where it is drawn."""
    rows = np.flatnonzero(numbers.days.observed)[::-1].tolist()
    latest = date.fromordinal(numbers.first_day + rows[0]) if rows else None

    def cell(at: int, column: int) -> str:
        row = rows[at]
        day = date.fromordinal(numbers.first_day + row)
        if column == 0:
            return _("{weekday} {day}").format(weekday=weekday_short(day), day=day_short(day, latest))
        if column == 1:
            return number(int(numbers.days.check_ins[row]))
        value = float((numbers.days.medians if column == 2 else numbers.median)[row])
        return "" if math.isnan(value) else value_words(value, axis)

    return Table(
        (_("date"), _("check-ins"), _("day’s median"), _("7 days’ median")),
        len(rows),
        cell,
        _("{observed} of {days} days, newest first").format(
            observed=number(numbers.coverage.observed_days), days=number(numbers.coverage.days)
        ),
        lambda at: date.fromordinal(numbers.first_day + rows[at]),
        frozenset({3}),
    )
