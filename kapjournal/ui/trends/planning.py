"""Which charts there are for a range, and how each comes about; nothing is read here that a chart alone needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from kapjournal.domain.measure import MOOD
from kapjournal.ui.trends.kept import Kept
from kapjournal.ui.trends.ranges import Days
from kapjournal.ui.trends.reading import measures_with_values
from kapjournal.ui.trends.reading_days import (
    measures_shown,
    mood_shown,
    practices_shown,
    scale_shown,
    year_shown,
)
from kapjournal.ui.trends.reading_factors import factor_rows, factors_shown, offered_factors, read_factors
from kapjournal.ui.trends.reading_sessions import (
    around_shown,
    lasting_of,
    lasting_shown,
    overlaid_of,
    read_around,
    side_effects_shown,
)
from kapjournal.ui.trends.works import Work, at_once
from kapjournal.words.measures import measure_name
from kapjournal.words.scales import scale_name

MEASURES_AT_FIRST = 4
Offered = tuple[tuple[str, str], ...]
"""Keys with their names."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose on the cards."""

    measures: tuple[str, ...] = ()
    scale: str = ""
    compared: tuple[str, ...] = ()
    day_after: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """The charts of a range, and what can be chosen on them."""

    works: Mapping[str, Work]
    measures: Offered = ()
    measures_on: tuple[str, ...] = ()
    scales: Offered = ()
    scale_on: str = ""
    compared: Offered = ()
    compared_on: tuple[str, ...] = field(default=())


def plan(kept: Kept, days: Days, choices: Choices) -> Planned:
    """Return the charts that have something to show."""
    works = {
        MOOD: Work(partial(mood_shown, kept, days), at_once),
        "year": Work(partial(year_shown, kept, days.last), at_once),
    }
    if kept.doses_in(days):
        read = partial(read_around, kept, days)
        works["around"] = Work(read, around_shown, overlaid_of)
        works["lasting"] = Work(read, lasting_shown, lasting_of)
        works["side_effects"] = Work(partial(side_effects_shown, kept, days), at_once)
    if kept.practices:
        works["practices"] = Work(partial(practices_shown, kept, days), at_once)
    others = measures_with_values(kept, days)
    measures_on: tuple[str, ...] = ()
    offered = (kept.measure(MOOD), *others)
    if others:
        keys = [m.key for m in offered if m.key in choices.measures] or [m.key for m in offered][
            :MEASURES_AT_FIRST
        ]
        measures_on = tuple(keys)
        drawn = [m for m in offered if m.key in keys]
        works["measures"] = Work(partial(measures_shown, kept, drawn, days), at_once)
    scales = tuple(d for d in kept.scales if kept.scored(d.id, days))
    shown_scale = next((d for d in scales if d.id == choices.scale), scales[0] if scales else None)
    if shown_scale is not None:
        works["scale"] = Work(partial(scale_shown, kept, shown_scale, days), at_once)
    compared = offered_factors(kept, days, choices.compared)
    compared_on = tuple(key for key in choices.compared if key in dict(compared))
    if compared_on:
        works["together"] = Work(
            partial(read_factors, kept, compared_on, days, day_after=choices.day_after),
            factors_shown,
            factor_rows,
        )
    return Planned(
        works,
        tuple((m.key, measure_name(m)) for m in offered) if others else (),
        measures_on,
        tuple((d.id, scale_name(d)) for d in scales),
        shown_scale.id if shown_scale is not None else "",
        compared,
        compared_on,
    )
