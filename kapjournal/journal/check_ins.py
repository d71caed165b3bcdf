"""Checking in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.kinds import Kind
from kapjournal.journal.book import Book


class CheckIns:
    """The check-ins of a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.check_ins

    def keep(self, check_in: CheckIn, by: str = "") -> CheckIn:
        """Add a check-in (id NEW) or change one, and return it as it is now in the journal."""
        return self._book.keep(Kind.CHECK_IN, check_in, by)

    def get(self, id: int) -> CheckIn:  # noqa: A002
        """Read one, in the trash or not. Raises KeyError."""
        return self._book.get(self._store, id)

    def of_day(self, day: date) -> tuple[CheckIn, ...]:
        """Read those of a day, in order of time."""
        return self.between(day, day)

    def between(self, first: date, last: date) -> tuple[CheckIn, ...]:
        """Read those of some days, in order of time."""
        with self._book.reading() as tx:
            return self._store.between(tx, first, last)

    def latest(self, before: datetime | None = None) -> CheckIn | None:
        """Read the last one, or the last one before an instant."""
        with self._book.reading() as tx:
            return self._store.latest(tx, before)

    def values(self, measure: str, first: date | None = None, last: date | None = None) -> ValueColumns:
        """Read the values of one measure in order of time, as columns."""
        with self._book.reading() as tx:
            return self._store.values(tx, measure, first, last)

    def count(self, first: date, last: date) -> int:
        """Count those of some days."""
        with self._book.reading() as tx:
            return self._store.count(tx, first, last)

    def feelings_used(self, limit: int = 12) -> tuple[str, ...]:
        """Say which words were chosen most, lately."""
        with self._book.reading() as tx:
            return self._store.feelings_used(tx, limit)

    def tags_used(self, limit: int = 12) -> tuple[str, ...]:
        """Say which tags were given most, lately, to entries of any kind."""
        with self._book.reading() as tx:
            return self._store.tags_used(tx, limit)

    def tags_by_place(self, limit: int = 12) -> Mapping[str, str]:
        """Say which tags were given most, lately; each by a place in the journal, which tells nothing outside of it."""
        with self._book.reading() as tx:
            return self._store.tags_by_place(tx, limit)

    def tag_at(self, place: str) -> str | None:
        """Say which tag a place of `tags_by_place` stands for, however seldom it is given; None where it has gone."""
        with self._book.reading() as tx:
            return self._store.tag_at(tx, place)

    def tag_days(self, tag: str) -> tuple[int, ...]:
        """Read the days, as ordinals, on which any entry has a tag, in order."""
        with self._book.reading() as tx:
            return self._store.tag_days(tx, tag)
