"""The sessions of the course: dosing, integration and preparation."""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.kinds import Kind
from kapjournal.storage import entries
from kapjournal.storage.engine import Transaction
from kapjournal.storage.entry_rows import EntryRowStore
from kapjournal.storage.search import Words
from kapjournal.storage.tables import kap_session


def _describe(record: KapSession) -> tuple[str, Words]:
    others = (
        record.agreed_step,
        record.topics,
        record.what_landed,
        record.with_whom,
        record.music,
        record.dose_text,
        record.status_reason,
        record.to_say,
        *(effect.note for effect in (*record.side_effects, *record.side_effects_later)),
        *(words for item in record.preparation or () for words in (item.name, item.note)),
    )
    return record.kind.value, Words(title=record.intention, text=record.notes, others=others)


class KapSessionStore(EntryRowStore[KapSession]):
    """Sessions by id, by course and by day."""

    def __init__(self) -> None:
        super().__init__(Kind.KAP_SESSION, KapSession, kap_session, _describe)
        self._all = self.asking()
        self._of_course = self.asking(kap_session.c.course_id == bindparam("course"))
        self._between = self.asking(*entries.BETWEEN)

    def all(self, tx: Transaction, course_id: int | None = None) -> tuple[KapSession, ...]:
        """Read all, or those of one course, in order of time."""
        if course_id is None:
            return self.find(tx, self._all)
        return self.find(tx, self._of_course, course=course_id)

    def between(self, tx: Transaction, first: date, last: date) -> tuple[KapSession, ...]:
        """Read those of some days, in order of time."""
        return self.find(tx, self._between, **entries.bounds(first, last))
