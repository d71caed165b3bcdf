"""What the charts of days read: several measures, a scale, the year, practices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from kapjournal.charts.day_table import day_rows_table
from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.measures_chart import MovingMeasures, Series, measures_chart, measures_frame
from kapjournal.charts.measures_words import measures_sentence, measures_table
from kapjournal.charts.mood_chart import MovingMood, mood_chart, mood_frame
from kapjournal.charts.picture import Picture
from kapjournal.charts.practices_chart import (
    PracticeRow,
    PracticesShown,
    practices_chart,
    practices_sentence,
    practices_table,
    rows_with_dots,
)
from kapjournal.charts.scale_chart import scale_chart, scale_frame
from kapjournal.charts.scale_words import ScaleShown, scale_sentence, scale_table
from kapjournal.charts.sentence import coverage_sentence, measure_sentence
from kapjournal.charts.series import MOST_IN_ONE
from kapjournal.charts.sheet import Sheet
from kapjournal.charts.subject import Beside
from kapjournal.charts.year_chart import Year, first_of_year, year_chart, year_sentence, year_table
from kapjournal.domain.measure import MOOD, Measure
from kapjournal.domain.practice import dots
from kapjournal.domain.scale import ScaleDefinition
from kapjournal.statistics.day_values import day_values
from kapjournal.ui.trends.kept import Kept
from kapjournal.ui.trends.ranges import Days
from kapjournal.ui.trends.reading import MeasureShown, measure_shown, other_values
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


def mood_shown(kept: Kept, days: Days) -> ChartShown:
    """Show mood over a range."""
    shown = measure_shown(kept, kept.measure(MOOD), days)
    until_today = shown.beside.now is not None
    return ChartShown(
        shown.axis.name,
        measure_sentence(shown.numbers, shown.axis, shown.beside.sessions, until_today=until_today),
        partial(mood_chart, shown.numbers, shown.axis, shown.beside),
        day_rows_table(shown.numbers, shown.axis),
        mood_method(),
        f"{span(days.first, days.last)}. {coverage_sentence(shown.numbers, shown.axis)}",
        partial(other_values, kept.journal, MOOD),
        partial(moving_mood, kept, shown),
    )


def moving_mood(kept: Kept, shown: MeasureShown, start: float, end: float, sheet: Sheet) -> Picture:
    """Draw what stands between two times instead of what is shown."""
    moving = MovingMood(kept.blocks(MOOD), shown.axis, kept.beside_whole, shown.numbers, shown.beside)
    return mood_frame(moving, start, end, sheet)


def measures_shown(kept: Kept, measures: Sequence[Measure], days: Days) -> ChartShown:
    """Show several measures over a range; at least one."""
    found = [measure_shown(kept, measure, days) for measure in measures]
    series = [Series(one.numbers, one.axis) for one in found]
    pairs = [(one.numbers, one.axis) for one in found]
    beside = found[0].beside
    return ChartShown(
        _("Several measures"),
        measures_sentence(pairs, beside),
        partial(measures_chart, series, beside),
        measures_table(pairs),
        measures_method(),
        _("{span}; a day counts for a measure where it was noted.").format(span=span(days.first, days.last)),
        frame=partial(_measures_frame, kept, series, beside) if len(series) <= MOST_IN_ONE else None,
    )


def _measures_frame(
    kept: Kept, series: Sequence[Series], beside: Beside, start: float, end: float, sheet: Sheet
) -> Picture:
    blocks = [kept.blocks(one.axis.key) for one in series]
    return measures_frame(MovingMeasures(blocks, kept.beside_whole, series, beside), start, end, sheet)


def scale_shown(kept: Kept, definition: ScaleDefinition, days: Days) -> ChartShown:
    """Show the finished forms of a scale in a range, and their baseline."""
    shown = _forms(kept, definition, days)
    return ChartShown(
        scale_name(definition),
        scale_sentence(shown),
        partial(scale_chart, shown, kept.beside(days)),
        scale_table(shown),
        scale_method(),
        _("{forms} of {span}.").format(
            forms=ngettext("{n} form", "{n} forms", len(shown.forms)).format(n=number(len(shown.forms))),
            span=span(days.first, days.last),
        ),
        frame=partial(scale_frame, _forms(kept, definition, kept.whole), kept.beside_whole),
    )


def _forms(kept: Kept, definition: ScaleDefinition, days: Days) -> ScaleShown:
    return ScaleShown(
        definition,
        kept.scored(definition.id, days),
        kept.baseline(definition.id, days.last),
        days.first,
        days.last,
    )


def year_shown(kept: Kept, last: date) -> ChartShown:
    """Show the 53 weeks up to a day, or to a dose that is planned for one of the next two."""
    planned = [mark.day for mark in kept.beside(Days(last, last)).sessions if mark.planned]
    first = first_of_year(last, planned)
    days = Days(first, last)
    year = Year(
        day_values(kept.values(MOOD, days), first.toordinal(), last.toordinal()),
        measure_axis(kept.measure(MOOD)),
        {mark.day.toordinal(): mark for mark in kept.beside(days).sessions},
        last.toordinal(),
        last == kept.today,
    )
    end = max((day for day in planned if day.toordinal() <= year.last), default=last)
    return ChartShown(
        _("A year of days"),
        year_sentence(year),
        partial(year_chart, year),
        year_table(year),
        year_method(),
        _("53 weeks, {span}.").format(span=span(first, end)),
    )


def practices_shown(kept: Kept, days: Days) -> ChartShown | None:
    """Show the practices of a range; None where none has a day in it."""
    kept_days = kept.practice_days
    rows = rows_with_dots(
        [
            PracticeRow(
                practice.name, dots(practice, kept_days.get(practice.id, frozenset()), days.first, days.last)
            )
            for practice in kept.practices
        ]
    )
    if not rows:
        return None
    doses = tuple(mark for mark in kept.beside(days).sessions if not mark.planned)
    shown = PracticesShown(days.first, days.last, rows, doses)
    return ChartShown(
        _("Practices"),
        practices_sentence(shown),
        partial(practices_chart, shown),
        practices_table(shown),
        practices_method(),
        span(shown.begins, days.last) + ".",
    )
