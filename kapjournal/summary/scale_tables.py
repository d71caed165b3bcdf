"""The scales on paper: each form with what it adds up to, its change in three steps, and the safety item's answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from kapjournal.domain.scale import Baseline, ChangeTier, ScaleChange, ScaleDefinition, ScoredForm
from kapjournal.statistics import scale_scoring
from kapjournal.summary.document import Glance, Line, ScaleRow, ScaleTable
from kapjournal.summary.glances import DASH
from kapjournal.words.dates import day_short
from kapjournal.words.language import _, ngettext, pgettext
from kapjournal.words.numbers import number
from kapjournal.words.scales import (
    answer_text,
    band_name,
    bands_words,
    baseline_words,
    change_signed,
    change_words,
    scale_name,
)

GLANCE_KEY = "glance:scale:"
"""How the key of a scale's glance begins."""
MOST_ROWS = 6
"""Of a long course the first form and the latest ones are shown; all of them are in the data."""


def form_key(scored: ScoredForm) -> str:
    """Return the key of a form's row."""
    return f"scale:{scored.form.id}"


class ScaleRecord(NamedTuple):
    """One scale with its finished forms in order of time, and the form that others are compared with."""

    definition: ScaleDefinition
    forms: tuple[ScoredForm, ...]
    baseline: Baseline | None = None

    def between(self, first: date, last: date) -> tuple[ScoredForm, ...]:
        """Return the forms of some days."""
        return tuple(scored for scored in self.forms if first <= scored.form.moment.day <= last)

    def without(self, struck: frozenset[str]) -> ScaleRecord:
        """Return it without the forms whose rows were struck; against one of them nothing is compared any more."""
        kept = tuple(scored for scored in self.forms if form_key(scored) not in struck)
        return self._replace(forms=kept, baseline=self._baseline(struck))

    def compared(self, struck: frozenset[str]) -> ScaleRecord:
        """Return it with all of its forms, compared with none that was struck."""
        return self._replace(baseline=self._baseline(struck))

    def _baseline(self, struck: frozenset[str]) -> Baseline | None:
        if self.baseline is None or form_key(self.baseline.scored) in struck:
            return None
        return self.baseline

    def change(self, scored: ScoredForm) -> ScaleChange | None:
        """Return the change of a later complete form against the baseline."""
        if self.baseline is None or _order(scored) <= _order(self.baseline.scored):
            return None
        return scale_scoring.change(self.definition, self.baseline.scored.score, scored.score)


def scale_tables(
    records: Iterable[ScaleRecord], first: date, last: date, struck: frozenset[str] = frozenset()
) -> tuple[ScaleTable, ...]:
    """Return a table for each scale with a form in the days; the struck ones have their rows, and are no baseline."""
    tables = []
    for record in (one.compared(struck) for one in records):
        forms = record.between(first, last)
        if forms:
            left_out = len(forms) - MOST_ROWS
            shown = (forms[0], *forms[1 - MOST_ROWS :]) if left_out > 0 else forms
            safety = record.definition.safety
            tables.append(
                ScaleTable(
                    name=scale_name(record.definition),
                    rows=tuple(_row(record, scored, last) for scored in shown),
                    safety_head=_item_name(record.definition, safety.item) if safety is not None else "",
                    left_out=_left_out(left_out),
                )
            )
    return tuple(tables)


def scale_note(records: Iterable[ScaleRecord], first: date, last: date) -> str:
    """Return what the changes are against and what the three steps mean, for the scales that are shown."""
    told = []
    for record in records:
        rule, baseline = record.definition.change, record.baseline
        if rule is None or baseline is None or not any(map(record.change, record.between(first, last))):
            continue
        text = _("{scale} against {day} ({which}): possible from {possible} points, larger from {larger}")
        told.append(
            text.format(
                scale=scale_name(record.definition),
                day=day_short(baseline.scored.form.moment.day, last),
                which=baseline_words(baseline),
                possible=number(rule.min_important),
                larger=number(rule.reliable),
            )
        )
    if not told:
        return ""
    meaning = _("Within: within everyday variation; larger: larger than measurement error.")
    return _("Change: {scales}. {meaning}").format(scales="; ".join(told), meaning=meaning)


def scale_glances(records: Iterable[ScaleRecord], first: date, last: date) -> tuple[Glance, ...]:
    """Return the latest complete form of each scale beside the one that it is compared with."""
    found = []
    for record in records:
        complete = [scored for scored in record.between(first, last) if scored.score.total is not None]
        if complete:
            found.append(
                _glance(record, complete[-1])._replace(day=day_short(complete[-1].form.moment.day, last))
            )
    return tuple(found)


def is_of_scale(glance: Glance) -> bool:
    """Whether a glance is of a scale, and not of a measure."""
    return glance.key.startswith(GLANCE_KEY)


def safety_lines(records: Iterable[ScaleRecord], first: date, last: date) -> tuple[Line, ...]:
    """Return the answer to the safety item where the latest one is above zero, and since when it has been the same."""
    found = []
    for record in records:
        definition, safety = record.definition, record.definition.safety
        if safety is None:
            continue
        answered = [s for s in record.between(first, last) if s.form.answer(safety.item) is not None]
        if not answered or (answered[-1].form.answer(safety.item) or 0) < safety.trigger_at:
            continue
        latest = answered[-1].form
        since = latest
        for scored in reversed(answered):
            if scored.form.answer(safety.item) != latest.answer(safety.item):
                break
            since = scored.form
        told = _("{scale} {item} (thoughts of being better off dead or of self-harm): “{answer}” on {day}")
        text = told.format(
            scale=scale_name(definition),
            item=_item_name(definition, safety.item),
            answer=answer_text(definition, latest, safety.item),
            day=day_short(latest.moment.day, last),
        )
        if since is not latest:
            text += ", " + _("unchanged since {day}").format(day=day_short(since.moment.day, last))
        found.append(Line(f"asking:safety:{definition.id}", text + "."))
    return tuple(found)


def _row(record: ScaleRecord, scored: ScoredForm, last: date) -> ScaleRow:
    definition, score, change = record.definition, scored.score, record.change(scored)
    return ScaleRow(
        key=form_key(scored),
        day=day_short(scored.form.moment.day, last),
        score=_score(scored),
        words=_words(scored),
        change=change_signed(change.delta) if change is not None else "",
        step=_step(change.tier) if change is not None else "",
        safety=answer_text(definition, scored.form, definition.safety.item)
        if definition.safety is not None and score.answered
        else "",
    )


def _score(scored: ScoredForm) -> str:
    """Return '14', '≈ 14' for an estimate, a dash where nothing adds up."""
    score = scored.score
    if score.total is not None:
        return number(score.total)
    return DASH if score.estimate is None else f"≈ {number(score.estimate)}"


def _words(scored: ScoredForm) -> str:
    score = scored.score
    if score.total is not None:
        return band_name(score.band)
    told = _("{answered} of {all} answered").format(answered=number(score.answered), all=number(score.of))
    if score.estimate is None:
        return told
    return ", ".join(part for part in (bands_words(score), told) if part)


def _step(tier: ChangeTier) -> str:
    return {
        ChangeTier.WITHIN: pgettext("step of a change", "within"),
        ChangeTier.POSSIBLE: pgettext("step of a change", "possible"),
        ChangeTier.LARGER: pgettext("step of a change", "larger"),
    }[tier]


def _glance(record: ScaleRecord, latest: ScoredForm) -> Glance:
    definition, change = record.definition, record.change(latest)
    before = record.baseline.scored if record.baseline is not None and change is not None else None
    total = latest.score.total or 0
    span = max(definition.high - definition.low, 1)
    return Glance(
        key=f"{GLANCE_KEY}{definition.id}",
        name=scale_name(definition),
        now=number(total),
        unit=_("of {highest}").format(highest=number(definition.high)),
        change=change_words(change) if change is not None else "",
        was=_was(before, latest),
        before_place=None if before is None else ((before.score.total or 0) - definition.low) / span,
        now_place=(total - definition.low) / span,
    )


def _was(before: ScoredForm | None, latest: ScoredForm) -> str:
    """Return 'severe to moderate', 'was 20' for a scale without bands, or the band alone."""
    now = band_name(latest.score.band)
    if before is None:
        return now
    then = band_name(before.score.band)
    if not then:
        return _("was {value}").format(value=number(before.score.total or 0))
    if then == now:
        return _("{band}, as before").format(band=now)
    return _("{before} to {now}").format(before=then, now=now)


def _left_out(count: int) -> str:
    if count <= 0:
        return ""
    text = ngettext("{n} form in between is not shown here", "{n} forms in between are not shown here", count)
    return text.format(n=number(count))


def _item_name(definition: ScaleDefinition, item_id: str) -> str:
    """Return 'item 9'."""
    place = next((at for at, item in enumerate(definition.items, start=1) if item.id == item_id), 0)
    return _("item {n}").format(n=number(place))


def _order(scored: ScoredForm) -> tuple[datetime, int]:
    return scored.form.moment.instant, scored.form.id
