"""The chart of mood on paper: the very picture of the window, at the width of a page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.mood_chart import mood_chart
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import Beside, EventMark, SessionMark
from kapjournal.domain.event import Event
from kapjournal.domain.measure import Measure
from kapjournal.domain.share import PageSize
from kapjournal.statistics.history import History
from kapjournal.summary.course_facts import CourseFacts
from kapjournal.summary.document import Chart
from kapjournal.summary.plain_text import printable

POINTS_A_UNIT = 0.688
"""How large one page unit of the picture comes out, in points: its labels stand in the size of the page's text."""
COLUMN_PT = {PageSize.A4: 510.2, PageSize.LETTER: 526.9}
"""The width of the page between its margins of 15 mm."""
PLOT_HEIGHT = 146.0
PLOT_HEIGHT_BESIDE_MUCH = {PageSize.A4: 102.0, PageSize.LETTER: 78.0}


class Scene(NamedTuple):
    """What stands beside the mood in its chart, and for which paper it is drawn."""

    facts: CourseFacts
    with_sessions: bool
    events: tuple[Event, ...]
    """Ticked ones only."""
    now: datetime
    page_size: PageSize
    beside_much: bool
    """Whether the page has many sessions or measures, and the chart leaves them room."""


def mood_figure(measure: Measure, numbers: History, scene: Scene) -> Chart | None:
    """Return the chart of mood over the days of its history, or None where no check-in is in them."""
    if not len(numbers.shown):
        return None
    last = date.fromordinal(numbers.last_day)
    beside = Beside(
        sessions=tuple(_session_marks(scene)) if scene.with_sessions else (),
        events=tuple(EventMark(event.moment.day, printable(event.text)) for event in scene.events),
        now=scene.now if scene.now.date() == last else None,
    )
    height = PLOT_HEIGHT_BESIDE_MUCH[scene.page_size] if scene.beside_much else PLOT_HEIGHT
    sheet = Sheet(COLUMN_PT[scene.page_size] / POINTS_A_UNIT, height, legend=False)
    picture = mood_chart(numbers, measure_axis(measure), beside, sheet)
    return Chart(
        key="chart:mood",
        picture=picture,
        width=picture.width * POINTS_A_UNIT,
        height=picture.height * POINTS_A_UNIT,
        alt=f"{picture.title}. {picture.sentence}",
    )


def _session_marks(scene: Scene) -> Iterable[SessionMark]:
    for dose in scene.facts.doses:
        if not scene.facts.hides(dose):
            yield SessionMark(dose.day, dose.number)
    for dose in scene.facts.planned:
        if dose.day >= scene.now.date():
            yield SessionMark(dose.day, dose.number, planned=True)
