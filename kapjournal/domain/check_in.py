"""A check-in: how someone is at a moment. Only what was given is there; nothing absent is zero."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kapjournal.domain import measure
from kapjournal.domain.entry import Entry
from kapjournal.domain.measure import MeasureValue


class CheckInType(StrEnum):
    """Ordinary ones make the day's value; those around a dose do not (clinical reference 1.6, 6.0)."""

    ORDINARY = "ordinary"
    PRE_SESSION = "pre_session"
    POST_SESSION = "post_session"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Entry):
    """One check-in."""

    type: CheckInType = CheckInType.ORDINARY
    values: tuple[MeasureValue, ...] = ()
    feelings: tuple[str, ...] = ()
    """Words of the palette, by their English id, in the order chosen."""
    note: str = ""

    def value(self, key: str) -> float | None:
        """The value of a measure, or None where it was not set."""
        return next((v.value for v in self.values if v.measure == key), None)

    @property
    def mood(self) -> float | None:
        """Mood, 0 to 10."""
        return self.value(measure.MOOD)

    @property
    def distress(self) -> float | None:
        """Distress, 0 to 10."""
        return self.value(measure.DISTRESS)

    def with_value(self, key: str, value: float | None) -> tuple[MeasureValue, ...]:
        """The values with one of them set, or taken out by None."""
        others = tuple(v for v in self.values if v.measure != key)
        return others if value is None else (*others, MeasureValue(key, value))
