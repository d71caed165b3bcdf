"""What happened in life or medicine beside the sessions."""

from __future__ import annotations

from datetime import date

from kapjournal.domain.event import Event
from kapjournal.domain.kinds import Kind
from kapjournal.storage import entries
from kapjournal.storage.engine import Transaction
from kapjournal.storage.entry_rows import EntryRowStore
from kapjournal.storage.search import Words
from kapjournal.storage.tables import event


class EventStore(EntryRowStore[Event]):
    """Events by id and by day."""

    def __init__(self) -> None:
        super().__init__(
            Kind.EVENT, Event, event, lambda record: (record.kind.value, Words(text=record.text))
        )
        self._between = self.asking(*entries.BETWEEN)

    def between(self, tx: Transaction, first: date, last: date) -> tuple[Event, ...]:
        """Read those of some days, in order of time."""
        return self.find(tx, self._between, **entries.bounds(first, last))
