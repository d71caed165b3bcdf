"""What one transaction changed: the message that a journal sends to whoever listens, and what names a step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kapjournal.domain.kinds import Kind


@dataclass(frozen=True, slots=True)
class Changes:
    """Which records of which kinds changed, and who asked (a page's name; '' for nobody in particular)."""

    touched: frozenset[tuple[Kind, int]]
    by: str = ""

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds that changed."""
        return frozenset(kind for kind, _ in self.touched)


class Doing(StrEnum):
    """What a step did to its records."""

    ADDED = "added"
    CHANGED = "changed"
    TRASHED = "trashed"
    RESTORED = "restored"
    SHARED = "shared"
    MADE_PRIVATE = "made_private"


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What a step of the history did, so that it can be named before it is taken back."""

    doing: Doing
    kind: Kind
    """The kind of its records; of several kinds, the one that most of them are."""
    count: int
    mixed: bool = False
    """Whether it touched more than one kind."""
