"""What the page shows of one measure, and what else is said of a check-in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.sentence import value_words
from kapjournal.charts.subject import Beside, MeasureAxis
from kapjournal.domain.measure import MOOD, Measure
from kapjournal.statistics.history import History
from kapjournal.ui.trends.kept import Kept
from kapjournal.ui.trends.ranges import Days
from kapjournal.words.language import _
from kapjournal.words.measures import measure_name, measure_within

if TYPE_CHECKING:
    from kapjournal.journal.journal import Journal

OTHERS_TOLD = 3


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """Everything that a card of one measure shows."""

    numbers: History
    axis: MeasureAxis
    beside: Beside


def measure_shown(kept: Kept, measure: Measure, days: Days) -> MeasureShown:
    """Return a measure over a range."""
    return MeasureShown(kept.history(measure.key, days), measure_axis(measure), kept.beside(days))


def measures_with_values(kept: Kept, days: Days) -> tuple[Measure, ...]:
    """Return the measures besides mood that have a value in a range, in their order."""
    return tuple(m for m in kept.measures if m.key != MOOD and kept.has_values(m.key, days))


def other_values(journal: Journal, key: str, entry_id: int) -> str:
    """Return the first values of a check-in besides one measure's: 'anxiety 3 · energy 6'; '' where there are none."""
    noted = {value.measure: value.value for value in journal.check_ins.get(entry_id).values}
    return _(" · ").join(
        _("{measure} {value}").format(
            measure=measure_within(measure_name(measure), measure.key),
            value=value_words(noted[measure.key], measure_axis(measure)),
        )
        for measure in [m for m in journal.measures.all() if m.key != key and m.key in noted][:OTHERS_TOLD]
    )
