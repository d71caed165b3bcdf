"""Noting what happened beside the sessions."""

from __future__ import annotations

from datetime import date

from kapjournal.domain.event import Event
from kapjournal.domain.kinds import Kind
from kapjournal.journal.book import Book


class Events:
    """The events of a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.events

    def keep(self, event: Event, by: str = "") -> Event:
        """Add an event (id NEW) or change one."""
        return self._book.keep(Kind.EVENT, event, by)

    def get(self, id: int) -> Event:  # noqa: A002
        """Read one, in the trash or not. Raises KeyError."""
        return self._book.get(self._store, id)

    def between(self, first: date, last: date) -> tuple[Event, ...]:
        """Read those of some days, in order of time."""
        with self._book.reading() as tx:
            return self._store.between(tx, first, last)
