"""What stands half given in forms: durable at each pause, with no undo step, until it is kept or let go."""

from __future__ import annotations

from collections.abc import Mapping

from kapjournal.domain.draft import Draft
from kapjournal.journal.book import Book
from kapjournal.storage import drafts
from kapjournal.storage.drafts import entry_key

__all__ = ["Drafts", "entry_key"]


class Drafts:
    """One draft for each form, by a name; that of an entry's form (`entry_key`) is erased with the entry."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def held(self, key: str) -> Draft | None:
        """Read what was left in a form; None where nothing was."""
        with self._book.reading() as tx:
            return drafts.read(tx, key)

    def hold(self, key: str, fields: Mapping[str, str]) -> None:
        """Make what stands in a form durable. In a journal that is only read nothing can be."""
        if not self._book.database.read_only:
            draft = Draft(left=self._book.now(), fields=fields)
            self._book.database.change(lambda tx: drafts.write(tx, key, draft))

    def let_go(self, key: str) -> None:
        """Take out what was left in a form: it is kept now, or not wanted."""
        if self.held(key) is not None and not self._book.database.read_only:
            self._book.database.change(lambda tx: drafts.write(tx, key, None))

    @property
    def refused(self) -> int:
        """How many changes of the journal could not be made so far."""
        return self._book.database.refused
