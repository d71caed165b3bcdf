"""Planning and recording the sessions of a course."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kapjournal.domain.entry import NEW
from kapjournal.domain.kap_session import KapSession, SessionStatus, dosing_numbers
from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import Moment
from kapjournal.journal.book import Book, Edit


class KapSessions:
    """The sessions of a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.kap_sessions

    def keep(self, kap_session: KapSession, by: str = "") -> KapSession:
        """Add a session (id NEW) or change one."""
        return self._book.keep(Kind.KAP_SESSION, kap_session, by)

    def set_status(
        self, kap_session: KapSession, status: SessionStatus, reason: str = "", by: str = ""
    ) -> KapSession:
        """Say where it stands: always a step of its own."""
        changed = replace(kap_session, status=status, status_reason=reason)
        return self._book.edit(by, lambda edit: edit.keep(Kind.KAP_SESSION, changed, changed.id))

    def postpone(self, kap_session: KapSession, moment: Moment, reason: str = "", by: str = "") -> KapSession:
        """Plan it anew for another moment; the old date stays, with its reason. Returns the new one."""
        planned = replace(kap_session, id=NEW, moment=moment, status=SessionStatus.PLANNED, status_reason="")
        old = replace(kap_session, status=SessionStatus.POSTPONED, status_reason=reason)

        def work(edit: Edit) -> KapSession:
            edit.keep(Kind.KAP_SESSION, old, old.id)
            return edit.keep(Kind.KAP_SESSION, planned, NEW)

        return self._book.edit(by, work)

    def get(self, id: int) -> KapSession:  # noqa: A002
        """Read one, in the trash or not. Raises KeyError."""
        return self._book.get(self._store, id)

    def all(self, course_id: int | None = None) -> tuple[KapSession, ...]:
        """Read all, or those of one course, in order of time."""
        with self._book.reading() as tx:
            return self._store.all(tx, course_id)

    def between(self, first: date, last: date) -> tuple[KapSession, ...]:
        """Read those of some days, in order of time."""
        with self._book.reading() as tx:
            return self._store.between(tx, first, last)

    def numbers(self) -> Mapping[int, int]:
        """Give the number in its course of each dosing session, by id."""
        return dosing_numbers(self.all())
