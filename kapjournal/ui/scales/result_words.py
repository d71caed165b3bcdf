"""The sentences of a scale's result."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.scale import Baseline, ScaleChange, ScaleDefinition, ScaleForm, ScaleItem, ScaleScore
from kapjournal.statistics.scale_scoring import subscale_totals
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number
from kapjournal.words.scales import (
    band_name,
    baseline_words,
    change_words,
    day_and_month,
    item_text,
    option_text,
    recall_span,
    subscale_name,
)


def answered_line(definition: ScaleDefinition, score: ScaleScore) -> str:
    """How many were answered, and what a score is, or why there is a range."""
    if score.answered == 0:
        return _("Nothing is counted. The form stays as you left it.")
    if score.total is not None:
        all_of = ngettext("The one question is answered.", "All {count} answered.", score.of)
        text = _("{all} A score sums up {span} as you answered. It is not a diagnosis.")
        return text.format(all=all_of.format(count=number(score.of)), span=recall_in_words(definition))
    some = ngettext("{answered} of {count} answered.", "{answered} of {count} answered.", score.answered)
    text = _("{some} A question left open is not counted as zero, so there is a range and no total.")
    return text.format(some=some.format(answered=number(score.answered), count=number(score.of)))


def recall_in_words(definition: ScaleDefinition) -> str:
    """'two weeks'."""
    if definition.recall_days == 14:
        return _("two weeks")
    if definition.recall_days in (28, 30, 31):
        return _("a month")
    text = ngettext("{count} day", "{count} days", definition.recall_days)
    return text.format(count=number(definition.recall_days))


def range_line(definition: ScaleDefinition, form: ScaleForm, score: ScaleScore) -> str:
    """What the open answers would make of it, and what the estimate is; '' where nothing can be said."""
    if score.total is not None or score.answered == 0:
        return ""
    if score.estimate is None:
        return _("Too many questions are open for an estimate. The answers stay as they are.")
    estimate = ngettext(
        "The estimate of {value} gives the open one the average of the others. "
        "It stays dashed in every chart and is used for nothing else.",
        "The estimate of {value} gives the open ones the average of the others. "
        "It stays dashed in every chart and is used for nothing else.",
        score.of - score.answered,
    ).format(value=number(score.estimate))
    if score.band_lower is None or score.band_upper is None or score.band_lower == score.band_upper:
        return estimate
    options = open_items(definition, form)[0].options
    least, most = (option_text(o, form.language).lower() for o in (options[0], options[-1]))
    bands = ngettext(
        "{low} if the open answer was “{least}”, {high} if it was “{most}”.",
        "{low} if the open answers were “{least}”, {high} if they were “{most}”.",
        score.of - score.answered,
    ).format(
        low=_capital(band_name(score.band_lower)), high=band_name(score.band_upper), least=least, most=most
    )
    return f"{bands} {estimate}"


def open_items(definition: ScaleDefinition, form: ScaleForm) -> list[ScaleItem]:
    """The items that count and have no answer."""
    return [item for item in definition.scored_items if form.answer(item.id) is None]


def open_title(definition: ScaleDefinition, form: ScaleForm) -> str:
    """'Question 5 is open'."""
    places = [
        number(place) for place, item in enumerate(definition.scored_items, 1) if form.answer(item.id) is None
    ]
    text = ngettext("Question {numbers} is open", "Questions {numbers} are open", len(places))
    return text.format(numbers=_(", ").join(places))


def open_line(definition: ScaleDefinition, form: ScaleForm) -> str:
    """The open question itself, and that it may stay open."""
    items = open_items(definition, form)
    if len(items) == 1:
        text = _("“{item}.” You may answer it today, or leave it.")
        return text.format(item=item_text(items[0], form.language).rstrip("?."))
    return _("You may answer them today, or leave them.")


def part_lines(definition: ScaleDefinition, form: ScaleForm) -> list[tuple[str, str]]:
    """Each part that is also summed by itself: 'Intrusion' and '12 of 20'; no sum where an answer of it is open."""
    totals = subscale_totals(definition, form)
    lines = []
    for part in definition.subscales:
        total = totals[part.name]
        most = sum(max(o.value for o in definition.item(item).options) for item in part.items)
        text = _("{total} of {most}").format(total=number(total or 0), most=number(most))
        lines.append((subscale_name(part), _("no sum, an answer is open") if total is None else text))
    return lines


def change_title(baseline: Baseline, change: ScaleChange) -> str:
    """'6 points lower than before session 1'."""
    words = change_words(change)
    if baseline.before_first_dose:
        return (
            _("{change} than before session 1").format(change=words)
            if change.delta
            else _("The same total as before session 1")
        )
    return (
        _("{change} than in the first complete form").format(change=words)
        if change.delta
        else _("The same total as in the first complete form")
    )


def compared_line(baseline: Baseline, score: ScaleScore) -> str:
    """What it is compared with: 'Compared with 21 September, the last one before the first dose. Severe then, …'."""
    day = day_and_month(baseline.scored.form.moment.day)
    text = _("Compared with {day}, {what}.").format(day=day, what=baseline_words(baseline))
    then, now = band_name(baseline.scored.score.band), band_name(score.band)
    if not then or not now:
        return text
    if then == now:
        return _("{compared} {band} then and now.").format(compared=text, band=_capital(now))
    return _("{compared} {then} then, {now} now.").format(compared=text, then=_capital(then), now=now)


def recall_line(definition: ScaleDefinition, day: date, held: Sequence[tuple[KapSession, int | None]]) -> str:
    """The days, and what they hold: '6 to 19 October. They hold session 3.'."""
    span = recall_span(definition, day)
    numbers = [number(n) for _session, n in held if n is not None]
    if not numbers:
        return _("{span}. They hold no dosing session.").format(span=span)
    words = (
        numbers[0]
        if len(numbers) == 1
        else _("{first} and {last}").format(first=_(", ").join(numbers[:-1]), last=numbers[-1])
    )
    text = ngettext(
        "{span}. They hold session {numbers}.", "{span}. They hold sessions {numbers}.", len(numbers)
    )
    return text.format(span=span, numbers=words)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
