"""What was offered when, and what the person thinks of a prompt."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, insert, select

from kapjournal.domain.prompt import PromptMark, PromptOffer
from kapjournal.storage.engine import Transaction
from kapjournal.storage.record_rows import RecordRowStore
from kapjournal.storage.tables import prompt_mark, prompt_offer


class PromptMarkStore(RecordRowStore[PromptMark]):
    """Marks by id, and by prompt."""

    def __init__(self) -> None:
        super().__init__(PromptMark, prompt_mark)

    def all(self, tx: Transaction) -> tuple[PromptMark, ...]:
        """Read all."""
        return self.records(tx, select(prompt_mark))

    def id_of(self, tx: Transaction, prompt_id: str) -> int | None:
        """Return the id of the mark of a prompt."""
        return tx.execute(select(prompt_mark.c.id).where(prompt_mark.c.prompt_id == prompt_id)).scalar()


def offers(tx: Transaction, first: date, last: date) -> tuple[PromptOffer, ...]:
    """Read what was offered on some days, in order."""
    statement = (
        select(prompt_offer)
        .where(prompt_offer.c.day.between(first.toordinal(), last.toordinal()))
        .order_by(prompt_offer.c.day, prompt_offer.c.slot)
    )
    return tuple(
        PromptOffer(date.fromordinal(row.day), row.slot, row.prompt_id, row.window, bool(row.set_aside))
        for row in tx.execute(statement).all()
    )


def keep_offer(tx: Transaction, offer: PromptOffer) -> None:
    """Write what was offered in a slot of a day."""
    day = offer.day.toordinal()
    tx.execute(delete(prompt_offer).where(prompt_offer.c.day == day, prompt_offer.c.slot == offer.slot))
    tx.execute(
        insert(prompt_offer),
        {
            "day": day,
            "slot": offer.slot,
            "prompt_id": offer.prompt_id,
            "window": offer.window,
            "set_aside": int(offer.set_aside),
        },
    )
