"""Short histories to draw."""

from __future__ import annotations

from datetime import date, datetime

from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.mood_chart import mood_chart
from kapjournal.charts.picture import Picture
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import Beside, EventMark, MeasureAxis, SessionMark
from kapjournal.domain.measure import BUILT_IN
from kapjournal.statistics.history import History, history
from kapjournal.statistics.observations import observations
from tests.statistics.columns import Row, columns

FIRST = date(2026, 8, 31)
LAST = date(2026, 10, 23)
NOW = datetime(2026, 10, 23, 9, 51)
SESSIONS = (
    SessionMark(date(2026, 9, 22), 1),
    SessionMark(date(2026, 9, 29), 2),
    SessionMark(date(2026, 10, 13), 3),
    SessionMark(date(2026, 10, 27), 4, planned=True),
)
BESIDE = Beside(SESSIONS, (EventMark(date(2026, 10, 3), "a <cold> & rest"),), NOW)
MOOD_AXIS: MeasureAxis = measure_axis(BUILT_IN["mood"])


def rows(first: date = FIRST, last: date = LAST, skipped: tuple[date, date] | None = None) -> list[Row]:
    """One check-in a day, its value from 2 to 6 in turn."""
    return [
        (day, 600, float(2 + day % 5), 1, 0)
        for day in range(first.toordinal(), last.toordinal() + 1)
        if skipped is None or not skipped[0].toordinal() <= day <= skipped[1].toordinal()
    ]


def past(given: list[Row], first: date = FIRST, last: date = LAST, beside: Beside = BESIDE) -> History:
    """The history of some rows."""
    doses = [mark.day.toordinal() for mark in beside.sessions if not mark.planned]
    return history(observations(columns(given)), first.toordinal(), last.toordinal(), doses)


def chart(given: list[Row], sheet: Sheet | None = None, beside: Beside = BESIDE) -> Picture:
    """The picture of some rows."""
    return mood_chart(past(given, beside=beside), MOOD_AXIS, beside, sheet or Sheet(900))
