"""When a check-in brings the support note (clinical reference 5.1); it grades nothing and reads no free text."""

from __future__ import annotations

from kapjournal.domain.check_in import CheckIn

DISTRESS_AT = 8
MOOD_UP_TO = 1


def offers_support(mood: float | None, distress: float | None) -> bool:
    """Whether support is offered: distress of 8 or more, or mood of 1 or less; what is not set asks for nothing."""
    return (distress is not None and distress >= DISTRESS_AT) or (mood is not None and mood <= MOOD_UP_TO)


def check_in_offers_support(check_in: CheckIn) -> bool:
    """The same for a check-in."""
    return offers_support(check_in.mood, check_in.distress)
