"""The score of a scale from its answers, by the rules of clinical reference 1.3; an open item is never zero.

Sources: PHQ-9 bands Kroenke 2001, missing items Arrieta 2017 (doi 10.1002/jclp.22390), MCID 5 Löwe 2004; GAD-7 MCID 4
Toussaint 2020, 6 Bischoff 2020; PCL-5 10 VA guidance, 15 Marx 2022. The thresholds stand in the definitions.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import timedelta

from kapjournal.domain.moment import Moment
from kapjournal.domain.scale import (
    Band,
    Baseline,
    ChangeTier,
    ScaleChange,
    ScaleDefinition,
    ScaleForm,
    ScaleItem,
    ScaleScore,
    ScoredForm,
    Scoring,
)

BASELINE_DAYS = 14


def half_up(value: float) -> int:
    """Round to a whole number, halves upwards: Python's round() would give another band (2.5 → 3, not 2)."""
    return math.floor(value + 0.5)


def score(definition: ScaleDefinition, form: ScaleForm) -> ScaleScore | None:
    """Score a form; None for a scale that has no score."""
    if definition.scoring is Scoring.NONE:
        return None
    items = definition.scored_items
    given = [value for item in items if (value := form.answer(item.id)) is not None]
    missing = len(items) - len(given)
    raw, factor = sum(given), definition.factor
    lower = (raw + sum(_least(i) for i in items if form.answer(i.id) is None)) * factor
    upper = (raw + sum(_most(i) for i in items if form.answer(i.id) is None)) * factor
    total = raw * factor if missing == 0 else None
    estimate = None
    if given and 0 < missing <= definition.max_missing:
        estimate = half_up(raw * len(items) / len(given) * factor)
    shown = total if total is not None else estimate
    return ScaleScore(
        answered=len(given),
        of=len(items),
        total=total,
        lower=lower,
        upper=upper,
        estimate=estimate,
        band=None if shown is None else band(definition, shown),
        band_lower=band(definition, lower) if shown is not None else None,
        band_upper=band(definition, upper) if shown is not None else None,
    )


def _least(item: ScaleItem) -> int:
    return min(option.value for option in item.options)


def _most(item: ScaleItem) -> int:
    return max(option.value for option in item.options)


def band(definition: ScaleDefinition, total: int) -> Band | None:
    """The band of a total; None for a scale without bands."""
    return next((b for b in definition.bands if b.low <= total <= b.high), None)


def subscale_totals(definition: ScaleDefinition, form: ScaleForm) -> dict[str, int | None]:
    """The sum of each subscale, by its name; None where one of its items is open."""
    found: dict[str, int | None] = {}
    for subscale in definition.subscales:
        values = [form.answer(item) for item in subscale.items]
        found[subscale.name] = None if None in values else sum(v for v in values if v is not None)
    return found


def change(definition: ScaleDefinition, before: ScaleScore, after: ScaleScore) -> ScaleChange | None:
    """The change between two complete forms; None where one is not complete, or the scale has no thresholds."""
    rule = definition.change
    if rule is None or before.total is None or after.total is None:
        return None
    delta = after.total - before.total
    if abs(delta) < rule.min_important:
        return ScaleChange(delta, ChangeTier.WITHIN)
    return ScaleChange(delta, ChangeTier.POSSIBLE if abs(delta) < rule.reliable else ChangeTier.LARGER)


def is_worsening(definition: ScaleDefinition, found: ScaleChange | None) -> bool:
    """Whether a change is for the worse and larger than measurement error."""
    if found is None or found.tier is not ChangeTier.LARGER:
        return False
    return found.delta > 0 if definition.lower_is_better else found.delta < 0


def baseline(forms: Iterable[ScoredForm], first_dose: Moment | None) -> Baseline | None:
    """The last complete form in the 14 days before the first dose of the course, else the first complete form.

    `forms` are of one scale, in any order. None where no form is complete.
    """
    complete = sorted(
        (f for f in forms if f.score.is_complete), key=lambda f: (f.form.moment.instant, f.form.id)
    )
    if not complete:
        return None
    if first_dose is not None:
        earliest = first_dose.day - timedelta(days=BASELINE_DAYS)
        before = [
            f for f in complete if earliest <= f.form.moment.day and _is_before(f.form.moment, first_dose)
        ]
        if before:
            return Baseline(before[-1], before_first_dose=True)
    return Baseline(complete[0], before_first_dose=False)


def _is_before(moment: Moment, dose: Moment) -> bool:
    """By the clock where both have a time, else by the day."""
    if moment.has_time and dose.has_time:
        return moment.instant < dose.instant
    return moment.day < dose.day
