"""What was shared when, and what is chosen for the next summary."""

from __future__ import annotations

from sqlalchemy import select

from kapjournal.domain.share import Share, SummaryChoice
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
