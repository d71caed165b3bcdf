"""How far the numbers can be trusted: what they rest on, how they were worked out, what they do not say."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np

from kapjournal.charts.sentence import with_missing_days
from kapjournal.statistics.day_values import DayValues
from kapjournal.statistics.history import History
from kapjournal.summary.glances import Window
from kapjournal.words.dates import span
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

GAPS_NAMED = 3
LONGEST_NAME = 40
"""A measure's own name is told so far in the note; where its figures stand there is all of it."""


class OtherDays(NamedTuple):
    """On how many days another measure than mood was noted, before and in the last seven days."""

    name: str
    """As it stands within a sentence."""
    before: int
    now: int


class Basis(NamedTuple):
    """What the figures of a summary rest on."""

    mood: History
    around_mood: DayValues
    """The day values of mood that reach back to the window before the first dose."""
    before: Window | None
    now: Window
    has_sessions: bool
    has_events: bool = False
    """Whether a ticked event is a mark on the chart of mood."""
    has_method: bool = False
    """Whether a page of its own says how it was worked out."""
    others: tuple[OtherDays, ...] = ()


def data_note(basis: Basis) -> tuple[str, ...]:
    """Return the sentences of the footnote: coverage and gaps, the windows with their n, methods, limits."""
    if not basis.mood.coverage.check_ins and not basis.others:
        return (_coverage(basis.mood), *limits())
    return (
        _coverage(basis.mood),
        *_windows(basis),
        *_others(basis),
        *((_("Triangle on the chart: an event, told with what was chosen."),) if basis.has_events else ()),
        *(() if basis.has_method else _lines()),
        *(() if basis.has_method else _around(basis)),
        *limits(),
    )


def limits() -> tuple[str, ...]:
    """Return what holds for every summary."""
    return (
        _(
            "All of it is self-report; no number is a diagnosis, and change over time does not show its cause."
        ),
        _("Chosen and released by the patient; what is not shown here is private."),
    )


def _coverage(mood: History) -> str:
    rests_on = mood.coverage
    text = ngettext(
        "Mood: {n} check-in on {observed} of {days} days",
        "Mood: {n} check-ins on {observed} of {days} days",
        rests_on.check_ins,
    ).format(
        n=number(rests_on.check_ins), observed=number(rests_on.observed_days), days=number(rests_on.days)
    )
    parts = [text, *_gaps(mood)]
    later = int(np.count_nonzero(mood.shown.added_later))
    if later:
        parts.append(ngettext("{n} added later", "{n} added later", later).format(n=number(later)))
    if not rests_on.check_ins:
        return text + "."
    return with_missing_days("; ".join(parts) + ".", rests_on.observed_days, rests_on.days)


def _gaps(mood: History) -> list[str]:
    if not mood.gaps or not mood.coverage.check_ins:
        return []
    longest = sorted(mood.gaps, key=lambda gap: -gap.length_days)[:GAPS_NAMED]
    told = [
        span(date.fromordinal(gap.first_day), date.fromordinal(gap.last_day))
        for gap in sorted(longest, key=lambda gap: gap.first_day)
    ]
    text = _("none from {gaps}").format(gaps=", ".join(told))
    more = len(mood.gaps) - len(told)
    if more:
        text += " " + ngettext("and in {n} shorter gap", "and in {n} shorter gaps", more).format(
            n=number(more)
        )
    return [text]


def _windows(basis: Basis) -> tuple[str, ...]:
    told = []
    if basis.before is not None:
        told.append(_("Before: {window}.").format(window=_window(basis.before, basis.around_mood)))
    told.append(_("Last 7 days: {window}.").format(window=_window(basis.now, basis.around_mood)))
    return tuple(told)


def _window(window: Window, days: DayValues) -> str:
    check_ins, observed = window.held(days)
    return ngettext(
        "{span}, {n} check-in on {observed}", "{span}, {n} check-ins on {observed}", check_ins
    ).format(
        span=span(window.first, window.last),
        n=number(check_ins),
        observed=ngettext("{n} day", "{n} days", observed).format(n=number(observed)),
    )


def _others(basis: Basis) -> tuple[str, ...]:
    """Return on how many days the other measures rest; those that have as many as mood are not named."""
    before = basis.before.held(basis.around_mood)[1] if basis.before is not None else 0
    days = (before, basis.now.held(basis.around_mood)[1])
    differ = [other for other in basis.others if (other.before, other.now) != days]
    if not basis.others:
        return ()
    if not differ:
        return (_("The other measures have as many days."),)
    pattern = _("{measure} {before} and {now}") if basis.before is not None else _("{measure} {now}")
    told = ", ".join(
        pattern.format(measure=_short(other.name), before=number(other.before), now=number(other.now))
        for other in differ
    )
    if len(differ) < len(basis.others):
        told = _("{measures}; the rest as mood").format(measures=told)
    if basis.before is None:
        return (_("Days with the others, of the last 7: {measures}.").format(measures=told),)
    return (_("Days with the others, before and in the last 7: {measures}.").format(measures=told),)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


def _lines() -> tuple[str, ...]:
    return (
        _("Line: median of the last 7 days, from 3 days on; band: 10th to 90th percentile, from 5 days on."),
        _("Both stop where more than 3 days have no check-in, and at a dosing day."),
    )


def _around(basis: Basis) -> tuple[str, ...]:
    if not basis.has_sessions:
        return ()
    return (
        _(
            "Around sessions: medians of the 7 days before, from 3 days on, and of days 1 to 3 after, to the next dose."
        ),
        _("With a week or less between doses, the week before is already treated."),
    )
