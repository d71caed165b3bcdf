"""Something in life or medicine that stands on the charts beside the sessions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kapjournal.domain.entry import Entry


class EventKind(StrEnum):
    """What kind of event it was."""

    MEDICINE_CHANGE = "medicine_change"
    LIFE_EVENT = "life_event"
    ILLNESS = "illness"
    TRAVEL = "travel"
    SUBSTANCE = "substance"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entry):
    """One event; an amount of medicine is text here, never a number."""

    kind: EventKind
    text: str
