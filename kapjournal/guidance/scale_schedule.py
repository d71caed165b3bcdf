"""Which scales are due (clinical reference 3.6): pure rules, each of them the person's to change or switch off.

Nothing is due within 24 hours after a dose, nor during one: PHQ-9 and GAD-7 look back two weeks, PCL-5 a month, so they
are no measure of how someone is right after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kapjournal.domain.course import Course, Phase
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.moment import journal_day
from kapjournal.domain.scale import ScaleDefinition
from kapjournal.domain.scale_choice import AskAt, AskRule, ScaleChoice
from kapjournal.guidance.windows import DosingTime, dosing_times

QUIET_AFTER_DOSE = timedelta(hours=24)
AFTER_INITIAL_LASTS_DAYS = 17
"""From 14 to 31 days after the last dose of the initial phase."""
MONTHS_LAST_DAYS = 31


@dataclass(frozen=True, slots=True)
class Due:
    """One scale that is due, by which rule, and when its last form was finished."""

    instrument: str
    at: AskAt
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleSituation:
    """What the rules look at."""

    now: datetime
    """Aware, where the person is."""
    sessions: tuple[KapSession, ...]
    course: Course | None
    definitions: tuple[ScaleDefinition, ...]
    """Those in use."""
    last_days: Mapping[str, date]
    """The day of the last finished form of each scale that has one."""
    choice: ScaleChoice

    @property
    def day(self) -> date:
        """The journal day of `now`."""
        return journal_day(self.now.replace(tzinfo=None))


def due(situation: ScaleSituation) -> tuple[Due, ...]:
    """What is due now, in the order of the definitions; nothing within 24 hours after a dose."""
    doses = _doses(situation)
    if is_quiet(doses, situation.now):
        return ()
    found: dict[str, Due] = {}
    for rule in situation.choice.rules:
        if not rule.on:
            continue
        for definition in situation.definitions:
            last = situation.last_days.get(definition.id)
            if definition.id in found or definition.id not in rule.instruments:
                continue
            if _is_fresh(definition, last, situation.day):
                continue
            if _asks(rule, last, doses, situation):
                found[definition.id] = Due(definition.id, rule.at, last)
    order = [definition.id for definition in situation.definitions]
    return tuple(sorted(found.values(), key=lambda one: order.index(one.instrument)))


def is_quiet(doses: Iterable[DosingTime], now: datetime) -> bool:
    """Whether a dosing session is under way, or ended less than 24 hours ago."""
    instant = now.astimezone(UTC)
    return any(dose.start <= instant < dose.end + QUIET_AFTER_DOSE for dose in doses)


def _doses(situation: ScaleSituation) -> tuple[DosingTime, ...]:
    course = situation.course
    own = [s for s in situation.sessions if course is None or s.course_id in (course.id, None)]
    return dosing_times(own)


def _is_fresh(definition: ScaleDefinition, last: date | None, day: date) -> bool:
    """Whether the last form is younger than the least time between two."""
    return last is not None and (day - last).days < definition.min_interval_days


def _asks(rule: AskRule, last: date | None, doses: tuple[DosingTime, ...], situation: ScaleSituation) -> bool:
    instant, day = situation.now.astimezone(UTC), situation.day
    past = [d for d in doses if d.end <= instant and d.session.took_place]
    coming = [d for d in doses if d.start > instant]
    phase = situation.course.phase_on(day) if situation.course is not None else None
    match rule.at:
        case AskAt.BASELINE:
            return bool(not past and coming) and _within(coming[0], instant, rule.days)
        case AskAt.BEFORE_DOSE:
            return bool(past and coming) and _within(coming[0], instant, rule.days)
        case AskAt.INITIAL:
            return bool(past) and phase is Phase.INITIAL and _days_since(last, day) >= rule.days
        case AskAt.AFTER_INITIAL:
            ended = _end_of_initial(situation.course, past, phase)
            return ended is not None and _falls_in(ended, rule.days, AFTER_INITIAL_LASTS_DAYS, last, day)
        case AskAt.MAINTENANCE:
            return phase is Phase.MAINTENANCE and _days_since(last, day) >= rule.days
        case AskAt.MONTH_3 | AskAt.MONTH_6:
            first = past[0].session.moment.day if past else None
            return first is not None and _falls_in(first, rule.days, MONTHS_LAST_DAYS, last, day)


def _within(dose: DosingTime, instant: datetime, days: int) -> bool:
    return dose.start - instant <= timedelta(days=days)


def _days_since(last: date | None, day: date) -> int:
    return 9999 if last is None else (day - last).days


def _falls_in(start: date, after_days: int, lasts_days: int, last: date | None, day: date) -> bool:
    """Whether a day lies in the window that opens some days after `start`, and nothing was filled in there yet."""
    opens = start + timedelta(days=after_days)
    return opens <= day <= opens + timedelta(days=lasts_days) and (last is None or last < opens)


def _end_of_initial(course: Course | None, past: list[DosingTime], phase: Phase | None) -> date | None:
    """The day of the last dose of the initial phase, once no dose of it is left; None before."""
    if course is None or phase is Phase.INITIAL:
        return None
    initial = [s for s in course.phases if s.phase is Phase.INITIAL]
    if not initial:
        return None
    first = min(span.first for span in initial)
    later = [s.first for s in course.phases if s.phase is not Phase.INITIAL and s.first > first]
    last_day = min(later) if later else date.max
    days = [d.session.moment.day for d in past if first <= d.session.moment.day <= last_day]
    return max(days, default=None)
