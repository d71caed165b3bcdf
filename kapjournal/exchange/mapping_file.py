"""The mapping file: TOML, checked key by key before a single row is read."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from string import Formatter
from typing import TypedDict
from zoneinfo import ZoneInfo

from kapjournal import bounded_toml
from kapjournal.bounded_file import read_file
from kapjournal.domain.event import EventKind
from kapjournal.domain.kap_session import Medicine, Route, SessionKind, SessionStatus
from kapjournal.domain.measure import BUILT_IN, Direction, Measure
from kapjournal.errors import NotThatKindOfFileError, WrongByteError
from kapjournal.exchange.mapping import (
    CsvMapping,
    DayRule,
    EventColumn,
    Made,
    NoteColumn,
    Once,
    RowFilter,
    SessionColumn,
    TableForm,
    TagColumn,
    ValueColumn,
    When,
)
from kapjournal.exchange.strict_table import StrictTable
from kapjournal.paths import resource

MOST_BYTES = 1024 * 1024
MOST_PLACES = 10
"""So often a text of an event may be filled in: each may take a whole cell."""
PLAIN = "mappings/plain.toml"
"""The mapping of a table whose columns carry this program's own names."""
ENCODINGS = (
    "utf-8", "utf-16", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "iso-8859-1", "iso-8859-2",
    "iso-8859-15", "koi8-r", "mac-roman", "shift_jis", "euc-jp", "euc-kr", "big5", "gb18030",
)  # fmt: skip
_TOP = ("file", "when", "measure", "value", "tag", "note", "event", "session", "only", "leave_out")
_COLUMN = ("column", "optional", "missing")
_OWN_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TOML_LINE = re.compile(r"at line (\d+)")
_TRIED = datetime(2012, 11, 23, 17, 45, 6, tzinfo=UTC)


def plain_mapping() -> CsvMapping:
    """The mapping that is used where none is named."""
    return replace(read_mapping(resource(PLAIN)), path=None)


def read_mapping(path: Path) -> CsvMapping:
    """Read and check a mapping file.

    Raises FileMissingError, FileTooLargeError, NotThatKindOfFileError (it is not TOML; with the line) or
    MappingError (a key or value does not fit; with its place).
    """
    raw = _toml(path)
    top = StrictTable(path, "", raw, _TOP)
    file = top.table("file", ("source", "delimiter", "quote", "encoding", "header", "missing", "decimal"))
    own = _own_measures(top)
    mapping = CsvMapping(
        path=path,
        source=file.text("source"),
        form=_form(file),
        when=_when(top),
        measures=own,
        values=_values(top, {**BUILT_IN, **{m.key: m for m in own}}),
        tags=_tags(top),
        notes=_notes(top),
        events=_events(top),
        sessions=_sessions(top),
        filters=(*_filters(top, "only", wanted=True), *_filters(top, "leave_out", wanted=False)),
    )
    if not (mapping.values or mapping.tags or mapping.notes or mapping.events or mapping.sessions):
        raise top.fault("value", "nothing_mapped")
    return mapping


def _toml(path: Path) -> dict[str, object]:
    data = read_file(path, MOST_BYTES)
    try:
        return bounded_toml.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise WrongByteError(path, "mapping", data.count(b"\n", 0, error.start) + 1) from None
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        raise NotThatKindOfFileError(path, "mapping", int(found[1]) if found else None) from None


def _form(file: StrictTable) -> TableForm:
    encoding = file.text("encoding", "utf-8").lower()
    if encoding not in ENCODINGS:
        raise file.fault("encoding", "unknown_encoding")
    delimiter, quote = file.text("delimiter", ","), file.text("quote", '"')
    for key, sign in (("delimiter", delimiter), ("quote", quote)):
        if len(sign) != 1 or sign in "\r\n\0":
            raise file.fault(key, "not_one_sign")
    if delimiter == quote:
        raise file.fault("quote", "same_sign")
    decimal = file.text("decimal", ".")
    if decimal not in {".", ","}:
        raise file.fault("decimal", "unknown_word")
    return TableForm(
        delimiter=delimiter,
        quote=quote,
        encoding=encoding,
        header=file.flag("header", default=True),
        missing=frozenset(file.texts("missing", ())),
        decimal=decimal,
    )


def _when(top: StrictTable) -> When:
    known = ("date", "date_format", "time", "time_format", "time_optional", "zone", "day", "day_ends")
    table = top.table("when", known)
    date_format = table.text("date_format", "%Y-%m-%d")
    time_format = table.text("time_format", "%H:%M")
    dated = _tried(table, "date_format", date_format)
    if dated.date() != _TRIED.date():
        raise table.fault("date_format", "not_a_date_format")
    if "time" in table and _tried(table, "time_format", time_format).hour != _TRIED.hour:
        raise table.fault("time_format", "not_a_time_format")
    has_time = dated.hour == _TRIED.hour
    if has_time and "time" in table:
        raise table.fault("time", "time_twice")
    return When(
        date=table.text("date"),
        date_format=date_format,
        time=table.text("time", ""),
        time_format=time_format,
        time_optional=table.flag("time_optional", default=False),
        zone=_zone(table),
        day=table.word("day", DayRule, DayRule.BY_CLOCK),
        day_ends=_day_ends(table),
        date_has_time=has_time,
    )


def _tried(table: StrictTable, key: str, form: str) -> datetime:
    try:
        return datetime.strptime(_TRIED.strftime(form), form)  # noqa: DTZ007  # the format decides about an offset
    except (ValueError, re.error):
        raise table.fault(key, "not_a_format") from None


def _zone(table: StrictTable) -> ZoneInfo | None:
    if "zone" not in table:
        return None
    try:
        return ZoneInfo(table.text("zone"))
    except (KeyError, ValueError, OSError):
        raise table.fault("zone", "unknown_zone") from None


def _day_ends(table: StrictTable) -> time:
    try:
        ends = time.fromisoformat(table.text("day_ends", "03:00"))
    except ValueError:
        raise table.fault("day_ends", "not_a_time") from None
    if ends.tzinfo is not None or ends >= time(12):
        raise table.fault("day_ends", "not_a_time")
    return ends


def _own_measures(top: StrictTable) -> tuple[Measure, ...]:
    known = ("key", "name", "low", "high", "step", "direction", "low_word", "high_word", "ask")
    measures: dict[str, Measure] = {}
    for table in top.tables("measure", known):
        key = table.text("key")
        if not _OWN_KEY.fullmatch(key):
            raise table.fault("key", "not_a_key")
        if key in BUILT_IN or key in measures:
            raise table.fault("key", "taken_twice")
        low, high, step = table.number("low", 0.0), table.number("high", 10.0), table.number("step", 1.0)
        if not low < high:
            raise table.fault("high", "not_a_scale")
        if not 0 < step <= high - low:
            raise table.fault("step", "not_a_step")
        measures[key] = Measure(
            key=key,
            name=table.text("name"),
            low=low,
            high=high,
            step=step,
            direction=table.word("direction", Direction, Direction.NEITHER),
            low_word=table.text("low_word", ""),
            high_word=table.text("high_word", ""),
            in_use=table.flag("ask", default=False),
            position=len(BUILT_IN) + len(measures),
        )
    return tuple(measures.values())


class _Common(TypedDict):
    """What every kind of column says."""

    column: str
    place: str
    optional: bool
    missing: frozenset[str]


def _common(table: StrictTable) -> _Common:
    return {
        "column": table.text("column"),
        "place": f"{table.place}.column",
        "optional": table.flag("optional", default=False),
        "missing": frozenset(table.texts("missing", ())),
    }


def _values(top: StrictTable, measures: dict[str, Measure]) -> tuple[ValueColumn, ...]:
    columns: dict[str, ValueColumn] = {}
    for table in top.tables("value", (*_COLUMN, "measure", "low", "high", "reversed", "numbers", "once")):
        key = table.text("measure")
        if key not in measures:
            raise table.fault("measure", "unknown_measure")
        if key in columns:
            raise table.fault("measure", "taken_twice")
        measure = measures[key]
        low, high = table.number("low", measure.low), table.number("high", measure.high)
        if not low < high:
            raise table.fault("high", "not_a_scale")
        numbers = table.numbers("numbers")
        if not all(low <= number <= high for number in numbers.values()):
            raise table.fault("numbers", "outside_scale")
        columns[key] = ValueColumn(
            **_common(table),
            measure=measure,
            low=low,
            high=high,
            reversed=table.flag("reversed", default=False),
            numbers=numbers,
            once=table.word("once", Once, Once.EACH_ROW),
        )
    return tuple(columns.values())


def _tags(top: StrictTable) -> tuple[TagColumn, ...]:
    return tuple(
        TagColumn(
            **_common(table),
            separator=table.text("separator", ""),
            words=table.words("words"),
        )
        for table in top.tables("tag", (*_COLUMN, "separator", "words"))
    )


def _notes(top: StrictTable) -> tuple[NoteColumn, ...]:
    return tuple(
        NoteColumn(
            **_common(table),
            label=table.text("label", ""),
        )
        for table in top.tables("note", (*_COLUMN, "label"))
    )


def _events(top: StrictTable) -> tuple[EventColumn, ...]:
    columns = []
    for table in top.tables("event", (*_COLUMN, "kind", "text", "on", "first_text", "words")):
        made = table.word("on", Made, Made.ON_CHANGE)
        _check_places(table, "text", {"now", "before"} if made is Made.ON_CHANGE else {"now"})
        if "first_text" in table:
            _check_places(table, "first_text", {"now"})
        columns.append(
            EventColumn(
                **_common(table),
                kind=table.word("kind", EventKind),
                text=table.text("text"),
                made=made,
                first_text=table.text("first_text", ""),
                words=table.words("words"),
            )
        )
    return tuple(columns)


def _check_places(table: StrictTable, key: str, known: set[str]) -> None:
    try:
        parts = tuple(Formatter().parse(table.text(key)))
    except ValueError:
        raise table.fault(key, "unknown_place") from None
    if sum(name is not None for _text, name, _form, _conversion in parts) > MOST_PLACES:
        raise table.fault(key, "too_many_places")
    for _text, name, form, conversion in parts:
        if name is not None and (name not in known or form or conversion):
            raise table.fault(key, "unknown_place")


def _sessions(top: StrictTable) -> tuple[SessionColumn, ...]:
    known = (*_COLUMN, "equals", "kind", "status", "route", "medicine")
    texts = ("dose_column", "intention_column", "notes_column")
    return tuple(
        SessionColumn(
            **_common(table),
            equals=_equals(table),
            kind=table.word("kind", SessionKind),
            status=table.word("status", SessionStatus, SessionStatus.HELD),
            route=table.word("route", Route) if "route" in table else None,
            medicine=table.word("medicine", Medicine) if "medicine" in table else None,
            dose_column=table.text("dose_column", ""),
            intention_column=table.text("intention_column", ""),
            notes_column=table.text("notes_column", ""),
        )
        for table in top.tables("session", (*known, *texts))
    )


def _filters(top: StrictTable, key: str, *, wanted: bool) -> tuple[RowFilter, ...]:
    return tuple(
        RowFilter(
            column=table.text("column"),
            place=f"{table.place}.column",
            optional=table.flag("optional", default=False),
            equals=_equals(table),
            wanted=wanted,
        )
        for table in top.tables(key, ("column", "optional", "equals"))
    )


def _equals(table: StrictTable) -> frozenset[str]:
    equals = table.texts("equals")
    if not equals:
        raise table.fault("equals", "empty")
    return frozenset(equals)
