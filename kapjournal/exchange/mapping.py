"""What a mapping says: how a foreign table's columns become entries of a journal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from kapjournal.domain.event import EventKind
from kapjournal.domain.kap_session import Medicine, Route, SessionKind, SessionStatus
from kapjournal.domain.measure import Measure
from kapjournal.domain.moment import DAY_ENDS

NOTHING: Mapping[str, str] = MappingProxyType({})
NO_NUMBERS: Mapping[str, float] = MappingProxyType({})


class DayRule(StrEnum):
    """Which journal day a row belongs to."""

    AS_WRITTEN = "as_written"
    """The date in the row, whatever the clock says."""
    BY_CLOCK = "by_clock"
    """The day before, where the time is earlier than the end of the day."""


class Once(StrEnum):
    """How often a value that stands in every row is taken."""

    EACH_ROW = "each_row"
    EACH_DAY = "each_day"


class Made(StrEnum):
    """When a row makes an event or a session."""

    ON_VALUE = "value"
    ON_CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """How the text of the table is written."""

    delimiter: str = ","
    quote: str = '"'
    encoding: str = "utf-8"
    header: bool = True
    missing: frozenset[str] = frozenset()
    decimal: str = "."


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Where the moment of a row stands; `zone` None is the zone where the person is."""

    date: str
    date_format: str = "%Y-%m-%d"
    time: str = ""
    time_format: str = "%H:%M"
    zone: ZoneInfo | None = None
    day: DayRule = DayRule.BY_CLOCK
    day_ends: dt.time = DAY_ENDS
    date_has_time: bool = False
    time_optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the table; an optional one may be absent from the file."""

    column: str
    place: str
    """Where the mapping names it."""
    optional: bool = False
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueColumn(Column):
    """A column that becomes a measure's value, from its own scale onto the measure's."""

    measure: Measure
    low: float
    high: float
    reversed: bool = False
    numbers: Mapping[str, float] = field(default_factory=lambda: NO_NUMBERS)
    """Words that stand for numbers of the column's scale."""
    once: Once = Once.EACH_ROW

    def onto_measure(self, value: float) -> float:
        """The value on the measure's scale, with its fraction."""
        share = (value - self.low) / (self.high - self.low)
        share = 1 - share if self.reversed else share
        return round(self.measure.low + share * (self.measure.high - self.measure.low), 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class TagColumn(Column):
    """A column that becomes tags: as it stands, split, or by a list of words (then only those in the list)."""

    separator: str = ""
    words: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteColumn(Column):
    """A column that becomes the note, or a part of it after a label."""

    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventColumn(Column):
    """A column that makes an event; whatever it holds, an amount too, is text on the event."""

    kind: EventKind
    text: str
    """With {now} and, on a change, {before}."""
    made: Made = Made.ON_CHANGE
    first_text: str = ""
    """The text for the first value, before anything changed; '' makes no event of it."""
    words: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionColumn(Column):
    """A column whose listed values make a session."""

    equals: frozenset[str]
    kind: SessionKind
    status: SessionStatus = SessionStatus.HELD
    route: Route | None = None
    medicine: Medicine | None = None
    dose_column: str = ""
    intention_column: str = ""
    notes_column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFilter(Column):
    """Rows that are wanted, or left out, by what a column holds."""

    equals: frozenset[str]
    wanted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvMapping:
    """A whole mapping; `source` names where such files come from and is part of each row's key."""

    path: Path | None
    """Its file; None where it is drawn up on the screen or the program's own."""
    source: str
    form: TableForm
    when: When
    values: tuple[ValueColumn, ...] = ()
    tags: tuple[TagColumn, ...] = ()
    notes: tuple[NoteColumn, ...] = ()
    events: tuple[EventColumn, ...] = ()
    sessions: tuple[SessionColumn, ...] = ()
    filters: tuple[RowFilter, ...] = ()
    measures: tuple[Measure, ...] = ()
    """Own measures that the mapping defines."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column that becomes something."""
        return (*self.values, *self.tags, *self.notes, *self.events, *self.sessions, *self.filters)
