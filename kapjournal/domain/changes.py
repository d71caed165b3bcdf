"""What one transaction changed: the one message that a journal sends to whoever listens."""

from __future__ import annotations

from dataclasses import dataclass

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
