"""Which scales the person uses and when they are offered, and the definitions that the person added."""

from __future__ import annotations

from sqlalchemy import select

from kapjournal.domain.scale import ScaleFile
from kapjournal.domain.scale_choice import ScaleChoice
from kapjournal.storage.engine import Transaction
from kapjournal.storage.record_rows import RecordRowStore
from kapjournal.storage.tables import scale_choice, scale_file

THE_CHOICE = 1
"""There is one row."""


class ScaleChoiceStore(RecordRowStore[ScaleChoice]):
    """The person's choices of scales."""

    def __init__(self) -> None:
        super().__init__(ScaleChoice, scale_choice)


class ScaleFileStore(RecordRowStore[ScaleFile]):
    """The definitions that the person added, by id."""

    def __init__(self) -> None:
        super().__init__(ScaleFile, scale_file)

    def all(self, tx: Transaction) -> tuple[ScaleFile, ...]:
        """Read all, in the order in which they were added."""
        return self.records(tx, select(scale_file).order_by(scale_file.c.id))
