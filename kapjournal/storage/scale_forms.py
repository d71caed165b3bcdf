"""Scales as they were filled in."""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam

from kapjournal.domain.kinds import Kind
from kapjournal.domain.scale import ScaleForm
from kapjournal.storage import entries
from kapjournal.storage.engine import Transaction
from kapjournal.storage.entry_rows import EntryRowStore
from kapjournal.storage.search import Words
from kapjournal.storage.tables import scale_form


class ScaleFormStore(EntryRowStore[ScaleForm]):
    """Forms by id, by scale and days, and those left open."""

    def __init__(self) -> None:
        super().__init__(
            Kind.SCALE,
            ScaleForm,
            scale_form,
            lambda record: (record.instrument, Words(title=record.name)),
        )
        self._finished = self.asking(
            scale_form.c.instrument == bindparam("instrument"),
            scale_form.c.finished.is_not(None),
            *entries.BETWEEN,
        )
        self._left_open = self.asking(scale_form.c.finished.is_(None))

    def finished(
        self, tx: Transaction, instrument: str, first: date | None, last: date | None
    ) -> tuple[ScaleForm, ...]:
        """Read the finished forms of a scale in some days, in order of time."""
        return self.find(tx, self._finished, instrument=instrument, **entries.bounds(first, last))

    def left_open(self, tx: Transaction) -> tuple[ScaleForm, ...]:
        """Read the forms that are still being filled in, in order of time."""
        return self.find(tx, self._left_open)

    def instruments(self, tx: Transaction) -> tuple[str, ...]:
        """Read which scales have a finished form."""
        found = tx.exec_driver_sql(
            "SELECT DISTINCT f.instrument FROM scale_form AS f JOIN entry AS e ON e.id = f.entry_id"
            " WHERE f.finished IS NOT NULL AND e.trashed IS NULL ORDER BY f.instrument"
        ).scalars()
        return tuple(found)
