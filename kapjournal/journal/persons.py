"""The person's own choices."""

from __future__ import annotations

from kapjournal.domain.kinds import Kind
from kapjournal.domain.person import Person
from kapjournal.journal.book import Book
from kapjournal.storage.persons import THE_PERSON


class Persons:
    """The one person whose journal it is."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.persons

    def get(self) -> Person:
        """Read the choices; nothing was chosen where there are none."""
        with self._book.reading() as tx:
            return self._store.read(tx, THE_PERSON) or Person()

    def keep(self, person: Person, by: str = "") -> Person:
        """Change the choices."""
        return self._book.edit(by, lambda edit: edit.keep(Kind.PERSON, person, THE_PERSON))
