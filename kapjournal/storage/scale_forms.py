"""Scales as they were filled in."""

from __future__ import annotations

from datetime import date

from kapjournal.domain.kinds import Kind
from kapjournal.domain.scale import ScaleForm
from kapjournal.storage import entries
from kapjournal.storage.engine import Transaction
from kapjournal.storage.entry_rows import EntryRowStore
from kapjournal.storage.search import Words
from kapjournal.storage.tables import entry, scale_form


class ScaleFormStore(EntryRowStore[ScaleForm]):
    """Forms by id, by scale and days, and those left open."""

    def __init__(self) -> None:
        super().__init__(
            Kind.SCALE,
            ScaleForm,
            scale_form,
            lambda record: (record.instrument, Words(title=record.name)),
        )

    def finished(
        self, tx: Transaction, instrument: str, first: date | None, last: date | None
    ) -> tuple[ScaleForm, ...]:
        """Read the finished forms of a scale in some days, in order of time."""
        return self.find(
            tx,
            scale_form.c.instrument == instrument,
            scale_form.c.finished.is_not(None),
            entry.c.place >= (0 if first is None else entries.first_place(first)),
            entry.c.place < entries.place_after(date.max if last is None else last),
        )

    def left_open(self, tx: Transaction) -> tuple[ScaleForm, ...]:
        """Read the forms that are still being filled in, in order of time."""
        return self.find(tx, scale_form.c.finished.is_(None))

    def instruments(self, tx: Transaction) -> tuple[str, ...]:
        """Read which scales have a finished form."""
        found = tx.exec_driver_sql(
            "SELECT DISTINCT f.instrument FROM scale_form AS f JOIN entry AS e ON e.id = f.entry_id"
            " WHERE f.finished IS NOT NULL AND e.trashed IS NULL ORDER BY f.instrument"
        ).scalars()
        return tuple(found)
