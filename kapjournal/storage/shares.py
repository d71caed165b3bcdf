"""What was shared when, and what is chosen for the next summary."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from kapjournal.domain.share import Share, SummaryChoice, TalkingPoints
from kapjournal.storage.engine import Transaction
from kapjournal.storage.record_rows import RecordRowStore
from kapjournal.storage.tables import share, summary_choice

THE_CHOICE = 1
"""There is one row."""


class ShareStore(RecordRowStore[Share]):
    """Shares by id."""

    def __init__(self) -> None:
        super().__init__(Share, share)

    def all(self, tx: Transaction) -> tuple[Share, ...]:
        """Read all, the newest first."""
        return self.records(tx, select(share).order_by(share.c.id.desc()))


class SummaryChoiceStore(RecordRowStore[SummaryChoice]):
    """The one choice."""

    def __init__(self) -> None:
        super().__init__(SummaryChoice, summary_choice)


class TalkingPointsStore:
    """What to talk about, which stands in the row of the choice: it alone of the choice has a history."""

    record_type = TalkingPoints

    def __init__(self) -> None:
        self._choice = SummaryChoiceStore()

    def next_id(self, _tx: Transaction) -> int:
        """There is one record."""
        return THE_CHOICE

    def read(self, tx: Transaction, id: int) -> TalkingPoints | None:  # noqa: A002
        """Read it."""
        choice = self._choice.read(tx, id)
        return None if choice is None else TalkingPoints(choice.talking_points, choice.talking_sources)

    def write(self, tx: Transaction, record: TalkingPoints, id: int) -> None:  # noqa: A002
        """Put it into the choice; the rest of the choice stays as it is."""
        choice = self._choice.read(tx, id) or SummaryChoice()
        self._choice.write(
            tx, replace(choice, talking_points=record.texts, talking_sources=record.sources), id
        )

    def remove(self, tx: Transaction, id: int) -> None:  # noqa: A002
        """Take every line out."""
        self.write(tx, TalkingPoints(), id)
