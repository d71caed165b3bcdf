"""Adding, changing and removing questions of one's own, and a therapist's packs of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kapjournal.domain.kinds import Kind
from kapjournal.domain.prompt import OwnPrompt, PromptPack
from kapjournal.journal.book import Book, Edit


class OwnPrompts:
    """The questions that are not the library's."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.own_prompts
        self._packs = book.stores.packs

    def all(self) -> tuple[OwnPrompt, ...]:
        """Read the person's own and those of every pack, in the order in which they were added."""
        with self._book.reading() as tx:
            return self._store.all(tx)

    def packs(self) -> tuple[PromptPack, ...]:
        """Read the packs, in the order in which they were added."""
        with self._book.reading() as tx:
            return self._packs.all(tx)

    def keep(self, prompt: OwnPrompt, by: str = "") -> OwnPrompt:
        """Add a question (id NEW) or change one."""
        return self._book.edit(by, lambda edit: edit.keep(Kind.OWN_PROMPT, prompt, prompt.id))

    def remove(self, id: int, by: str = "") -> None:  # noqa: A002
        """Take a question out; answers keep it as it was asked. Raises KeyError."""
        self._book.edit(by, lambda edit: edit.remove(Kind.OWN_PROMPT, id))

    def add_pack(self, pack: PromptPack, prompts: Iterable[OwnPrompt], by: str = "") -> PromptPack:
        """Add a pack with its questions: all of them or nothing, and one step to undo."""

        def work(edit: Edit) -> PromptPack:
            kept = edit.keep(Kind.PROMPT_PACK, pack, pack.id)
            for prompt in prompts:
                edit.keep(Kind.OWN_PROMPT, replace(prompt, pack_id=kept.id), prompt.id)
            return kept

        return self._book.edit(by, work)

    def remove_pack(self, id: int, by: str = "") -> None:  # noqa: A002
        """Take a pack out with all its questions; one step to undo. Raises KeyError."""

        def work(edit: Edit) -> None:
            for prompt in self._store.all(edit.tx):
                if prompt.pack_id == id:
                    edit.remove(Kind.OWN_PROMPT, prompt.id)
            edit.remove(Kind.PROMPT_PACK, id)

        self._book.edit(by, work)
