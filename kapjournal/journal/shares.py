"""What was shared, and what is chosen for the next summary."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kapjournal.domain.kinds import Kind
from kapjournal.domain.share import Share, SummaryChoice
from kapjournal.journal.book import Book
from kapjournal.storage import snapshots
from kapjournal.storage.as_of import changed_since
from kapjournal.storage.shares import THE_CHOICE


class Shares:
    """The summaries that left a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.shares

    def record(self, share: Share, by: str = "") -> Share:
        """Note that a summary left the journal."""
        return self._book.edit(by, lambda edit: edit.keep(Kind.SHARE, share, share.id))

    def all(self) -> tuple[Share, ...]:
        """Read what was shared, the newest first."""
        with self._book.reading() as tx:
            return self._store.all(tx)

    def changed_since(self, kinds: tuple[Kind, ...], instant: datetime) -> Mapping[tuple[Kind, int], object]:
        """Read every record of some kinds that was changed after an instant, as it was then; None: not there yet."""
        with self._book.reading() as tx:
            return changed_since(tx, self._book.by_kind, kinds, instant)

    def choice(self) -> SummaryChoice:
        """Read what was chosen last."""
        with self._book.reading() as tx:
            return self._book.stores.choice.read(tx, THE_CHOICE) or SummaryChoice()

    def keep_choice(self, choice: SummaryChoice, by: str = "") -> None:
        """Keep what is chosen; nothing to undo."""
        clean = snapshots.cleaned(choice)
        self._book.database.change(lambda tx: self._book.stores.choice.write(tx, clean, THE_CHOICE))
        self._book.tell(frozenset({(Kind.SUMMARY_CHOICE, THE_CHOICE)}), by)
