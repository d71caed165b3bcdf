"""What can be done with a session: add, postpone, cancel, hold; each with a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from kapjournal.domain.course import Course
from kapjournal.domain.entry import NEW
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import Moment
from kapjournal.journal.journal import Journal
from kapjournal.ui.sessions.draft import BY

BY_STATE = "sessions_state"
"""Another name than that of the fields: where a session stands never folds into one step with words typed before."""


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
        planned = replace(session, id=NEW, moment=moment, status=SessionStatus.PLANNED, status_reason="")
        new = self._journal.kap_sessions.keep(planned, BY)
        self._note()
        self._journal.kap_sessions.keep(
            replace(session, status=SessionStatus.POSTPONED, status_reason=reason), BY_STATE
        )
        self._note()
        return new

    def set_status(self, session: KapSession, status: SessionStatus, reason: str = "") -> KapSession:
        """Say where it stands."""
        self._steps = ()
        kept = self._journal.kap_sessions.keep(
            replace(session, status=status, status_reason=reason), BY_STATE
        )
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
