"""Each measure at a glance: the weeks before the first dose against the last seven days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import numpy as np

from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.measure import Measure
from kapjournal.statistics.day_values import DayValues, day_values, median_of_days
from kapjournal.statistics.observations import observations
from kapjournal.summary.document import Glance
from kapjournal.words.language import _, ngettext
from kapjournal.words.measures import measure_name
from kapjournal.words.numbers import half_up, number

BEFORE_DAYS = 14
BEFORE_NEEDS_DAYS = 5
NOW_DAYS = 7
NOW_NEEDS_DAYS = 3
HOURS_SHOWN = 12.0
"""Hours stand on a line of twelve unless one is longer: on one of twenty-four no difference would be seen."""
DASH = "–"


class Window(NamedTuple):
    """A run of days, both ends included, that a median is taken over."""

    first: date
    last: date

    def held(self, days: DayValues) -> tuple[int, int]:
        """Return on how many check-ins a median of it rests, and on how many days."""
        rows = days.rows(self.first.toordinal(), self.last.toordinal())
        return int(days.check_ins[rows].sum()), int(np.count_nonzero(days.observed[rows]))

    def median(self, days: DayValues, needed: int) -> float | None:
        """Return the median of its day values, or None from too few days."""
        return median_of_days(days, self.first.toordinal(), self.last.toordinal(), needed)


def window_before(first_dose: date | None) -> Window | None:
    """Return the two weeks before the first dose. Source: clinical reference 6, the summary's own rule."""
    if first_dose is None:
        return None
    day = first_dose.toordinal()
    return Window(date.fromordinal(day - BEFORE_DAYS), date.fromordinal(day - 1))


def window_now(last: date) -> Window:
    """Return the last seven days of a summary."""
    return Window(date.fromordinal(last.toordinal() - NOW_DAYS + 1), last)


def days_between(columns: ValueColumns, windows: Iterable[Window | None]) -> DayValues:
    """Return the day values from the first to the last day of several windows, and what they rest on."""
    known = [window for window in windows if window is not None]
    first = min(window.first for window in known).toordinal()
    last = max(window.last for window in known).toordinal()
    return day_values(observations(columns).making_day_values(), first, last)


def glances(
    measures: Iterable[Measure], values: Mapping[str, ValueColumns], first_dose: date | None, last: date
) -> tuple[Glance, ...]:
    """Return a glance for each measure with a value now; one still in use, with a value before, too.

    Where no dose came before there is nothing to compare with, and nothing is said of it.
    """
    before, now = window_before(first_dose), window_now(last)
    if before is not None and before.last >= now.first:
        before = None
    found: list[Glance] = []
    for measure in measures:
        columns = values.get(measure.key)
        if columns is None or not len(columns):
            continue
        days = days_between(columns, (before, now))
        before_value = before.median(days, BEFORE_NEEDS_DAYS) if before is not None else None
        now_value = now.median(days, NOW_NEEDS_DAYS)
        rests_on = (before.held(days)[1] if before is not None else 0, now.held(days)[1])
        if now_value is not None or (before_value is not None and measure.in_use):
            glance = _glance(measure, before_value, now_value)._replace(days=rests_on)
            found.append(glance if before is not None else glance._replace(was=""))
    return tuple(found)


def _glance(measure: Measure, before: float | None, now: float | None) -> Glance:
    # Of the figures that stand there: a reader who takes one from the other finds the same.
    told = [half_up(value, 1) for value in (before, now) if value is not None]
    change = _change(measure, told[1] - told[0]) if len(told) == 2 else ""
    return Glance(
        key=f"glance:{measure.key}",
        name=measure_name(measure),
        now=DASH if now is None else number(now, 1),
        unit="" if now is None else _unit(measure, now),
        change=change,
        was=_("was {value}").format(value=DASH if before is None else number(before, 1)),
        before_place=_place(measure, before),
        now_place=_place(measure, now),
    )


def _unit(measure: Measure, now: float) -> str:
    if measure.unit == "h":
        return ngettext("hour", "hours", 1 if round(now, 1) == 1 else 2)
    if measure.low == 0:
        return _("of {highest}").format(highest=number(measure.high, 1))
    return _("on {lowest} to {highest}").format(
        lowest=number(measure.low, 1), highest=number(measure.high, 1)
    )


def _change(measure: Measure, change: float) -> str:
    size = round(abs(change), 1)
    if size == 0:
        return _("unchanged")
    amount = number(size, 1)
    many = 1 if size == 1 else 2
    if measure.unit == "h" and change > 0:
        return ngettext("{n} hour longer", "{n} hours longer", many).format(n=amount)
    if measure.unit == "h":
        return ngettext("{n} hour shorter", "{n} hours shorter", many).format(n=amount)
    if change > 0:
        return ngettext("{n} point higher", "{n} points higher", many).format(n=amount)
    return ngettext("{n} point lower", "{n} points lower", many).format(n=amount)


def _place(measure: Measure, value: float | None) -> float | None:
    if value is None:
        return None
    high = max(HOURS_SHOWN, value) if measure.unit == "h" else measure.high
    return min(max((value - measure.low) / (high - measure.low), 0.0), 1.0)
