"""Noting what came up."""

from __future__ import annotations

from kapjournal.domain.kinds import Kind
from kapjournal.domain.reflection import Fragment
from kapjournal.journal.book import Book


class Fragments:
    """The fragments of a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.fragments

    def keep(self, fragment: Fragment, by: str = "") -> Fragment:
        """Add a fragment (id NEW) or change one."""
        return self._book.keep(Kind.FRAGMENT, fragment, by)

    def get(self, id: int) -> Fragment:  # noqa: A002
        """Read one, in the trash or not. Raises KeyError."""
        return self._book.get(self._store, id)

    def of_session(self, kap_session_id: int) -> tuple[Fragment, ...]:
        """Read those of a session, in order of time."""
        with self._book.reading() as tx:
            return self._store.of_session(tx, kap_session_id)
