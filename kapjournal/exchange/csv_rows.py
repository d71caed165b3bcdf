"""The rows of a CSV file, read strictly and within bounds: size, columns, length of a cell, number of rows."""

from __future__ import annotations

import codecs
import csv
import io
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kapjournal.bounded_file import open_file
from kapjournal.errors import (
    AfterQuotationError,
    CancelledError,
    FileMissingError,
    FileTooLargeError,
    NotThatKindOfFileError,
    TooLongRowError,
    TooManyRowsError,
    UnclosedQuotationError,
    WrongByteError,
)
from kapjournal.exchange.mapping import TableForm

KIND = "table"
MOST_BYTES = 64 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
MOST_IN_CELL = 131_072
MOST_IN_ROW = 4 * 1024 * 1024
MOST_LINES = 10 * MOST_ROWS
"""Blank lines, and those within quoted cells, count here."""
_TOLD_EVERY = 500
_AT_ONCE = 1 << 20
_KEPT_CONTROLS = ("\n", "\t")

Progress = Callable[[float], bool]
"""Takes the share that is done; returns False to cancel."""


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row: its number from 1, the line of the file where it begins, and its cells as they stand."""

    number: int
    line: int
    cells: Sequence[str]


class _BoundedLines:
    """The lines of a text, as long as the row that they belong to and their number stay within bounds."""

    def __init__(self, path: Path, text: io.TextIOBase) -> None:
        self._path = path
        self._text = text
        self._lines = 0
        self._room = MOST_IN_ROW

    def begin_row(self) -> None:
        """What comes next belongs to another row."""
        self._room = MOST_IN_ROW

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._room + 1)
        if not line:
            raise StopIteration
        self._room -= len(line)
        if self._room < 0:
            raise csv.Error("the row is too long")
        self._lines += 1
        if self._lines > MOST_LINES:
            raise TooManyRowsError(self._path, MOST_ROWS)
        return line


class CsvTable:
    """An open table: its columns' names, and its rows one after the other."""

    def __init__(self, path: Path, form: TableForm, text: io.TextIOBase, share: Callable[[], float]) -> None:
        self._path = path
        self._encoding = form.encoding
        self._share = share
        # strict: a quotation mark that is never closed is told instead of swallowing the rest of the file.
        self._lines = _BoundedLines(path, text)
        self._reader = csv.reader(self._lines, delimiter=form.delimiter, quotechar=form.quote, strict=True)
        self._numbered = not form.header
        self._first: list[str] | None = None
        self.columns = self._read_columns()

    def _read_columns(self) -> tuple[str, ...]:
        first = self._next()
        while first is not None and not first:
            first = self._next()
        if first is None or len(first) > MOST_COLUMNS or not any(cell.strip() for cell in first):
            raise NotThatKindOfFileError(self._path, KIND, 1)
        if self._numbered:
            self._first = first
            return tuple(str(number) for number in range(1, len(first) + 1))
        return tuple(clean(cell).strip() for cell in first)

    def rows(self, progress: Progress | None = None) -> Iterator[CsvRow]:
        """Every row that is not blank.

        Raises NotThatKindOfFileError with the line, FileTooLargeError, or CancelledError.
        """
        number = 0
        if self._first is not None:
            number = 1
            yield CsvRow(1, 1, self._first)
        while True:
            line = self._reader.line_num + 1
            cells = self._next()
            if cells is None:
                return
            if not cells:
                continue
            number += 1
            if number > MOST_ROWS:
                raise TooManyRowsError(self._path, MOST_ROWS)
            if progress is not None and number % _TOLD_EVERY == 0 and not progress(self._share()):
                raise CancelledError
            yield CsvRow(number, line, cells)

    def _next(self) -> list[str] | None:
        line = self._reader.line_num + 1
        self._lines.begin_row()
        try:
            return next(self._reader, None)
        except csv.Error as error:
            # Where the row begins: a quotation mark that is never closed is found out only at the end of the file.
            raise self._fault(str(error), line) from None
        except UnicodeError:
            raise WrongByteError(
                self._path, KIND, _line_of_wrong_byte(self._path, self._encoding), self._encoding
            ) from None
        except OSError:
            raise FileMissingError(self._path) from None

    def _fault(self, said: str, line: int) -> NotThatKindOfFileError:
        """What the reader says of a row; one that goes on over lines is one whose quotation mark was not closed."""
        if "unexpected end" in said or self._reader.line_num > line:
            return UnclosedQuotationError(self._path, KIND, line)
        if "expected after" in said:
            return AfterQuotationError(self._path, KIND, line)
        return TooLongRowError(self._path, KIND, line)


@contextmanager
def open_table(path: Path, form: TableForm, progress: Progress | None = None) -> Iterator[CsvTable]:
    """Open a table for reading once; a byte order mark is not part of the first column's name.

    Raises FileMissingError, FileTooLargeError, TooManyRowsError, NotThatKindOfFileError or CancelledError.
    """
    check_file(path)
    encoding = "utf-8-sig" if form.encoding == "utf-8" else form.encoding
    try:
        raw = open_file(path)
    except OSError:
        raise FileMissingError(path) from None
    with raw, _field_limit():
        size = os.fstat(raw.fileno()).st_size
        if _has_many_lines(raw):
            _count_rows(path, raw, form, encoding, progress)
        raw.seek(0)
        text = io.TextIOWrapper(raw, encoding=encoding, errors="strict", newline="")
        yield CsvTable(path, form, text, lambda: min(1.0, raw.tell() / max(1, size)))


def check_file(path: Path) -> None:
    """Refuse what is no file to read to its end, before anything is read.

    Raises FileMissingError, FileTooLargeError or NotThatKindOfFileError.
    """
    try:
        status = path.stat()
    except (OSError, ValueError):
        raise FileMissingError(path) from None
    if stat.S_ISDIR(status.st_mode):
        raise FileMissingError(path)
    if not stat.S_ISREG(status.st_mode) or status.st_size == 0:
        raise NotThatKindOfFileError(path, KIND)
    if status.st_size > MOST_BYTES:
        raise FileTooLargeError(path, MOST_BYTES)


def _line_of_wrong_byte(path: Path, encoding: str) -> int:
    """In which line the first byte stands that does not fit: what reads a table has read on by then."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    try:
        with open_file(path) as raw:
            while part := raw.read(_AT_ONCE):
                line += _line_ends(decoder.decode(part))
    except UnicodeDecodeError as error:
        line += _line_ends(error.object[: error.start].decode(encoding, "ignore"))
    except (OSError, UnicodeError):
        pass
    return line


def _line_ends(text: str) -> int:
    return max(text.count("\n"), text.count("\r"))


def _has_many_lines(raw: io.BufferedReader) -> bool:
    lines = 0
    while part := raw.read(_AT_ONCE):
        lines += part.count(b"\n")
    return lines > MOST_ROWS


def _count_rows(
    path: Path, raw: io.BufferedReader, form: TableForm, encoding: str, progress: Progress | None
) -> None:
    """Count the rows and nothing else, so that too many are told at once.

    Raises TooManyRowsError or CancelledError.
    """
    raw.seek(0)
    text = io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="")
    rows = 0
    lines = _BoundedLines(path, text)
    try:
        for cells in csv.reader(lines, delimiter=form.delimiter, quotechar=form.quote):
            lines.begin_row()
            rows += bool(cells)
            if progress is not None and rows % _TOLD_EVERY == 0 and not progress(0.0):
                raise CancelledError
            if rows > MOST_ROWS + form.header:
                raise TooManyRowsError(path, MOST_ROWS)
    except csv.Error:
        pass  # reading says where
    finally:
        text.detach()


@contextmanager
def _field_limit() -> Iterator[None]:
    before = csv.field_size_limit(MOST_IN_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def clean(text: str) -> str:
    """The text without NUL, other control characters and lone surrogates, which no journal can hold."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign in _KEPT_CONTROLS or not _is_unfit(sign))


def _is_unfit(sign: str) -> bool:
    code = ord(sign)
    return code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF or code > sys.maxunicode
