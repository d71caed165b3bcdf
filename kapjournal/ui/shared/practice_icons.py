"""Which icon stands for each kind of practice."""

from __future__ import annotations

from kapjournal.domain.practice import PracticeKind

_ICONS = {
    PracticeKind.JOURNALING: "new_reflection",
    PracticeKind.MEDITATION: "eye_mask",
    PracticeKind.BREATHING: "practice",
    PracticeKind.MOVEMENT: "practice_walk",
    PracticeKind.NATURE: "domain_nature",
    PracticeKind.ART: "practice_draw",
    PracticeKind.MUSIC: "music",
    PracticeKind.CONTACT: "domain_relationships",
    PracticeKind.THERAPY_HOMEWORK: "therapist",
    PracticeKind.REST: "bed",
    PracticeKind.OTHER: "kept",
}


def practice_icon(kind: PracticeKind) -> str:
    """The icon's name."""
    return _ICONS[kind]
