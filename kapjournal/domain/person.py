"""What the journal knows of the person beyond the course; all of it optional."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The person's own choices."""

    name: str = ""
    """As it may stand on a summary ('R.'); '' leaves it out."""
    trauma_care: bool = False
    """Leave out prompts that may stir up trauma."""
    home_not_safe: bool = False
    """Leave out prompts that need a safe home."""
