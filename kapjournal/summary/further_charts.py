"""The charts of the last page, and the one of the measures together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np

from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.measures_chart import Series, measures_chart
from kapjournal.charts.picture import Picture
from kapjournal.charts.sentence import without_missing_days
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import Beside, SessionMark
from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.measure import Measure
from kapjournal.domain.share import PageSize
from kapjournal.statistics.history import history
from kapjournal.statistics.observations import observations
from kapjournal.summary.course_facts import CourseFacts
from kapjournal.summary.document import Chart
from kapjournal.summary.mood_figure import COLUMN_PT, POINTS_A_UNIT

MOST_MEASURES = 4
PLOT_HEIGHT = {PageSize.A4: 118.0, PageSize.LETTER: 100.0}
BESIDE_OVERLAP = 0.65
"""How much lower the chart is where the page has the pairs before and after the first dose too."""


def measures_figure(
    measures: tuple[Measure, ...],
    values: Mapping[str, ValueColumns],
    facts: CourseFacts,
    days: tuple[date, date],
    paper: PageSize,
    *,
    with_sessions: bool,
    with_overlap: bool = False,
) -> Chart | None:
    """Return the running medians of the first measures that have values.

    None where fewer than two have any, or none has enough for a line.
    """
    first, last = (day.toordinal() for day in days)
    series = []
    for measure in measures:
        numbers = history(
            observations(values.get(measure.key, ValueColumns())), first, last, facts.dosing_days
        )
        if len(numbers.shown):
            series.append(Series(numbers, measure_axis(measure)))
        if len(series) == MOST_MEASURES:
            break
    if len(series) < 2 or all(np.isnan(one.numbers.median).all() for one in series):
        return None
    marks = tuple(SessionMark(dose.day, dose.number) for dose in facts.shown(*days)) if with_sessions else ()
    height = PLOT_HEIGHT[paper] * (BESIDE_OVERLAP if with_overlap else 1)
    sheet = Sheet(column_px(paper), height, legend=False)
    return chart_of("chart:measures", measures_chart(series, Beside(sessions=marks), sheet))


def column_px(paper: PageSize) -> float:
    """Return how wide the page is between its margins, in page units of a picture."""
    return COLUMN_PT[paper] / POINTS_A_UNIT


def chart_of(key: str, picture: Picture, *, told: str = "", share: float = 1.0) -> Chart:
    """Return a picture as a chart with its sentence under its title; `told` is what only a reader hears beside it."""
    return Chart(
        key=key,
        picture=picture,
        width=picture.width * POINTS_A_UNIT,
        height=picture.height * POINTS_A_UNIT,
        alt=" ".join(part for part in (f"{picture.title}. {picture.sentence}", told) if part),
        sentence=without_missing_days(picture.sentence),
        share=share,
    )
