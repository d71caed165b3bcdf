"""What the charts of days read: several measures, a scale, the year, practices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from kapjournal.charts.day_table import day_rows_table
from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.measures_chart import Series, measures_chart
from kapjournal.charts.measures_words import measures_sentence, measures_table
from kapjournal.charts.mood_chart import mood_chart
from kapjournal.charts.practices_chart import (
    PracticeRow,
    PracticesShown,
    practices_chart,
    practices_sentence,
    practices_table,
    rows_with_dots,
)
from kapjournal.charts.scale_chart import scale_chart
from kapjournal.charts.scale_words import ScaleShown, scale_sentence, scale_table
from kapjournal.charts.sentence import coverage_sentence, measure_sentence
from kapjournal.charts.subject import Beside
from kapjournal.charts.year_chart import WEEKS, Year, first_of_year, year_chart, year_sentence, year_table
from kapjournal.domain.measure import MOOD, Measure
from kapjournal.domain.practice import dots
from kapjournal.domain.scale import ScaleDefinition
from kapjournal.statistics.day_values import day_values
from kapjournal.statistics.observations import observations
from kapjournal.ui.trends.ranges import Days
from kapjournal.ui.trends.reading import beside_of, measure_shown, other_values
from kapjournal.ui.trends.shown import ChartShown
from kapjournal.words.dates import span
from kapjournal.words.language import _, ngettext
from kapjournal.words.methods import (
    measures_method,
    mood_method,
    practices_method,
    scale_method,
    year_method,
)
from kapjournal.words.numbers import number
from kapjournal.words.scales import scale_name

if TYPE_CHECKING:
    from datetime import datetime

    from kapjournal.journal.journal import Journal


def mood_shown(journal: Journal, days: Days, beside: Beside) -> ChartShown:
    """Read mood over a range."""
    shown = measure_shown(journal, _measure(journal, MOOD), days, beside)
    return ChartShown(
        shown.axis.name,
        measure_sentence(shown.numbers, shown.axis, beside.sessions),
        partial(mood_chart, shown.numbers, shown.axis, beside),
        day_rows_table(shown.numbers, shown.axis),
        mood_method(),
        f"{span(days.first, days.last)}. {coverage_sentence(shown.numbers, shown.axis)}",
        partial(other_values, journal, MOOD),
    )


def measures_shown(journal: Journal, measures: Sequence[Measure], days: Days, beside: Beside) -> ChartShown:
    """Read several measures over a range; at least one."""
    found = [measure_shown(journal, measure, days, beside) for measure in measures]
    pairs = [(one.numbers, one.axis) for one in found]
    return ChartShown(
        _("Several measures"),
        measures_sentence(pairs, beside),
        partial(measures_chart, [Series(*pair) for pair in pairs], beside),
        measures_table(pairs),
        measures_method(),
        _("{span}; a day counts for a measure where it was noted.").format(span=span(days.first, days.last)),
    )


def scale_shown(journal: Journal, definition: ScaleDefinition, days: Days, beside: Beside) -> ChartShown:
    """Read the finished forms of a scale in a range, and their baseline."""
    shown = ScaleShown(
        definition,
        journal.scales.scored(definition.id, days.first, days.last),
        journal.scales.baseline(definition.id, days.last),
        days.first,
        days.last,
    )
    return ChartShown(
        scale_name(definition),
        scale_sentence(shown),
        partial(scale_chart, shown, beside),
        scale_table(shown),
        scale_method(),
        _("{forms} of {span}.").format(
            forms=ngettext("{n} form", "{n} forms", len(shown.forms)).format(n=number(len(shown.forms))),
            span=span(days.first, days.last),
        ),
    )


def year_shown(journal: Journal, last: date, now: datetime) -> ChartShown:
    """Read the 53 weeks up to a day."""
    first = first_of_year(last)
    axis = measure_axis(_measure(journal, MOOD))
    columns = journal.check_ins.values(MOOD, first, last)
    beside = beside_of(journal, Days(first, last), now)
    year = Year(
        day_values(observations(columns), first.toordinal(), last.toordinal()),
        axis,
        {mark.day.toordinal(): mark for mark in beside.sessions},
        last.toordinal(),
    )
    end = first + timedelta(weeks=WEEKS) - timedelta(days=1)
    return ChartShown(
        _("A year of days"),
        year_sentence(year),
        partial(year_chart, year),
        year_table(year),
        year_method(),
        _("53 weeks, {span}.").format(span=span(first, min(end, last))),
    )


def practices_shown(journal: Journal, days: Days) -> ChartShown | None:
    """Read the practices of a range; None where none has a day in it."""
    kept = journal.practices.kept_days(days.first, days.last)
    rows = rows_with_dots(
        [
            PracticeRow(
                practice.name, dots(practice, kept.get(practice.id, frozenset()), days.first, days.last)
            )
            for practice in journal.practices.all()
        ]
    )
    if not rows:
        return None
    beside = beside_of(journal, days, journal.clock.now())
    doses = tuple(mark for mark in beside.sessions if not mark.planned)
    shown = PracticesShown(days.first, days.last, rows, doses)
    return ChartShown(
        _("Practices"),
        practices_sentence(shown),
        partial(practices_chart, shown),
        practices_table(shown),
        practices_method(),
        span(shown.begins, days.last) + ".",
    )


def _measure(journal: Journal, key: str) -> Measure:
    return next((m for m in journal.measures.all() if m.key == key), Measure(key=key))
