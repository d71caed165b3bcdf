"""The courses."""

from __future__ import annotations

from sqlalchemy import select

from kapjournal.domain.course import Course
from kapjournal.storage.engine import Transaction
from kapjournal.storage.record_rows import RecordRowStore
from kapjournal.storage.tables import course


class CourseStore(RecordRowStore[Course]):
    """Courses by id."""

    def __init__(self) -> None:
        super().__init__(Course, course)

    def all(self, tx: Transaction) -> tuple[Course, ...]:
        """Read all, the earliest first; those without a beginning last."""
        return self.records(
            tx, select(course).order_by(course.c.started.is_(None), course.c.started, course.c.id)
        )
