"""A reflection: what was written about a session, a prompt or a day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kapjournal.domain.entry import Entry
from kapjournal.domain.prompt import AskedPrompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Entry):
    """One reflection, in Markdown."""

    title: str = ""
    text: str = ""
    kap_session_id: int | None = None
    prompt: AskedPrompt | None = None
    fragment_ids: tuple[int, ...] = ()
    """The fragments that it grew from."""
    left_open: bool = False
    """Still being written: Today offers to go on with it."""

    @property
    def is_empty(self) -> bool:
        """Whether no word was written."""
        return not (self.title.strip() or self.text.strip())


class FragmentKind(StrEnum):
    """What a fragment is."""

    IMAGE = "image"
    WORD = "word"
    FEELING = "feeling"
    BODY = "body"
    SOMEONE = "someone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment(Entry):
    """Something that came up in the first hours, in a few words, kept as it was."""

    kind: FragmentKind
    text: str
    kap_session_id: int | None = None
