"""Practices, and the days on which they were kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from kapjournal.domain.practice import Practice, PracticeDay
from kapjournal.storage.engine import Transaction
from kapjournal.storage.record_rows import RecordRowStore
from kapjournal.storage.tables import practice, practice_day


class PracticeStore(RecordRowStore[Practice]):
    """Practices by id."""

    def __init__(self) -> None:
        super().__init__(Practice, practice)

    def all(self, tx: Transaction) -> tuple[Practice, ...]:
        """Read all, in the order in which they were added."""
        return self.records(tx, select(practice).order_by(practice.c.id))


class PracticeDayStore(RecordRowStore[PracticeDay]):
    """Days of practices, by id and by practice and day."""

    def __init__(self) -> None:
        super().__init__(PracticeDay, practice_day)

    def id_of(self, tx: Transaction, practice_id: int, day: date) -> int | None:
        """Return the id of a day of a practice."""
        c = practice_day.c
        found = select(c.id).where(c.practice_id == practice_id, c.day == day.isoformat())
        return tx.execute(found).scalar()

    def noted(self, tx: Transaction) -> tuple[PracticeDay, ...]:
        """Read the days that have words, in order of time."""
        c = practice_day.c
        return self.records(tx, select(practice_day).where(c.note != "").order_by(c.day, c.id))

    def between(self, tx: Transaction, first: date, last: date) -> tuple[PracticeDay, ...]:
        """Read what was noted on some days (both included), in order of time."""
        c = practice_day.c
        inside = select(practice_day).where(c.day.between(first.isoformat(), last.isoformat()))
        return self.records(tx, inside.order_by(c.day, c.id))
