"""What was offered, what was answered, and what the person thinks of a prompt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kapjournal.domain.entry import NEW
from kapjournal.domain.kinds import Kind
from kapjournal.domain.prompt import PromptAnswer, PromptMark, PromptOffer
from kapjournal.journal.book import Book, Edit
from kapjournal.storage import prompts


class Prompts:
    """The journal's side of the prompts; the library itself is guidance's."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.marks

    def offers(self, first: date, last: date) -> tuple[PromptOffer, ...]:
        """Read what was offered on some days, in order."""
        with self._book.reading() as tx:
            return prompts.offers(tx, first, last)

    def offered(self, offer: PromptOffer, by: str = "") -> None:
        """Note what was offered in a slot of a day; nothing to undo. What is only read notes nothing."""
        if self._book.database.read_only:
            return
        self._book.database.change(lambda tx: prompts.keep_offer(tx, offer))
        self._book.tell(frozenset({(Kind.PROMPT, 0)}), by)

    def marks(self) -> Mapping[str, PromptMark]:
        """Read what the person thinks of prompts, by prompt."""
        with self._book.reading() as tx:
            return {mark.prompt_id: mark for mark in self._store.all(tx)}

    def mark(self, mark: PromptMark, by: str = "") -> None:
        """Note what the person thinks of a prompt."""

        def work(edit: Edit) -> None:
            id_ = self._store.id_of(edit.tx, mark.prompt_id)
            edit.keep(Kind.PROMPT, mark, NEW if id_ is None else id_)

        self._book.edit(by, work)

    def answers(self, first: date | None = None, last: date | None = None) -> tuple[PromptAnswer, ...]:
        """Read which prompts were answered, in order of time."""
        with self._book.reading() as tx:
            return self._book.stores.reflections.answers(tx, first, last)
