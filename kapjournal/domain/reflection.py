"""A reflection: what was written about a session, a prompt or a day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kapjournal.domain.entry import Entry
from kapjournal.domain.moment import Moment
from kapjournal.domain.picture import ShownPicture
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
    pictures: tuple[ShownPicture, ...] = ()
    left_open: bool = False
    """Still being written: Today offers to go on with it."""

    @property
    def is_empty(self) -> bool:
        """Whether no word was written and no picture put there."""
        return not (self.title.strip() or self.text.strip() or self.pictures)


class FragmentKind(StrEnum):
    """What a fragment is."""

    IMAGE = "image"
    WORD = "word"
    FEELING = "feeling"
    BODY = "body"
    SOMEONE = "someone"


class Layer(StrEnum):
    """How long after a session a later look is taken."""

    DAY = "day"
    THREE_DAYS = "three_days"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment(Entry):
    """Something that came up in the first hours, in a few words, kept as it was; or a later look at one."""

    kind: FragmentKind
    text: str
    kap_session_id: int | None = None
    layer: Layer | None = None
    """When the look was taken; first words have none, and their text is never changed."""
    looks_at: int | None = None
    """The first words that a later look lies beside."""

    @property
    def is_sealed(self) -> bool:
        """Whether its words stay as they are for good."""
        return self.layer is None


@dataclass(frozen=True, slots=True, kw_only=True)
class FragmentDraft:
    """What is being typed after a session, kept with every key; there is one at most."""

    moment: Moment
    kind: FragmentKind
    text: str
    kap_session_id: int | None = None
