"""What belongs to a dosing session beyond the dose: preparation, aids, themes, vital signs (clinical reference 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PreparationKind(StrEnum):
    """What is usually made ready; OWN is named by the person."""

    RIDE_HOME = "ride_home"
    CLEARED_DAY = "cleared_day"
    LIGHT_MEAL = "light_meal"
    EYE_MASK = "eye_mask"
    MUSIC = "music"
    SOMEONE_THERE = "someone_there"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class PreparationItem:
    """One line of the checklist; `note` holds the person's own words beside it."""

    kind: PreparationKind
    name: str = ""
    """The person's own name for it (kind OWN)."""
    done: bool = False
    note: str = ""


USUAL_PREPARATION = tuple(
    PreparationItem(kind) for kind in PreparationKind if kind is not PreparationKind.OWN
)


class Aid(StrEnum):
    """How someone lay, and what helped."""

    LYING = "lying"
    EYE_MASK = "eye_mask"
    BLANKET = "blanket"
    DIM_LIGHT = "dim_light"
    SITTING = "sitting"


class SessionMode(StrEnum):
    """Whether there was talk."""

    SILENT = "silent_inward"
    TALK = "talk_during"
    MIXED = "mixed"


THEMES = (
    "calm", "release_or_tears", "lightness_or_floating", "outside_the_body", "time_stretched", "images", "memories",
    "presence_of_someone", "insight_about_self", "closeness_or_love", "vastness", "emptiness", "fear",
    "losing_control", "body_sensations", "playfulness", "sorrow", "forgiveness", "music_carried_me",
    "little_happened", "cannot_remember",
)  # fmt: skip


class Welcome(StrEnum):
    """How a theme was met."""

    WELCOME = "welcome"
    UNWELCOME = "unwelcome"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme of the experience, 1 to 3 strong; never added up into a score."""

    code: str
    strength: int
    welcome: Welcome | None = None


class VitalTime(StrEnum):
    """When vital signs were taken."""

    BEFORE = "before"
    HIGHEST = "highest"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class VitalSigns:
    """Vital signs as someone was told them: words, shown as they were typed, never judged or coloured."""

    when: VitalTime
    pressure: str = ""
    pulse: str = ""
    oxygen: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was told."""
        return not (self.pressure.strip() or self.pulse.strip() or self.oxygen.strip())
