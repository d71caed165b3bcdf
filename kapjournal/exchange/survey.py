"""A first look at a table: how it is written, what its columns are called and what stands in them."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kapjournal.bounded_file import open_file
from kapjournal.errors import FileMissingError
from kapjournal.exchange.csv_rows import Progress, check_file, clean, open_table
from kapjournal.exchange.mapping import TableForm

MOST_VALUES = 200
"""So many different values of a column are looked at."""
_DELIMITERS = (",", ";", "\t", "|")
_AT_ONCE = 1 << 20
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Survey:
    """What a table is; `values` are the different values of each column and how often each stands there."""

    path: Path
    form: TableForm
    columns: tuple[str, ...]
    """Those whose name stands there once; a name that stands twice says nothing."""
    values: Mapping[str, Counter[str]]


def survey(path: Path, progress: Progress | None = None) -> Survey:
    """Look a whole table over.

    Raises FileMissingError, FileTooLargeError, TooManyRowsError, NotThatKindOfFileError (with the line) or
    CancelledError.
    """
    check_file(path)
    form = _form(path)
    with open_table(path, form, progress) as table:
        often = Counter(table.columns)
        places = [(place, name) for place, name in enumerate(table.columns) if name and often[name] == 1]
        values: dict[str, Counter[str]] = {name: Counter() for _place, name in places}
        for row in table.rows(progress):
            for place, name in places:
                cell = clean(row.cells[place]).strip() if place < len(row.cells) else ""
                seen = values[name]
                if cell and len(cell) <= _LONGEST and (cell in seen or len(seen) < MOST_VALUES):
                    seen[cell] += 1
    return Survey(path, form, tuple(name for _place, name in places), values)


def _form(path: Path) -> TableForm:
    encoding = _encoding(path)
    try:
        with path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, errors="replace") as file:
            first = file.readline(1 << 16)
    except (OSError, UnicodeError):
        raise FileMissingError(path) from None
    counts = {sign: _cells(first, sign) for sign in _DELIMITERS}
    delimiter = max(_DELIMITERS, key=lambda sign: counts[sign])
    return TableForm(delimiter=delimiter, encoding=encoding, decimal="," if delimiter == ";" else ".")


def _cells(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter), []))
    except csv.Error:
        return 0


def _encoding(path: Path) -> str:
    """UTF-8 where all of it is; UTF-16 where its mark says so; else what older Windows programs write."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with open_file(path) as file:
            part = file.read(_AT_ONCE)
            if part.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return "utf-16"
            while part:
                decoder.decode(part)
                part = file.read(_AT_ONCE)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    except OSError:
        raise FileMissingError(path) from None
    return "utf-8"
