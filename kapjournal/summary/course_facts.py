"""What a summary knows of the course: its doses, their numbers, and where a day stands among them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kapjournal.domain.course import Course, CourseStatus
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus, dosing_numbers
from kapjournal.domain.moment import Moment
from kapjournal.domain.share import ToldDose
from kapjournal.summary.document import Line
from kapjournal.words.language import _, ngettext
from kapjournal.words.names import condition_name, phase_name
from kapjournal.words.numbers import number

SESSION_KEY = "session:"
"""How the key of a session's row begins."""


class Dose(NamedTuple):
    """A dosing session that took place, with its number in its course."""

    number: int
    session: KapSession

    @property
    def day(self) -> date:
        """Its journal day."""
        return self.session.moment.day


class CourseFacts(NamedTuple):
    """The doses of the journal in order of time; those of the course are the ones that are counted."""

    course: Course | None
    doses: tuple[Dose, ...]
    """Every dose that took place, of whichever course."""
    planned: tuple[Dose, ...]
    """Dosing sessions that are planned."""
    erased: tuple[ToldDose, ...] = ()
    """The doses that were counted when the summary was shared and were erased since."""
    struck: frozenset[int] = frozenset()
    """The ids of the sessions whose rows were struck: days are still counted from them, and no word tells of them."""

    @property
    def _first(self) -> Dose | None:
        """The first dose of the course, or of all where there is no course; None where it was erased since."""
        first = next((dose for dose in self.doses if self._counts(dose)), None)
        if first is None or any(gone.number < first.number for gone in self.erased):
            return None
        return first

    @property
    def first_dose(self) -> date | None:
        """The day of the first dose of the course."""
        return self._first.day if self._first is not None else None

    @property
    def first_moment(self) -> Moment | None:
        """When the first dose of the course was."""
        return self._first.session.moment if self._first is not None else None

    @property
    def dosing_days(self) -> frozenset[int]:
        """The ordinals of all days with a dose."""
        return frozenset(dose.day.toordinal() for dose in self.doses)

    def within(self, first: date, last: date) -> tuple[Dose, ...]:
        """Return the doses between two days, both included."""
        return tuple(dose for dose in self.doses if first <= dose.day <= last)

    def shown(self, first: date, last: date) -> tuple[Dose, ...]:
        """Return the doses between two days without those that were struck."""
        return tuple(dose for dose in self.within(first, last) if not self.hides(dose))

    def hides(self, dose: Dose) -> bool:
        """Whether the row of a dose was struck."""
        return dose.session.id in self.struck

    def without_struck(self, keys: Iterable[str]) -> CourseFacts:
        """Return the same with the sessions struck whose rows are among some keys of lines."""
        ids = (key.removeprefix(SESSION_KEY) for key in keys if key.startswith(SESSION_KEY))
        return self._replace(struck=frozenset(int(id_) for id_ in ids if id_.isdecimal()))

    def latest(self, day: date) -> Dose | None:
        """Return the latest dose on or before a day."""
        return max((d for d in self.doses if d.day <= day), key=lambda d: d.day, default=None)

    def counted(self, last: date) -> int:
        """Return how many doses of the course there were up to a day."""
        return sum(1 for dose in self.doses if self._counts(dose) and dose.day <= last) + len(self.erased)

    def told(self, last: date) -> tuple[ToldDose, ...]:
        """Return the numbers of a summary that ends on a day, as they are kept with what was shared."""
        return tuple(
            ToldDose(
                dose.session.id,
                dose.number,
                counted=dose.session.took_place and self._counts(dose) and dose.day <= last,
            )
            for dose in (*self.doses, *self.planned)
        )

    def _counts(self, dose: Dose) -> bool:
        return self.course is None or dose.session.course_id == self.course.id


def course_facts(
    course: Course | None, kap_sessions: Iterable[KapSession], told: Iterable[ToldDose] = ()
) -> CourseFacts:
    """Return the facts from all sessions of the journal, numbered as they were `told` where they were shared."""
    told = tuple(told)
    dosing = [s for s in kap_sessions if s.kind is SessionKind.DOSING]
    numbers = {**dosing_numbers(dosing), **{dose.session_id: dose.number for dose in told}}
    there = {s.id for s in dosing}
    known = sorted(
        (Dose(numbers[s.id], s) for s in dosing if s.id in numbers), key=lambda d: d.session.moment.instant
    )
    return CourseFacts(
        course,
        tuple(d for d in known if d.session.took_place),
        tuple(d for d in known if d.session.status is SessionStatus.PLANNED),
        tuple(dose for dose in told if dose.counted and dose.session_id not in there),
    )


def standing(facts: CourseFacts, last: date, today: date) -> tuple[Line, ...]:
    """Return 'Initial phase, 4 of 6 dosing sessions', that it is paused, what it is for, 'day 3 after session 4'."""
    course = facts.course
    reasons = ", ".join(condition_name(c) for c in course.conditions) if course is not None else ""
    lines = (
        Line("standing:phase", _phase_and_count(facts, last)),
        # How the course stands is known of today, and of no day before.
        Line("standing:status", _rests(course.status) if course is not None and last >= today else ""),
        Line("standing:reason", reasons),
        Line("standing:after", after_dose(facts, last)),
    )
    return tuple(line for line in lines if line.text)


def after_dose(facts: CourseFacts, day: date) -> str:
    """Return 'day 3 after session 4', 'the day of session 4', or '' where no dose came before or it was struck."""
    dose = facts.latest(day)
    if dose is None or facts.hides(dose):
        return ""
    away = (day - dose.day).days
    if away == 0:
        return _("the day of session {number}").format(number=number(dose.number))
    return _("day {day} after session {number}").format(day=number(away), number=number(dose.number))


def _phase_and_count(facts: CourseFacts, last: date) -> str:
    course, done = facts.course, facts.counted(last)
    phase = course.phase_on(last) if course is not None else None
    if course is not None and course.sessions_planned:
        count = _("{done} of {planned} dosing sessions").format(
            done=number(done), planned=number(course.sessions_planned)
        )
    elif done:
        count = ngettext("{n} dosing session", "{n} dosing sessions", done).format(n=number(done))
    else:
        count = ""
    parts = [phase_name(phase) if phase is not None else "", count]
    return ", ".join(part for part in parts if part)


def _rests(status: CourseStatus) -> str:
    return {
        CourseStatus.PAUSED: _("the course is paused"),
        CourseStatus.COMPLETED: _("the course is completed"),
        CourseStatus.STOPPED: _("the course was stopped"),
    }.get(status, "")
