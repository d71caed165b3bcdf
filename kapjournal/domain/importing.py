"""What an import brings, and how it accounts for every row."""

from __future__ import annotations

from dataclasses import dataclass

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.measure import Measure
from kapjournal.domain.reflection import Reflection

Importable = CheckIn | Event | KapSession | Reflection


@dataclass(frozen=True, slots=True)
class ImportedEntry:
    """An entry made from a row; `source_key` is the same for the same row of the same source, whenever it is read.

    A row may make more than one entry (a check-in and an event): the row counts once, by its first.
    """

    source_key: str
    row: int
    entry: Importable


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that could not be used: its line in the file, the column, and a reason code of words/."""

    line: int
    column: str
    reason: str
    value: str = ""
    """What stood there, at most 40 characters; shown to the person, never logged."""
    text: str = ""
    """The beginning of the row as it stands in the file; shown to the person, never logged."""


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """A file that was read whole: every row is in `entries` or in `refused`."""

    rows: int
    entries: tuple[ImportedEntry, ...]
    refused: tuple[RefusedRow, ...]
    measures: tuple[Measure, ...] = ()
    """Own measures that the mapping defines; added where the journal lacks them."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Rows in = added + already_there + refused."""

    rows: int
    added: int
    already_there: int
    refused: tuple[RefusedRow, ...]
    entries_made: int
