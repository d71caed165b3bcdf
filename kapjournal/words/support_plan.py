"""The names of the eight parts of the plan (clinical reference 5.5), in their order."""

from __future__ import annotations

from kapjournal.words.language import _

PARTS = (
    "noticing", "steadying", "places", "people", "professionals", "surroundings", "here_for", "next_day",
)  # fmt: skip


def part_title(part: str) -> str:
    """'How I notice it building'."""
    return {
        "noticing": _("How I notice it building"),
        "steadying": _("What has steadied me before, that I can do alone"),
        "places": _("Places and company that take me out of it"),
        "people": _("People I can tell"),
        "professionals": _("Professionals and lines"),
        "surroundings": _("Making my surroundings safer, and who helps me with that"),
        "here_for": _("What I want to be here for"),
        "next_day": _("After a hard time: what I need the next day"),
    }[part]


def part_icon(part: str) -> str:
    """The icon of a part."""
    return {
        "noticing": "signs",
        "steadying": "practice",
        "places": "practice_walk",
        "people": "people",
        "professionals": "professional",
        "surroundings": "security",
        "here_for": "fragment_feeling",
        "next_day": "today",
    }[part]
