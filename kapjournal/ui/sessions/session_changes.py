"""What can be done with a session: add, postpone, cancel, hold; each with a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from kapjournal.domain.course import Course
from kapjournal.domain.kap_session import TOOK_PLACE, KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import Moment, moment_at
from kapjournal.journal.journal import Journal
from kapjournal.ui.sessions.draft import BY

BY_STATE = "sessions_state"
"""Another name than that of the fields: words typed afterwards never fold into one step with where a session stands."""


class SessionChanges:
    """The changes that a person asks for on the page of sessions; `way_back` undoes the latest of them."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._steps: tuple[int, ...] = ()

    def add(self, kind: SessionKind, moment: Moment, now: datetime) -> KapSession:
        """Add a session of the course: planned, or held where its time has passed."""
        self._steps = ()
        course = self.course_for(moment.day)
        is_past = moment.local.date() < now.date() or (moment.has_time and moment.aware < now)
        status = SessionStatus.HELD if is_past else SessionStatus.PLANNED
        added = self._journal.kap_sessions.keep(
            KapSession(kind=kind, moment=moment, status=status, course_id=course.id), BY
        )
        self._note()
        return added

    def course_for(self, day: date) -> Course:
        """The course of a day, the latest there is, or a new one that begins then."""
        course = self._journal.courses.current(day)
        if course is None:
            known = self._journal.courses.all()
            course = known[-1] if known else self._journal.courses.keep(Course(started=day), BY)
        return course

    def begin_course(self, today: date) -> Course:
        """Add a course that begins today."""
        self._steps = ()
        course = self._journal.courses.keep(Course(started=today), BY)
        self._note()
        return course

    def remove_course(self, course_id: int) -> None:
        """Take away a course that nothing belongs to."""
        self._steps = ()
        self._journal.courses.remove(course_id, BY)
        self._note()

    def postpone(self, session: KapSession, moment: Moment, reason: str) -> KapSession:
        """Plan it anew for another moment; the old date stays, with its reason."""
        self._steps = ()
        new = self._journal.kap_sessions.postpone(session, moment, reason, BY_STATE)
        self._note()
        return new

    def set_status(
        self, session: KapSession, status: SessionStatus, now: datetime, reason: str = ""
    ) -> KapSession:
        """Say where it stands. What took place before the time that was planned for it was now, not then."""
        self._steps = ()
        if status in TOOK_PLACE and _is_to_come(session.moment, now):
            session = replace(session, moment=moment_at(now))
        kept = self._journal.kap_sessions.set_status(session, status, reason, BY_STATE)
        self._note()
        return kept

    def trash(self, entry_id: int) -> None:
        """Move a session or an event to the trash."""
        self._steps = ()
        self._journal.timeline.trash(entry_id, BY)
        self._note()

    def way_back(self) -> Callable[[], bool]:
        """How to undo the latest change; the call says whether it could be undone."""
        steps = self._steps
        return lambda: all(self._journal.undo_step(step) for step in reversed(steps))

    def _note(self) -> None:
        self._steps = (*self._steps, self._journal.step())


def _is_to_come(moment: Moment, now: datetime) -> bool:
    return moment.aware > now if moment.has_time else moment.day > now.date()
