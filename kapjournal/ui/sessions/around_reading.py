"""What the chart around a session reads from the journal."""

from __future__ import annotations

from datetime import date, timedelta

from kapjournal.charts.around_chart import AroundShown
from kapjournal.charts.measure_axis import measure_axis
from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.domain.measure import Measure
from kapjournal.journal.journal import Journal
from kapjournal.statistics.around_session import (
    DAYS_AFTER,
    DAYS_BEFORE,
    across_sessions,
    around_session,
)
from kapjournal.statistics.observations import observations


def doses_of(journal: Journal) -> tuple[KapSession, ...]:
    """Every dose that was given, in order of time."""
    return tuple(s for s in journal.kap_sessions.all() if s.kind is SessionKind.DOSING and s.took_place)


def measures_around(journal: Journal, session: KapSession) -> tuple[Measure, ...]:
    """The measures that have a value in the days around a session."""
    first = session.moment.day - timedelta(days=DAYS_BEFORE)
    last = session.moment.day + timedelta(days=DAYS_AFTER)
    return tuple(m for m in journal.measures.all() if len(journal.check_ins.values(m.key, first, last)))


def around_shown(journal: Journal, session: KapSession, measure: Measure, today: date) -> AroundShown:
    """One measure around a session, and the sessions of its course up to it."""
    numbers = journal.kap_sessions.numbers()
    doses = doses_of(journal)
    own_number = numbers.get(session.id, 0)
    up_to = [
        s
        for s in doses
        if s.course_id == session.course_id and s.moment.instant <= session.moment.instant and s.id in numbers
    ]
    days = [s.moment.day.toordinal() for s in doses]
    first = min(s.moment.day for s in (*up_to, session)) - timedelta(days=DAYS_BEFORE)
    last = min(session.moment.day + timedelta(days=DAYS_AFTER), today)
    given = observations(journal.check_ins.values(measure.key, first, last))
    curves = [around_session(given, s.moment.day.toordinal(), days, today.toordinal()) for s in up_to]
    return AroundShown(
        curve=around_session(given, session.moment.day.toordinal(), days, today.toordinal()),
        across=across_sessions([c.values for c in curves], session.course_id or 0)
        if len(curves) > 1
        else None,
        axis=measure_axis(measure),
        number=own_number,
        first_number=min((numbers[s.id] for s in up_to), default=own_number),
        today=today.toordinal(),
    )
