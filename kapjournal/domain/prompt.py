"""A question to write about: as asked, as offered, and what the person thinks of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kapjournal.domain.entry import NEW
from kapjournal.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class AskedPrompt:
    """The question as it was asked; kept with the answer, whatever becomes of the library."""

    prompt_id: str
    question: str
    domain: str
    window: str


@dataclass(frozen=True, slots=True)
class PromptAnswer:
    """A reflection that answers a prompt."""

    reflection_id: int
    asked: AskedPrompt
    moment: Moment


@dataclass(frozen=True, slots=True)
class PromptOffer:
    """What was offered on a day: slot 0 first, one more with each 'another'. What was offered today stays today's."""

    day: date
    slot: int
    prompt_id: str
    window: str
    set_aside: bool = False
    """The person said 'not now'."""


@dataclass(frozen=True, slots=True)
class PromptMark:
    """What the person thinks of a prompt of the library."""

    prompt_id: str
    favourite: bool = False
    hidden: bool = False
    """'Not for me': hidden for good, shown again from the library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptPack:
    """A set of questions that a therapist gave."""

    id: int = NEW
    name: str
    added: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPrompt:
    """A question of the person's own, or of a therapist's pack."""

    id: int = NEW
    text: str
    skip_when: tuple[str, ...] = ()
    """Codes of what rules it out for a while, as in the library."""
    pack_id: int | None = None
    """The pack that it came with; None for one of the person's own."""

    @property
    def prompt_id(self) -> str:
        """Its name among all prompts; never one of the library's."""
        return f"own:{self.id}"
