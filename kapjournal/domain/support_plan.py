"""The person's own plan for hard times, in eight parts, in their own words (clinical reference 5.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlanContact:
    """Someone to reach: who, when, and the number."""

    name: str
    when: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportPlan:
    """The eight parts; each may be empty. The program never reads what is in them."""

    noticing: str = ""
    """How I notice it building."""
    steadying: str = ""
    """What has steadied me before, that I can do alone."""
    places: str = ""
    """Places and company that take me out of it."""
    people: tuple[PlanContact, ...] = ()
    """People I can tell, with numbers."""
    professionals: tuple[PlanContact, ...] = ()
    """Professionals and lines, with numbers and hours."""
    surroundings: str = ""
    """Making my surroundings safer, and who helps me with that."""
    here_for: str = ""
    """What I want to be here for."""
    next_day: str = ""
    """After a hard time: what I need the next day."""
    reviewed: date | None = None
    """When the person last looked it over."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it yet."""
        texts = (
            self.noticing, self.steadying, self.places, self.surroundings, self.here_for, self.next_day,
        )  # fmt: skip
        return not (any(text.strip() for text in texts) or self.people or self.professionals)
