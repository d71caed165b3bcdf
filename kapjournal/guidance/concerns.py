"""What a result or something noted gives reason to say; the words are in words/concerns.py."""

from __future__ import annotations

from enum import StrEnum


class Concern(StrEnum):
    """One reason to say something, once and in the flow."""

    HARD_TIME = "hard_time"
    """PHQ-9 of 20 or more, or a change for the worse that is larger than measurement error."""
    ITEM_OPEN = "item_open"
    """Item 9 was not answered: one quiet line."""
    BLADDER = "bladder"
    SPED_UP = "sped_up"
    WANTING = "wanting"
    LITTLE_SLEEP = "little_sleep"
    """Much energy and little sleep on two of three days, from the check-ins."""
