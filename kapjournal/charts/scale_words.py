"""What the chart of a scale says: its sentence, what is told of each form, and its table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kapjournal.charts.table import Table, table_of
from kapjournal.domain.scale import Baseline, ScaleDefinition, ScaleItem, ScoredForm
from kapjournal.statistics.scale_scoring import change
from kapjournal.statistics.scale_trend import theil_sen_per_week
from kapjournal.words.dates import day_in_year, day_short, weekday_day
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import MINUS, number, number_fixed
from kapjournal.words.scales import (
    baseline_words,
    change_words,
    item_text,
    recall_span,
    result_short,
    scale_language,
    tier_name,
)


class ScaleShown(NamedTuple):
    """The finished forms of one scale in a range of days, in order of time, and what they are compared with."""

    definition: ScaleDefinition
    forms: tuple[ScoredForm, ...]
    baseline: Baseline | None
    first: date
    last: date

    @property
    def complete(self) -> tuple[ScoredForm, ...]:
        """The forms with a total."""
        return tuple(scored for scored in self.forms if scored.score.is_complete)


def day_of_form(scored: ScoredForm) -> date:
    """Return the day of a form."""
    return scored.form.moment.day


def scale_sentence(shown: ScaleShown) -> str:
    """Return the baseline and the last total, the change in its three steps, the slope, the item that moved, and n."""
    if not shown.forms:
        return _("No form in these days.")
    parts = [*_change_parts(shown), *_trend_parts(shown)]
    if len(shown.complete) < len(shown.forms) or not _trend_parts(shown):
        parts.append(
            ngettext(
                "{n} form, {complete} complete.", "{n} forms, {complete} complete.", len(shown.forms)
            ).format(n=number(len(shown.forms)), complete=number(len(shown.complete)))
        )
    parts.append(
        ngettext(
            "A score is a measure of {n} day, not a diagnosis.",
            "A score is a measure of {n} days, not a diagnosis.",
            shown.definition.recall_days,
        ).format(n=number(shown.definition.recall_days))
    )
    return " ".join(parts)


def _change_parts(shown: ScaleShown) -> list[str]:
    complete = shown.complete
    if not complete:
        return [_("No form in these days has a total.")]
    last = complete[-1]
    told = _total_on(last)
    if shown.baseline is None or shown.baseline.scored.form.id == last.form.id:
        return [_("{total}.").format(total=told)]
    found = change(shown.definition, shown.baseline.scored.score, last.score)
    before = _total_on(shown.baseline.scored)
    first = _("{before} ({which}), {after}.").format(
        before=before, which=baseline_words(shown.baseline), after=told
    )
    if found is None:
        return [first]
    parts = [
        first,
        _("{change}: {tier}.").format(change=_capital(change_words(found)), tier=tier_name(found.tier)),
    ]
    return [*parts, _worst_part(shown)]


def _worst_part(shown: ScaleShown) -> str:
    """Return which answer moved most for the worse; the safety item takes no part, and that is said."""
    moved = worst_moving_item(shown)
    item = "" if moved is None else item_text(moved, scale_language(shown.definition))
    if shown.definition.safety is None:
        if moved is None:
            return _("No question has a worse answer than then.")
        return _("Most worse since then: “{item}”.").format(item=item)
    if moved is None:
        text = _("Apart from {safety}, no question has a worse answer than then.")
    else:
        text = _("Apart from {safety}, most worse since then: “{item}”.")
    return text.format(safety=safety_name(shown), item=item)


def _trend_parts(shown: ScaleShown) -> list[str]:
    complete = shown.complete
    slope = theil_sen_per_week(
        [day_of_form(scored).toordinal() for scored in complete],
        [float(scored.score.total or 0) for scored in complete],
    )
    if slope is None:
        return []
    text = number_fixed(abs(slope), 1)
    signed = (MINUS if slope <= -0.05 else "+" if slope >= 0.05 else "") + text
    return [_("About {slope} points per week, {n} forms.").format(slope=signed, n=number(len(complete)))]


def worst_moving_item(shown: ScaleShown) -> ScaleItem | None:
    """Return the item that moved most for the worse from the baseline to the last complete form; None where none did.

    The item of the safety rule is shown on its own line and takes no part here.
    """
    complete = shown.complete
    if not complete or shown.baseline is None:
        return None
    before, after = shown.baseline.scored.form, complete[-1].form
    safety = shown.definition.safety.item if shown.definition.safety is not None else ""
    sign = 1 if shown.definition.lower_is_better else -1
    worst, most = None, 0
    for item in shown.definition.scored_items:
        first, last = before.answer(item.id), after.answer(item.id)
        if first is None or last is None or item.id == safety:
            continue
        if sign * (last - first) > most:
            worst, most = item, sign * (last - first)
    return worst


def told_form(shown: ScaleShown, scored: ScoredForm) -> tuple[str, str]:
    """Return when a form was finished and what it says, with the days it asks about and item 9."""
    day = day_of_form(scored)
    parts = [
        result_short(shown.definition, scored.score),
        _("asks about {span}").format(span=recall_span(shown.definition, day)),
    ]
    if shown.definition.safety is not None:
        parts.append(_("{item}: {answer}").format(item=safety_name(shown), answer=_answer(shown, scored)))
    return weekday_day(day, shown.last), _(" · ").join(parts)


def safety_name(shown: ScaleShown) -> str:
    """Return 'item 9': the safety item by its place."""
    assert shown.definition.safety is not None
    ids = [item.id for item in shown.definition.items]
    return _("item {n}").format(n=number(ids.index(shown.definition.safety.item) + 1))


def safety_answer(shown: ScaleShown, scored: ScoredForm) -> int | None:
    """Return the answer to the safety item; None where it was not answered, which is never zero."""
    return scored.form.answer(shown.definition.safety.item) if shown.definition.safety is not None else None


def scale_table(shown: ScaleShown) -> Table:
    """Return a row for each form, newest first: result, days it asks about, difference to the baseline, item 9."""
    heads = [_("date"), _("result"), _("answered"), _("asks about"), _("since the baseline")]
    if shown.definition.safety is not None:
        heads.append(safety_name(shown))
    rows: list[Sequence[str]] = []
    days = []
    for scored in reversed(shown.forms):
        found = None
        if shown.baseline is not None and shown.baseline.scored.form.id != scored.form.id:
            found = change(shown.definition, shown.baseline.scored.score, scored.score)
        is_baseline = shown.baseline is not None and shown.baseline.scored.form.id == scored.form.id
        cells = [
            day_short(day_of_form(scored), shown.last),
            result_short(shown.definition, scored.score),
            _("{answered} of {count}").format(
                answered=number(scored.score.answered), count=number(scored.score.of)
            ),
            recall_span(shown.definition, day_of_form(scored)),
            _("baseline")
            if is_baseline
            else ""
            if found is None
            else _("{change}, {tier}").format(change=change_words(found), tier=tier_name(found.tier)),
        ]
        if shown.definition.safety is not None:
            cells.append(_answer(shown, scored))
        rows.append(cells)
        days.append(day_of_form(scored))
    rests_on = ngettext("{n} form, newest first", "{n} forms, newest first", len(rows)).format(
        n=number(len(rows))
    )
    return table_of(heads, rows, rests_on, days)


def _answer(shown: ScaleShown, scored: ScoredForm) -> str:
    value = safety_answer(shown, scored)
    return _("not answered") if value is None else number(value)


def _total_on(scored: ScoredForm) -> str:
    return _("{total} on {day}").format(
        total=number(scored.score.total or 0), day=day_in_year(day_of_form(scored))
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
