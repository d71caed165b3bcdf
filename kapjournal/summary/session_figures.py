"""The charts of sessions on the last page: every session laid over the others, and how long each lasted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kapjournal.charts.lasting_chart import lasting_chart
from kapjournal.charts.lasting_words import NumberedLasting, outcomes_told
from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.overlaid_chart import overlaid_chart
from kapjournal.charts.overlaid_words import NumberedCurve, Overlaid, treated_note
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import SessionMark
from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.measure import BUILT_IN, MOOD, Direction, Measure
from kapjournal.domain.share import PageSize, Part
from kapjournal.statistics.around_session import across_sessions, around_session
from kapjournal.statistics.lasting import lasting
from kapjournal.statistics.observations import Observations, observations
from kapjournal.statistics.survival import survival
from kapjournal.summary.course_facts import CourseFacts, Dose
from kapjournal.summary.document import Chart
from kapjournal.summary.further_charts import chart_of, column_px

AROUND_SHARE, LASTING_SHARE = 0.58, 0.42
"""How much of the page's width each takes, where both are there."""
GUTTER_PX = 26.0
PLOT_HEIGHT = {PageSize.A4: 118.0, PageSize.LETTER: 110.0}
AROUND_THE_PLOT_PX = 130.0
"""About how much of the chart around the sessions is not its plot."""
TALLEST = 2.0
"""Beside many bars the chart around the sessions is taller, up to so many times: its place would be empty."""
MOST_BARS = 12
"""The bars of the latest sessions are drawn; the curve under them is of all."""


class SessionScene(NamedTuple):
    """What both charts are made of."""

    mood: Observations
    measure: Measure
    facts: CourseFacts
    doses: tuple[Dose, ...]
    last: date
    paper: PageSize


def session_scene(
    measures: Iterable[Measure],
    columns: ValueColumns,
    facts: CourseFacts,
    days: tuple[date, date],
    paper: PageSize,
) -> SessionScene:
    """Return what the charts of the shown doses of some days are made of; `columns` are those of mood."""
    measure = next((m for m in measures if m.key == MOOD), BUILT_IN[MOOD])
    return SessionScene(observations(columns), measure, facts, facts.shown(*days), days[1], paper)


def session_figures(scene: SessionScene, parts: Iterable[Part]) -> Iterator[Chart]:
    """Yield those of both charts that are among the parts; none where no dose has a mood around it."""
    wanted = [part for part in (Part.AROUND, Part.LASTING) if part in parts]
    if not scene.doses or not len(scene.mood):
        return
    whole = column_px(scene.paper)
    shares = (AROUND_SHARE, LASTING_SHARE) if len(wanted) == 2 else (1.0, 1.0)
    widths = [whole * share - (GUTTER_PX / 2 if share < 1 else 0) for share in shares]
    lasting_figure = _lasting(scene, widths[1], shares[1]) if Part.LASTING in wanted else None
    if Part.AROUND in wanted and (numbers := _overlaid(scene)) is not None:
        height = PLOT_HEIGHT[scene.paper]
        if lasting_figure is not None:
            height = min(max(lasting_figure.picture.height - AROUND_THE_PLOT_PX, height), TALLEST * height)
        picture = overlaid_chart(numbers, Sheet(widths[0], height, legend=False))
        yield chart_of("chart:around", picture, told=_as_sentence(treated_note(numbers)), share=shares[0])
    if lasting_figure is not None:
        yield lasting_figure


def _as_sentence(note: str) -> str:
    return f"{note[:1].upper()}{note[1:]}." if note else ""


def _overlaid(scene: SessionScene) -> Overlaid | None:
    """Return the curves around the doses; None where no day around any of them was noted."""
    curves = tuple(
        NumberedCurve(
            dose.number,
            around_session(scene.mood, dose.day.toordinal(), scene.facts.dosing_days, scene.last.toordinal()),
        )
        for dose in scene.doses
    )
    if not any(one.curve.check_ins.any() or len(one.curve.day_zero) for one in curves):
        return None
    seed = scene.facts.course.id if scene.facts.course is not None else 0
    across = across_sessions([one.curve.values for one in curves], seed)
    return Overlaid(curves, across, measure_axis(scene.measure))


def _lasting(scene: SessionScene, width: float, share: float) -> Chart:
    lower = scene.measure.direction is Direction.LOWER_IS_BETTER
    rows = tuple(
        NumberedLasting(
            SessionMark(dose.day, dose.number),
            lasting(
                scene.mood,
                dose.day.toordinal(),
                scene.facts.dosing_days,
                scene.last.toordinal(),
                lower_is_better=lower,
            ),
        )
        for dose in scene.doses
    )
    found = [row.lasting for row in rows if row.lasting.lasted]
    curve = survival([(one.end, one.outcome == "ended") for one in found])
    word = measure_axis(scene.measure).word
    shown = rows[-MOST_BARS:]
    picture = lasting_chart(shown, curve, word, Sheet(width), of=rows, with_words=False)
    return chart_of("chart:lasting", picture, told=outcomes_told(rows), share=share)
