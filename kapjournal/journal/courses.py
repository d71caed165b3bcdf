"""The courses of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kapjournal.domain.course import Course, CurrentMedicine, course_on
from kapjournal.domain.entry import NEW
from kapjournal.domain.event import Event
from kapjournal.domain.kinds import Kind
from kapjournal.journal.book import Book, Edit


class Courses:
    """The courses of a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.courses

    def keep(self, course: Course, by: str = "") -> Course:
        """Add a course (id NEW) or change one."""
        return self._book.edit(by, lambda edit: edit.keep(Kind.COURSE, course, course.id, folding=True))

    def remove(self, id: int, by: str = "") -> None:  # noqa: A002
        """Take a course away. Raises KeyError."""
        self._book.edit(by, lambda edit: edit.remove(Kind.COURSE, id))

    def change_medicines(
        self, course: Course, medicines: Sequence[CurrentMedicine], events: Sequence[Event], by: str = ""
    ) -> Course:
        """Change the current medicines, with the events that say so, as one step."""

        def work(edit: Edit) -> Course:
            for event in events:
                edit.keep(Kind.EVENT, event, NEW)
            return edit.keep(Kind.COURSE, replace(course, medicines=tuple(medicines)), course.id)

        return self._book.edit(by, work)

    def get(self, id: int) -> Course:  # noqa: A002
        """Read one. Raises KeyError."""
        return self._book.get(self._store, id)

    def all(self) -> tuple[Course, ...]:
        """Read all, the earliest first."""
        with self._book.reading() as tx:
            return self._store.all(tx)

    def current(self, on: date) -> Course | None:
        """Say which course a day belongs to: the last to begin of those that have begun and not ended."""
        return course_on(self.all(), on)
