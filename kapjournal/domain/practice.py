"""A practice: a small act that grew from an insight, with its rhythm in words and the days on which it was kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kapjournal.domain.entry import NEW


class PracticeKind(StrEnum):
    """What it is; each has its icon."""

    JOURNALING = "journaling"
    MEDITATION = "meditation"
    BREATHING = "breathing"
    MOVEMENT = "movement"
    NATURE = "nature"
    ART = "art"
    MUSIC = "music"
    CONTACT = "contact"
    THERAPY_HOMEWORK = "therapy_homework"
    REST = "rest"
    OTHER = "other"


class Rhythm(StrEnum):
    """How often, in words; it is a wish and never a target."""

    DAILY = "daily"
    SOME_DAYS = "some_days"
    WHEN_NEEDED = "when_needed"
    ONCE = "once"


class PracticeState(StrEnum):
    """Where it stands."""

    IN_PRACTICE = "in_practice"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Spell:
    """Days on which it was meant to be done, both included; `last` is None while it goes on."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One practice; pausing closes a spell, going on opens another, so that days between are never missing."""

    id: int = NEW
    name: str
    kind: PracticeKind = PracticeKind.OTHER
    rhythm: Rhythm = Rhythm.SOME_DAYS
    spells: tuple[Spell, ...] = ()
    """In order of time, without overlap."""
    ended: bool = False
    kap_session_id: int | None = None
    """The session that it grew from."""
    reflection_id: int | None = None
    """The reflection that it grew from."""
    question: str = ""
    """The prompt that it grew from, as it was asked."""

    @property
    def state(self) -> PracticeState:
        """Whether it goes on."""
        if self.ended:
            return PracticeState.ENDED
        going_on = bool(self.spells) and self.spells[-1].last is None
        return PracticeState.IN_PRACTICE if going_on else PracticeState.PAUSED

    @property
    def began(self) -> date | None:
        """Its first day."""
        return self.spells[0].first if self.spells else None

    def meant_for(self, day: date) -> bool:
        """Whether it was to be done about that day: begun, and neither paused nor ended."""
        return any(spell.holds(day) for spell in self.spells)


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeDay:
    """What a person noted of a practice on a journal day; a tick taken away is a day not kept."""

    id: int = NEW
    practice_id: int
    day: date
    kept: bool = True
    minutes: int | None = None
    helped: int | None = None
    """0 not at all to 4 very much, if the person said."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """One day of a practice: kept, or not; days on which it was not meant to be done have no dot."""

    day: date
    kept: bool


def dots(practice: Practice, kept: Collection[date], first: date, last: date) -> tuple[Dot, ...]:
    """The days between two (both included) that have a dot: those of its spells, and any other that was kept."""
    days = (first + timedelta(days=at) for at in range((last - first).days + 1))
    return tuple(Dot(day, day in kept) for day in days if practice.meant_for(day) or day in kept)


def shown_dots(practice: Practice, kept: Collection[date], first: date, last: date) -> tuple[Dot, ...]:
    """What stands beside a practice: its days, or one dot alone for what is done once."""
    if practice.rhythm is Rhythm.ONCE:
        return (Dot(max(kept, default=last), bool(kept)),)
    return dots(practice, kept, first, last)


def is_over(practice: Practice, kept: Collection[date]) -> bool:
    """Whether it ended, or was to be done once and was."""
    return practice.state is PracticeState.ENDED or (practice.rhythm is Rhythm.ONCE and bool(kept))


def kept_of(shown: Collection[Dot]) -> tuple[int, int]:
    """How many days were kept, of how many."""
    return sum(dot.kept for dot in shown), len(shown)


def paused(spells: tuple[Spell, ...], today: date) -> tuple[Spell, ...]:
    """The spells of a practice that stops today: yesterday was its last day, unless it began today."""
    if not spells or spells[-1].last is not None:
        return spells
    return (*spells[:-1], Spell(spells[-1].first, max(spells[-1].first, today - timedelta(days=1))))


def revived(spells: tuple[Spell, ...], today: date) -> tuple[Spell, ...]:
    """The spells of a practice that goes on from today; a pause of no day is none."""
    if spells and (spells[-1].last is None or spells[-1].last >= today - timedelta(days=1)):
        return (*spells[:-1], Spell(spells[-1].first))
    return (*spells, Spell(today))
