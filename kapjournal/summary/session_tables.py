"""The dosing sessions as two tables: what was told and felt, and, apart from any amount, mood around each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np

from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.kap_session import RED_FLAGS, KapSession, SessionStatus, Severity, SideEffect
from kapjournal.statistics.day_values import DayValues, day_values, median_of_days
from kapjournal.statistics.observations import observations
from kapjournal.summary.course_facts import SESSION_KEY, CourseFacts, Dose
from kapjournal.summary.document import AroundRow, Line, SessionRow
from kapjournal.summary.glances import DASH
from kapjournal.words.dates import day_short, duration_min
from kapjournal.words.language import _, ngettext
from kapjournal.words.names import route_short, status_name
from kapjournal.words.numbers import number
from kapjournal.words.side_effects import severity_name, side_effect_name

_STRENGTHS = tuple(Severity)
BEFORE_DAYS = 7
BEFORE_NEEDS_DAYS = 3
AFTER_DAYS = 3
VERY_DIFFICULT = 8
MOST_FACTS = 4
"""Of more facts about sessions the latest are told, and every red flag; every session has its row below."""
MOST_EFFECTS = 3
LONGEST_EFFECT = 60
"""A side effect in the person's own words is told so far; its row has all of it."""


def session_rows(doses: Iterable[Dose], last: date) -> tuple[SessionRow, ...]:
    """Return a row for each dose: date, as it was told, depth, difficulty, side effects; no figure of mood."""
    return tuple(
        SessionRow(
            key=f"{SESSION_KEY}{dose.session.id}",
            number=str(dose.number),
            day=day_short(dose.day, last),
            told=_told(dose.session),
            depth=_mark(dose.session.depth),
            difficulty=_mark(dose.session.difficulty),
            side_effects=side_effects_told(dose.session.side_effects_told),
        )
        for dose in doses
    )


def around_rows(
    doses: Iterable[Dose], facts: CourseFacts, mood: ValueColumns, last: date
) -> tuple[AroundRow, ...]:
    """Return mood in the seven days before each dose and on days 1 to 3 after it, cut at the next dose.

    The day values are those of the charts: of an earlier dose's day too, where it lies in the week before, and never
    of its own. Before needs three days with a value. Source: clinical reference 6.2.
    """
    doses = tuple(doses)
    if not doses:
        return ()
    first_day = min(dose.day for dose in doses).toordinal() - BEFORE_DAYS
    last_day = max(last.toordinal(), first_day)
    days = day_values(observations(mood), first_day, last_day)
    return tuple(_around(dose, facts, days, last) for dose in doses)


def worth_asking(doses: Iterable[Dose]) -> tuple[Line, ...]:
    """Return facts that a reader should not miss: a very difficult session, a side effect that is not gone.

    Of many it is the latest, and how many more there are; what a clinic wants to hear of at once is always told.
    """
    found: list[Line] = []
    always: set[str] = set()
    for dose in doses:
        session, place = dose.session, number(dose.number)
        if session.difficulty is not None and session.difficulty >= VERY_DIFFICULT:
            text = _("Session {number} was rated {difficulty} of 10 for difficulty.")
            told = text.format(number=place, difficulty=number(session.difficulty))
            found.append(Line(f"asking:difficulty:{session.id}", told))
        lasting = [
            e for e in session.side_effects_told if e.resolved is False and e.severity is not Severity.NONE
        ]
        if lasting:
            text = _("Not gone after session {number}: {effects}.")
            told = text.format(number=place, effects=_strongest(lasting))
            found.append(Line(f"asking:lasting:{session.id}", told))
            if any(effect.code in RED_FLAGS for effect in lasting):
                always.add(found[-1].key)
    latest = {line.key for line in found[-MOST_FACTS:]}
    shown = tuple(line for line in found if line.key in latest | always)
    more = len(found) - len(shown)
    if more <= 0:
        return tuple(found)
    text = ngettext(
        "And {n} more like these, in the sessions below.",
        "And {n} more like these, in the sessions below.",
        more,
    )
    return (*shown, Line("asking:more", text.format(n=number(more))))


def _strongest(effects: list[SideEffect]) -> str:
    """Return the names of the red flags, then of the strongest, and how many more there are."""
    ordered = sorted(effects, key=lambda e: (e.code not in RED_FLAGS, -_STRENGTHS.index(e.severity)))
    told = [_name_and_strength(effect, LONGEST_EFFECT) for effect in ordered[:MOST_EFFECTS]]
    more = len(ordered) - len(told)
    if more > 0:
        told.append(ngettext("{n} more", "{n} more", more).format(n=number(more)))
    return "; ".join(told)


def _told(session: KapSession) -> str:
    parts = [
        route_short(session.route) if session.route is not None else "",
        session.dose_text.strip(),
        status_name(session.status) if session.status is SessionStatus.STOPPED_EARLY else "",
    ]
    return ", ".join(part for part in parts if part) or DASH


def _mark(value: int | None) -> str:
    return DASH if value is None else number(value)


def side_effects_told(effects: tuple[SideEffect, ...]) -> str:
    """Return 'Nausea, mild, 2 h; dizziness, moderate, not gone', 'none', or a dash where nothing was said."""
    if not effects:
        return DASH
    there = [effect for effect in effects if effect.severity is not Severity.NONE]
    if not there:
        return severity_name(Severity.NONE)
    told = [_told_effect(effect, is_first=place == 0) for place, effect in enumerate(there)]
    return "; ".join(told)


def _told_effect(effect: SideEffect, *, is_first: bool) -> str:
    told = _name_and_strength(effect) + _until_gone(effect)
    if is_first or effect.code == "other":
        return told
    return told[:1].lower() + told[1:]


def _name_and_strength(effect: SideEffect, longest: int = 0) -> str:
    own = effect.note.strip() if effect.code == "other" else ""
    if longest and len(own) > longest:
        own = own[: longest - 1].rstrip() + "…"
    return _("{effect}, {strength}").format(
        effect=own or side_effect_name(effect.code), strength=severity_name(effect.severity)
    )


def _until_gone(effect: SideEffect) -> str:
    if effect.passed_after_min is not None:
        return ", " + duration_min(effect.passed_after_min)
    if effect.resolved is None:
        return ""
    return ", " + (_("gone") if effect.resolved else _("not gone"))


def _around(dose: Dose, facts: CourseFacts, days: DayValues, last: date) -> AroundRow:
    day = dose.day.toordinal()
    following = min((d for d in facts.dosing_days if d > day), default=day + AFTER_DAYS + 1)
    until = min(day + AFTER_DAYS, following - 1, last.toordinal())
    before = median_of_days(days, day - BEFORE_DAYS, day - 1, BEFORE_NEEDS_DAYS)
    after = median_of_days(days, day + 1, until, 1)
    return AroundRow(
        key=f"around:{dose.session.id}",
        number=str(dose.number),
        day=day_short(dose.day, last),
        before=DASH if before is None else number(before, 1),
        before_days=_days(days, day - BEFORE_DAYS, day - 1),
        after=DASH if after is None else number(after, 1),
        after_days=_days(days, day + 1, until),
    )


def _days(days: DayValues, first: int, last: int) -> str:
    count = int(np.count_nonzero(~np.isnan(days.medians[days.rows(first, last)]))) if last >= first else 0
    return ngettext("{n} day", "{n} days", count).format(n=number(count))
