"""What the page reads from the journal: columns of one range, never entities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.sentence import value_words
from kapjournal.charts.subject import Beside, EventMark, MeasureAxis, SessionMark
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.measure import MOOD, Measure
from kapjournal.domain.moment import journal_day
from kapjournal.statistics.history import LEAD_DAYS, History, history
from kapjournal.statistics.observations import observations
from kapjournal.ui.trends.ranges import Days, days_of_course
from kapjournal.words.language import _
from kapjournal.words.measures import measure_name

if TYPE_CHECKING:
    from kapjournal.journal.journal import Journal

PLANNED_AHEAD_DAYS = 42
LATELY_DAYS = 42
OTHERS_TOLD = 3


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """Everything that a card of one measure shows."""

    numbers: History
    axis: MeasureAxis
    beside: Beside


def today_of(now: datetime) -> date:
    """Return the journal day of now."""
    return journal_day(now.replace(tzinfo=None))


def course_days(journal: Journal, today: date) -> Days | None:
    """Return the days of the present course, or None without one."""
    course = journal.courses.current(today)
    if course is None:
        return None
    doses = (s.moment.day for s in journal.kap_sessions.all(course.id) if _is_dose(s) and s.took_place)
    return days_of_course(course, doses, today)


def beside_of(journal: Journal, days: Days, now: datetime) -> Beside:
    """Return the sessions and events of a range, the planned sessions after it, and where today stands."""
    start = days.first - timedelta(days=LEAD_DAYS)
    found = journal.kap_sessions.between(start, days.last + timedelta(days=PLANNED_AHEAD_DAYS))
    sessions = [session for session in found if _is_dose(session)]
    numbers = journal.kap_sessions.numbers() if sessions else {}
    marks = tuple(
        SessionMark(session.moment.day, numbers.get(session.id, 0), not session.took_place)
        for session in sessions
        if session.moment.day >= days.first
        and (session.took_place or session.status is SessionStatus.PLANNED)
    )
    events = tuple(
        EventMark(event.moment.day, event.text) for event in journal.events.between(days.first, days.last)
    )
    return Beside(
        marks,
        events,
        _now_within(now) if today_of(now) == days.last else None,
        tuple(session.moment.day.toordinal() for session in sessions if session.took_place),
    )


def measure_shown(journal: Journal, measure: Measure, days: Days, beside: Beside) -> MeasureShown:
    """Return a measure over a range."""
    start = days.first - timedelta(days=LEAD_DAYS)
    columns = journal.check_ins.values(measure.key, start, days.last)
    numbers = history(observations(columns), days.first.toordinal(), days.last.toordinal(), beside.doses)
    return MeasureShown(numbers, measure_axis(measure), beside)


def measures_with_values(journal: Journal, days: Days) -> tuple[Measure, ...]:
    """Return the measures besides mood that have a value in a range, in their order."""
    return tuple(
        measure
        for measure in journal.measures.all()
        if measure.key != MOOD and _has_values(journal, measure, days)
    )


def other_values(journal: Journal, key: str, entry_id: int) -> str:
    """Return the first values of a check-in besides one measure's: 'anxiety 3 · energy 6'; '' where there are none."""
    noted = {value.measure: value.value for value in journal.check_ins.get(entry_id).values}
    return _(" · ").join(
        _("{measure} {value}").format(
            measure=measure_name(measure).lower(),
            value=value_words(noted[measure.key], measure_axis(measure)),
        )
        for measure in [m for m in journal.measures.all() if m.key != key and m.key in noted][:OTHERS_TOLD]
    )


def _has_values(journal: Journal, measure: Measure, days: Days) -> bool:
    """Look at the last weeks first: a measure that is asked now is found there without reading years."""
    lately = max(days.first, days.last - timedelta(days=LATELY_DAYS))
    if len(journal.check_ins.values(measure.key, lately, days.last)):
        return True
    return lately > days.first and len(journal.check_ins.values(measure.key, days.first, lately)) > 0


def _is_dose(session: KapSession) -> bool:
    return session.kind is SessionKind.DOSING


def _now_within(now: datetime) -> datetime:
    """Return now as it stands on the axis: hours after midnight still belong to the day before."""
    day = today_of(now)
    return datetime.combine(day, time(23, 59) if now.date() > day else now.time())
