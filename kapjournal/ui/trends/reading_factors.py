"""What the chart of what goes together reads: day values of mood and of the things that were chosen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np

from kapjournal.charts.together_chart import (
    FactorRow,
    together_chart,
    together_sentence,
    together_table,
    together_title,
)
from kapjournal.domain.course import course_on
from kapjournal.domain.measure import BUILT_IN, MOOD
from kapjournal.domain.practice import dots
from kapjournal.statistics.day_values import day_values
from kapjournal.statistics.going_together import MOST_FACTORS, going_together
from kapjournal.statistics.observations import Floats
from kapjournal.ui.trends.kept import Kept
from kapjournal.ui.trends.ranges import Days
from kapjournal.ui.trends.reading import measures_with_values
from kapjournal.ui.trends.shown import ChartShown
from kapjournal.words.dates import span
from kapjournal.words.language import _
from kapjournal.words.measures import measure_key_name, measure_name
from kapjournal.words.methods import together_method

PRACTICE = "practice:"
TAG = "tag:"
"""Before the place where a tag was given first: what is compared is kept in the settings, which hold no words of the
journal."""


@dataclass(frozen=True, eq=False, slots=True)
class Factors:
    """Mood and each chosen thing, one value a day."""

    mood: Floats
    factors: tuple[tuple[str, str, bool, Floats], ...]
    """Name, the same within a sentence, whether it is there or not rather than more or less, and its values."""
    seed: int
    days: Days
    day_after: bool


def offered_factors(kept: Kept, days: Days, chosen: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return what can be compared with mood: measures with values in the range, practices, and the tags in use.

    What is chosen stays among them, however few days it has.
    """
    there = {measure.key for measure in measures_with_values(kept, days)} | set(chosen)
    measures = [(m.key, measure_name(m)) for m in kept.measures if m.key in there and m.key != MOOD]
    practices = [(f"{PRACTICE}{p.id}", p.name) for p in kept.practices]
    places = [*kept.tags, *(key.removeprefix(TAG) for key in chosen if key.startswith(TAG))]
    tags = [
        (f"{TAG}{place}", tag) for place in dict.fromkeys(places) if (tag := kept.tag_at(place)) is not None
    ]
    return (*measures, *practices, *tags)


def read_factors(kept: Kept, chosen: Collection[str], days: Days, *, day_after: bool) -> Factors:
    """Read mood and the chosen things over a range; what has gone from the journal is left out."""
    names = dict(offered_factors(kept, days, chosen))
    keys = [key for key in chosen if key in names][:MOST_FACTORS]
    course = course_on(kept.courses, days.last)
    mood = _values(kept, MOOD, days)
    return Factors(
        mood,
        tuple(
            (
                names[key],
                _word(key, names[key]),
                key.startswith((PRACTICE, TAG)),
                _tagged(kept, names[key], days, mood) if key.startswith(TAG) else _values(kept, key, days),
            )
            for key in keys
        ),
        course.id if course is not None else 0,
        days,
        day_after,
    )


def factor_rows(read: Factors) -> tuple[FactorRow, ...]:
    """Compute what goes together; takes long, runs in a worker."""
    return tuple(
        FactorRow(
            name,
            going_together(values, read.mood, read.seed, days_after=int(read.day_after)),
            there_or_not,
            word,
        )
        for name, word, there_or_not, values in read.factors
    )


def factors_shown(read: Factors, rows: tuple[FactorRow, ...]) -> ChartShown:
    """Return the chart of what goes together."""
    measure = measure_key_name(MOOD).lower()
    return ChartShown(
        together_title(),
        together_sentence(),
        partial(together_chart, rows, measure, day_after=read.day_after),
        together_table(rows, measure, day_after=read.day_after),
        together_method(),
        _("{span}; only days on which both were noted.").format(span=span(read.days.first, read.days.last)),
    )


def _word(key: str, name: str) -> str:
    """Return a name as it stands within a sentence; what a person named stays as it was written."""
    return name.lower() if key in BUILT_IN else name


def _values(kept: Kept, key: str, days: Days) -> Floats:
    if key.startswith(PRACTICE):
        return _practised(kept, key, days)
    return day_values(kept.values(key, days), days.first.toordinal(), days.last.toordinal()).medians


def _practised(kept: Kept, key: str, days: Days) -> Floats:
    """Return 1 for days on which a practice was kept, 0 where it was not, NaN where it was not meant to be done."""
    practice_id = int(key.removeprefix(PRACTICE))
    practice = next(one for one in kept.practices if one.id == practice_id)
    kept_days = kept.practice_days.get(practice_id, frozenset[date]())
    values = np.full((days.last - days.first).days + 1, np.nan)
    for dot in dots(practice, kept_days, days.first, days.last):
        values[(dot.day - days.first).days] = float(dot.kept)
    return values


def _tagged(kept: Kept, tag: str, days: Days, mood: Floats) -> Floats:
    """Return 1 for days with a tag, 0 for days with a mood and without it, NaN before it was first given."""
    first = days.first.toordinal()
    values = np.where(np.isnan(mood), np.nan, 0.0)
    given = kept.tag_days(tag)
    values[: max(0, given[0] - first) if given else len(values)] = np.nan
    for day in given:
        if 0 <= day - first < len(values):
            values[day - first] = 1.0
    return values
