"""Which scales are due now, gathered from the journal."""

from __future__ import annotations

from datetime import date, datetime

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.moment import journal_day
from kapjournal.guidance.scale_schedule import Due, ScaleSituation, due
from kapjournal.journal.journal import Journal


def last_days(journal: Journal) -> dict[str, date]:
    """The day of the last finished form of each scale."""
    found = {}
    for definition in journal.scales.definitions():
        forms = journal.scales.forms(definition.id)
        if forms:
            found[definition.id] = forms[-1].moment.day
    return found


def scales_due(journal: Journal, sessions: tuple[KapSession, ...], now: datetime) -> tuple[Due, ...]:
    """What is due; scales that were begun and left open wait by themselves."""
    open_now = {form.instrument for form in journal.scales.left_open()}
    situation = ScaleSituation(
        now=now,
        sessions=sessions,
        course=journal.courses.current(journal_day(now.replace(tzinfo=None))),
        definitions=journal.scales.in_use(),
        last_days=last_days(journal),
        choice=journal.scales.choice(),
    )
    return tuple(one for one in due(situation) if one.instrument not in open_now)
