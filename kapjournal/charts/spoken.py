"""What is told of a chart's places: each check-in, session and event, in order of time."""

from __future__ import annotations

from array import array
from datetime import date

import numpy as np

from kapjournal.charts.frame import Frame, heights
from kapjournal.charts.markers import MARK_RISE_PX
from kapjournal.charts.picture import SpokenPoints
from kapjournal.charts.sentence import check_in_words
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import NOON, Beside, MeasureAxis
from kapjournal.statistics.history import History
from kapjournal.words.dates import weekday_day
from kapjournal.words.language import _


def spoken_points(
    numbers: History, axis: MeasureAxis, beside: Beside, sheet: Sheet, field: Frame
) -> SpokenPoints:
    """Return the places of a measure's chart that can be pointed at: every check-in, thinned away or not."""
    shown = numbers.shown
    told = [
        (mark.day, field.top - sheet.length(MARK_RISE_PX), _session_words(mark.number, planned=mark.planned))
        for mark in beside.sessions
    ]
    told += [
        (event.day, field.bottom, _("event: {text}").format(text=event.text))
        for event in beside.events
        if numbers.first_day <= event.day.toordinal() <= numbers.last_day
    ]
    others = [day.toordinal() for day, _y, _text in told]
    times = np.concatenate((shown.times, np.array(others, dtype=np.float64) + NOON))
    ys = np.concatenate((heights(shown.values, field), [y for _day, y, _text in told]))
    days = np.concatenate((shown.days, np.array(others, dtype=np.int64)))
    entries = np.concatenate((shown.entry_ids, np.zeros(len(told), dtype=np.int64)))
    order = np.argsort(times, kind="stable")

    def tell(row: int) -> tuple[str, str]:
        place = int(order[row])
        if place < len(shown):
            return check_in_words(shown, place, axis)
        day, _y, text = told[place - len(shown)]
        return weekday_day(day, date.fromordinal(numbers.last_day)), text

    xs = field.left + (times[order] - field.start) * field.day_width
    # Arrays of Python's own: as fast to make from numpy's as a copy of memory, where a list takes long.
    return SpokenPoints(
        array("d", xs.tobytes()),
        array("d", ys[order].tobytes()),
        tell,
        array("q", days[order].tobytes()),
        array("q", entries[order].tobytes()),
    )


def day_of(points: SpokenPoints, row: int) -> date:
    """Return the day of a place."""
    return date.fromordinal(points.days[row])


def _session_words(number: int, *, planned: bool) -> str:
    if planned:
        return (
            _("dosing session {number}, planned").format(number=number)
            if number
            else _("dosing session, planned")
        )
    return _("dosing session {number}").format(number=number) if number else _("dosing session")
