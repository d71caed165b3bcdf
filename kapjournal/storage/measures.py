"""What can be noticed: the built-in measures and the person's own."""

from __future__ import annotations

from sqlalchemy import select

from kapjournal.domain.measure import BUILT_IN, Measure
from kapjournal.storage.engine import Transaction
from kapjournal.storage.record_rows import RecordRowStore
from kapjournal.storage.tables import measure


class MeasureStore(RecordRowStore[Measure]):
    """Measures by id, and by key."""

    def __init__(self) -> None:
        super().__init__(Measure, measure)

    def all(self, tx: Transaction) -> tuple[Measure, ...]:
        """Read all, in their order, retired ones too."""
        return self.records(tx, select(measure).order_by(measure.c.position, measure.c.id))

    def id_of(self, tx: Transaction, key: str) -> int | None:
        """Return the id of a key."""
        return tx.execute(select(measure.c.id).where(measure.c.key == key)).scalar()

    def keys(self, tx: Transaction) -> frozenset[str]:
        """Return every key."""
        return frozenset(tx.execute(select(measure.c.key)).scalars())

    def add_built_in(self, tx: Transaction) -> None:
        """Add the built-in measures that a journal lacks: all of a new one, the newer ones of an old one."""
        there = self.keys(tx)
        for one in BUILT_IN.values():
            if one.key not in there:
                self.write(tx, one, self.next_id(tx))
