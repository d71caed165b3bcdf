"""What a chart of check-ins is about: the measure's axis, and what else stands on its days."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from kapjournal.domain.measure import BUILT_IN
from kapjournal.words.language import _
from kapjournal.words.numbers import number

NOON = 0.5


class GridValue(NamedTuple):
    """A value that has a hairline, and its word if it has one."""

    value: float
    word: str = ""


class MeasureAxis(NamedTuple):
    """A measure as it stands on the value axis: always the full scale, never cut."""

    name: str
    """'Mood', in the person's language."""
    key: str
    """The measure's key; 'mood' is drawn in its own ramp, others in their series colour."""
    grid: tuple[GridValue, ...]
    """From low to high: the first and the last are the ends of the scale."""
    unit: str = ""
    """A word after the number, 'h'; '' for a plain scale."""

    @property
    def word(self) -> str:
        """Its name within a sentence: 'mood'; a name that the person gave stays as it was written."""
        return self.name.lower() if self.key in BUILT_IN else self.name

    @property
    def low(self) -> float:
        """The lowest value there can be."""
        return self.grid[0].value

    def label(self, value: float) -> str:
        """Return a value as it stands at its hairline: '10', '8 h'."""
        text = number(value, 1)
        return _("{value} {unit}").format(value=text, unit=self.unit) if self.unit else text

    @property
    def high(self) -> float:
        """The highest value there can be."""
        return self.grid[-1].value


class SessionMark(NamedTuple):
    """A dosing session on a chart."""

    day: date
    number: int
    planned: bool = False


class EventMark(NamedTuple):
    """An event in life or medicine, so that ketamine gets neither credit nor blame for it."""

    day: date
    text: str


class Beside(NamedTuple):
    """What stands on the same days as the check-ins."""

    sessions: tuple[SessionMark, ...] = ()
    events: tuple[EventMark, ...] = ()
    now: datetime | None = None
    """Where the line of today stands; None draws none."""

    def between(self, start: float, end: float) -> Beside:
        """Return what stands between two times (ordinals of days plus a part of a day)."""
        return self._replace(
            sessions=tuple(m for m in self.sessions if start <= m.day.toordinal() + NOON <= end),
            events=tuple(e for e in self.events if start <= e.day.toordinal() + NOON <= end),
        )
