"""The person's own questions, and a therapist's packs of them."""

from __future__ import annotations

from sqlalchemy import select

from kapjournal.domain.prompt import OwnPrompt, PromptPack
from kapjournal.storage.engine import Transaction
from kapjournal.storage.record_rows import RecordRowStore
from kapjournal.storage.tables import own_prompt, prompt_pack


class OwnPromptStore(RecordRowStore[OwnPrompt]):
    """Questions by id."""

    def __init__(self) -> None:
        super().__init__(OwnPrompt, own_prompt)

    def all(self, tx: Transaction) -> tuple[OwnPrompt, ...]:
        """Read all, in the order in which they were added."""
        return self.records(tx, select(own_prompt).order_by(own_prompt.c.id))


class PromptPackStore(RecordRowStore[PromptPack]):
    """Packs by id."""

    def __init__(self) -> None:
        super().__init__(PromptPack, prompt_pack)

    def all(self, tx: Transaction) -> tuple[PromptPack, ...]:
        """Read all, in the order in which they were added."""
        return self.records(tx, select(prompt_pack).order_by(prompt_pack.c.id))
