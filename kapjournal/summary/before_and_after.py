"""What was noted before the first dose against what was noted after it, pair by pair: for the therapist alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import numpy as np

from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.measure import Direction, Measure
from kapjournal.statistics.day_values import day_values
from kapjournal.statistics.non_overlap import non_overlap
from kapjournal.statistics.observations import Floats, observations
from kapjournal.summary.course_facts import CourseFacts
from kapjournal.summary.document import OverlapRow, OverlapTable
from kapjournal.summary.glances import window_before
from kapjournal.summary.method import OVERLAP_KEY
from kapjournal.summary.scale_tables import GLANCE_KEY, ScaleRecord
from kapjournal.words.language import ngettext
from kapjournal.words.measures import measure_name
from kapjournal.words.numbers import number, number_fixed
from kapjournal.words.scales import scale_name


def before_and_after(
    measures: Iterable[Measure],
    values: Mapping[str, ValueColumns],
    scales: Iterable[ScaleRecord],
    facts: CourseFacts,
    days: tuple[date, date],
    struck: frozenset[str],
) -> OverlapTable | None:
    """Return the share of pairs in which the later one is better, for what has a better end; None without any row.

    Before are the days of the summary ahead of the first dose of its course, at least the two weeks; after, the days
    that follow up to the last one, without dosing days. A form of a scale counts where it is complete.
    Source: clinical reference 6.6.
    """
    ahead = window_before(facts.first_dose)
    if ahead is None or facts.first_dose is None:
        return None
    first, last = min(ahead.first, days[0]).toordinal(), days[1].toordinal()
    dose = facts.first_dose.toordinal()
    rows = (
        *_measures(measures, values, facts, (first, dose, last), struck),
        *_scales(scales, (first, dose, last), struck),
    )
    return OverlapTable(OVERLAP_KEY, rows) if rows else None


def _measures(
    measures: Iterable[Measure],
    values: Mapping[str, ValueColumns],
    facts: CourseFacts,
    days: tuple[int, int, int],
    struck: frozenset[str],
) -> Iterator[OverlapRow]:
    first, dose, last = days
    for measure in measures:
        columns = values.get(measure.key)
        hidden = f"glance:{measure.key}" in struck
        if columns is None or measure.direction is Direction.NEITHER or hidden or last <= dose:
            continue
        noted = day_values(observations(columns), first, last).without(facts.dosing_days)
        row = _row(
            measure_name(measure),
            noted.medians[: dose - first],
            noted.medians[dose - first + 1 :],
            _days,
            lower_is_better=measure.direction is Direction.LOWER_IS_BETTER,
        )
        if row is not None:
            yield row


def _scales(
    scales: Iterable[ScaleRecord], days: tuple[int, int, int], struck: frozenset[str]
) -> Iterator[OverlapRow]:
    first, dose, last = days
    for record in (one.without(struck) for one in scales):
        if f"{GLANCE_KEY}{record.definition.id}" in struck:
            continue
        totals = [
            (scored.form.moment.day.toordinal(), float(scored.score.total))
            for scored in record.forms
            if scored.score.total is not None
        ]
        row = _row(
            scale_name(record.definition),
            np.array([total for day, total in totals if first <= day < dose]),
            np.array([total for day, total in totals if dose < day <= last]),
            _forms,
            lower_is_better=record.definition.lower_is_better,
        )
        if row is not None:
            yield row


def _row(
    name: str, before: Floats, after: Floats, count: Callable[[int], str], *, lower_is_better: bool
) -> OverlapRow | None:
    share = non_overlap(before, after, lower_is_better=lower_is_better)
    if share is None:
        return None
    noted = [count(int(np.count_nonzero(~np.isnan(side)))) for side in (before, after)]
    return OverlapRow(name, noted[0], noted[1], number_fixed(share, 2))


def _days(count: int) -> str:
    return ngettext("{n} day", "{n} days", count).format(n=number(count))


def _forms(count: int) -> str:
    return ngettext("{n} form", "{n} forms", count).format(n=number(count))
