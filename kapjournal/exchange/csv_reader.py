"""A CSV file through a mapping: every row becomes entries, or is refused with its line and reason."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from datetime import date, tzinfo
from pathlib import Path

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event
from kapjournal.domain.importing import Importable, ImportBatch, ImportedEntry, RefusedRow
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.measure import MeasureValue
from kapjournal.domain.moment import Moment
from kapjournal.errors import KapjournalError, MappingError, NoKnownColumnsError, TableColumnError
from kapjournal.exchange.cells import CellError, Cells, Refusal
from kapjournal.exchange.csv_rows import KIND, MOST_IN_CELL, CsvRow, CsvTable, Progress, clean, open_table
from kapjournal.exchange.mapping import Column, CsvMapping, EventColumn, Made, Once, SessionColumn

_LONGEST_SHOWN = 40
_LONGEST_TAG = 80
MOST_LETTERS = 2 * MOST_IN_CELL
"""So long is what one entry tells in words: a note, an event, a session."""
MOST_TAGS = 200
MOST_ROOM = 1_500_000_000
"""What all rows may become together, about as bytes of memory: each entry, value, tag and letter takes some."""
_ENTRY, _VALUE, _TAG = 1_000, 250, 150


def read_csv(path: Path, mapping: CsvMapping, here: tzinfo, progress: Progress | None = None) -> ImportBatch:
    """Read a whole file; `here` is the zone of rows whose mapping names none.

    Raises FileMissingError, FileTooLargeError, NotThatKindOfFileError (with the line), MappingError (a column
    that the mapping names is not in the file, or what it makes takes too much room; TableColumnError where it has no
    file) or CancelledError. A row that does not fit raises nothing: it is among the refused.
    """
    with open_table(path, mapping.form, progress) as table:
        reading = _Reading(path, mapping, table, here)
        for row in table.rows(progress):
            reading.take(row)
    return reading.batch()


class _Reading:
    """What has been read so far, and what the next row depends on."""

    def __init__(self, path: Path, mapping: CsvMapping, table: CsvTable, here: tzinfo) -> None:
        self._path = path
        self._mapping = mapping
        self._here = here
        self._room = MOST_ROOM
        self._places = _places(path, mapping, table.columns)
        self._width = len(table.columns)
        self._rows = 0
        self._entries: list[ImportedEntry] = []
        self._refused: list[RefusedRow] = []
        self._seen: Counter[bytes] = Counter()
        self._taken_on: dict[str, date] = {}
        self._last: dict[int, str] = {}

    def batch(self) -> ImportBatch:
        """The whole file."""
        used = {column.measure.key for column in self._mapping.values if column.column in self._places}
        measures = tuple(m for m in self._mapping.measures if m.key in used)
        return ImportBatch(self._rows, tuple(self._entries), tuple(self._refused), measures)

    def take(self, row: CsvRow) -> None:
        """One more row."""
        self._rows += 1
        content = json.dumps([self._mapping.source, list(row.cells)]).encode()
        digest = hashlib.sha256(content).digest()
        self._seen[digest] += 1
        try:
            made = self._made(row.cells)
        except CellError as error:
            shown = error.value[:_LONGEST_SHOWN]
            text = " ".join(clean(self._mapping.form.delimiter.join(row.cells))[: 2 * _LONGEST_SHOWN].split())
            self._refused.append(RefusedRow(row.line, error.column, error.reason.value, shown, text))
            return
        for part, entry in made:
            self._room -= _room_of(entry)
            if self._room < 0:
                raise _fault(self._path, self._mapping, self._source_of(entry), "too_much")
            key = hashlib.sha256(digest + f"|{self._seen[digest]}|{part}".encode()).hexdigest()
            self._entries.append(ImportedEntry(key, row.number, entry))

    def _made(self, row: Sequence[str]) -> Sequence[tuple[str, Importable]]:
        """The entries of a row with the name of each part; what later rows depend on is kept only if it stays."""
        if len(row) != self._width:
            raise CellError("", Refusal.CELLS, str(len(row)))
        cells = Cells(self._mapping.form, self._places, row)
        self._filter(cells)
        moment = cells.moment(self._mapping.when, self._here)
        made: list[tuple[str, Importable]] = []
        values = self._values(cells, moment)
        tags, note = self._tags(cells), self._note(cells)
        if values or tags or note:
            made.append(("check_in", CheckIn(moment=moment, values=values, tags=tags, note=note)))
        for number, session in enumerate(self._mapping.sessions):
            if cells.of(session) in session.equals:
                made.append((f"session:{number}:{session.column}", _session(cells, session, moment)))
        for number, event in enumerate(self._mapping.events):
            text = self._event_text(cells, number, event)
            if len(text) > MOST_LETTERS:
                raise CellError(event.column, Refusal.TOO_LONG)
            if text:
                made.append(
                    (f"event:{number}:{event.column}", Event(moment=moment, kind=event.kind, text=text))
                )
        if not made:
            raise CellError("", Refusal.NOTHING)
        self._remember(cells, values, moment.day)
        return made

    def _source_of(self, entry: Importable) -> Column:
        """The column of which such entries are made, or one of them."""
        if isinstance(entry, Event):
            return self._mapping.events[0]
        if isinstance(entry, KapSession):
            return self._mapping.sessions[0]
        columns = (*self._mapping.notes, *self._mapping.values, *self._mapping.tags)
        return next(column for column in columns if column.column in self._places)

    def _filter(self, cells: Cells) -> None:
        for rule in self._mapping.filters:
            text = cells.text(rule.column)
            if (text in rule.equals) is not rule.wanted:
                raise CellError(rule.column, Refusal.FILTERED, text)

    def _values(self, cells: Cells, moment: Moment) -> tuple[MeasureValue, ...]:
        values = []
        for column in self._mapping.values:
            known = column.once is Once.EACH_DAY and self._taken_on.get(column.measure.key) == moment.day
            value = cells.value(column)
            if value is not None and not known:
                values.append(value)
        return tuple(values)

    def _tags(self, cells: Cells) -> tuple[str, ...]:
        tags: dict[str, None] = {}
        for column in self._mapping.tags:
            text = cells.of(column)
            for part in text.split(column.separator) if column.separator else (text,):
                tag = " ".join((column.words.get(part.strip(), "") if column.words else part).split())
                if tag:
                    tags[tag[:_LONGEST_TAG]] = None
            if len(tags) > MOST_TAGS:
                raise CellError(column.column, Refusal.TOO_MANY_TAGS, str(len(tags)))
        return tuple(tags)

    def _note(self, cells: Cells) -> str:
        parts, letters = [], 0
        for column in self._mapping.notes:
            text = cells.of(column)
            if text:
                parts.append(f"{column.label}: {text}" if column.label else text)
                letters += len(parts[-1])
            if letters > MOST_LETTERS:
                raise CellError(column.column, Refusal.TOO_LONG)
        return "\n\n".join(parts)

    def _event_text(self, cells: Cells, number: int, event: EventColumn) -> str:
        cell = cells.of(event)
        if not cell:
            return ""
        now = event.words.get(cell, cell)
        if event.made is Made.ON_VALUE:
            return event.text.format(now=now)
        before = self._last.get(number)
        if before is None:
            return event.first_text.format(now=now)
        return event.text.format(now=now, before=event.words.get(before, before)) if before != cell else ""

    def _remember(self, cells: Cells, values: Sequence[MeasureValue], day: date) -> None:
        for value in values:
            self._taken_on[value.measure] = day
        for number, event in enumerate(self._mapping.events):
            cell = cells.of(event)
            if cell:
                self._last[number] = cell


def _session(cells: Cells, column: SessionColumn, moment: Moment) -> KapSession:
    return KapSession(
        moment=moment,
        kind=column.kind,
        status=column.status,
        route=column.route,
        medicine=column.medicine,
        dose_text=cells.text(column.dose_column),
        intention=cells.text(column.intention_column),
        notes=cells.text(column.notes_column),
    )


def _places(path: Path, mapping: CsvMapping, columns: Sequence[str]) -> dict[str, int]:
    """Where each mapped column stands in the file."""
    places: dict[str, int] = {}
    for place, name in enumerate(columns):
        places.setdefault(name, place)
    twice = {name for name, count in Counter(columns).items() if count > 1}
    if mapping.path is None and not places.keys() & {column.column for column in mapping.columns}:
        raise NoKnownColumnsError(path, KIND, 1)
    found = 0
    for column in (*_moment_columns(mapping), *mapping.columns, *_session_columns(mapping)):
        if column.column in twice:
            raise _fault(path, mapping, column, "column_twice")
        if column.column in places:
            found += column in mapping.columns
        elif not column.optional:
            raise _fault(path, mapping, column, "column_missing")
    if not found:
        raise NoKnownColumnsError(path, "csv", 1)
    return places


def _fault(path: Path, mapping: CsvMapping, column: Column, problem: str) -> KapjournalError:
    """What is wrong with a column: of a mapping file, or of a table that is read without one."""
    if mapping.path is None:
        return TableColumnError(path, column.column, problem)
    return MappingError(mapping.path, f"{column.place} = {column.column!r}", problem)


def _room_of(entry: Importable) -> int:
    """About how much memory an entry takes."""
    if isinstance(entry, CheckIn):
        return _ENTRY + _VALUE * len(entry.values) + _TAG * len(entry.tags) + len(entry.note)
    if isinstance(entry, KapSession):
        return _ENTRY + len(entry.dose_text) + len(entry.intention) + len(entry.notes)
    return _ENTRY + len(entry.text)


def _moment_columns(mapping: CsvMapping) -> tuple[Column, ...]:
    when = mapping.when
    date_column = Column(column=when.date, place="when.date")
    if not when.time:
        return (date_column,)
    return (date_column, Column(column=when.time, place="when.time", optional=when.time_optional))


def _session_columns(mapping: CsvMapping) -> tuple[Column, ...]:
    return tuple(
        Column(column=name, place=f"{session.place.rpartition('.')[0]}.{key}")
        for session in mapping.sessions
        for key, name in (
            ("dose_column", session.dose_column),
            ("intention_column", session.intention_column),
            ("notes_column", session.notes_column),
        )
        if name
    )
