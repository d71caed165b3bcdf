"""Single cells: as a text, a number, a moment; a cell that does not fit says why by a code."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from kapjournal.domain.measure import MeasureValue, SourceValue
from kapjournal.domain.moment import FIRST_YEAR, LAST_YEAR, Moment, journal_day
from kapjournal.exchange.csv_rows import clean
from kapjournal.exchange.mapping import Column, DayRule, TableForm, ValueColumn, When

_NUMBER = re.compile(r"[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)")
_LONGEST_NUMBER = 40


class Refusal(StrEnum):
    """Why a row stays out; the words for these codes stand in words/imports.py."""

    CELLS = "number_of_cells"
    NO_DATE = "no_date"
    NOT_A_DATE = "not_a_date"
    FAR_AWAY = "far_away"
    NO_TIME = "no_time"
    NOT_A_TIME = "not_a_time"
    NOT_A_NUMBER = "not_a_number"
    OUTSIDE_SCALE = "outside_scale"
    NOTHING = "nothing_to_keep"
    FILTERED = "filtered"
    TOO_LONG = "too_long"
    TOO_MANY_TAGS = "too_many_tags"


@dataclass
class CellError(Exception):
    """A cell that keeps its row out."""

    column: str
    reason: Refusal
    value: str = ""


class Cells:
    """The cells of one row by the names of their columns."""

    def __init__(self, form: TableForm, places: Mapping[str, int], cells: Sequence[str]) -> None:
        self._form = form
        self._places = places
        self._cells = cells

    def text(self, column: str, missing: frozenset[str] = frozenset()) -> str:
        """The text of a cell, cleaned; '' where the column is absent or holds a mark for a missing value."""
        place = self._places.get(column) if column else None
        if place is None:
            return ""
        text = clean(self._cells[place]).strip()
        return "" if text in self._form.missing or text in missing else text

    def of(self, column: Column) -> str:
        """The text of a mapped column."""
        return self.text(column.column, column.missing)

    def value(self, column: ValueColumn) -> MeasureValue | None:
        """The measure's value with its source, or None where the cell holds nothing. Raises CellError."""
        text = self.of(column)
        if not text:
            return None
        number = column.numbers.get(text)
        if number is None:
            number = self._number(column.column, text)
        if not column.low <= number <= column.high:
            raise CellError(column.column, Refusal.OUTSIDE_SCALE, text)
        source = SourceValue(number, column.low, column.high)
        return MeasureValue(column.measure.key, column.onto_measure(number), source)

    def _number(self, column: str, text: str) -> float:
        plain = text.replace("−", "-")
        if self._form.decimal == ",":
            plain = plain.replace(".", "x").replace(",", ".")
        if len(plain) > _LONGEST_NUMBER or not _NUMBER.fullmatch(plain):
            raise CellError(column, Refusal.NOT_A_NUMBER, text)
        return float(plain)

    def moment(self, when: When, here: tzinfo) -> Moment:
        """The moment of the row. Raises CellError."""
        date = self._parsed(when.date, when.date_format, Refusal.NO_DATE, Refusal.NOT_A_DATE)
        if not FIRST_YEAR <= date.year <= LAST_YEAR:
            raise CellError(when.date, Refusal.FAR_AWAY, self.text(when.date))
        has_time = when.date_has_time
        if when.time and (self.text(when.time) or not when.time_optional):
            clock = self._parsed(when.time, when.time_format, Refusal.NO_TIME, Refusal.NOT_A_TIME)
            date = datetime.combine(
                date.date(), clock.timetz() if clock.tzinfo else clock.time(), date.tzinfo
            )
            has_time = True
        return _moment(date.replace(microsecond=0), when, here, has_time=has_time)

    def _parsed(self, column: str, form: str, absent: Refusal, unfit: Refusal) -> datetime:
        text = self.text(column)
        if not text:
            raise CellError(column, absent)
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007  # the format decides about an offset
        except (ValueError, OverflowError):
            raise CellError(column, unfit, text) from None


def _moment(local: datetime, when: When, here: tzinfo, *, has_time: bool) -> Moment:
    zone = when.zone if when.zone is not None else here
    naive = local.replace(tzinfo=None)
    in_zone = naive.replace(tzinfo=zone).utcoffset() or timedelta()
    offset = local.utcoffset()
    name = str(getattr(zone, "key", "") or "")
    if offset is None:
        offset = in_zone
    elif offset != in_zone:
        name = ""
    by_clock = has_time and when.day is DayRule.BY_CLOCK
    day = journal_day(naive, when.day_ends) if by_clock else naive.date()
    return Moment(naive, round(offset.total_seconds() / 60), name, day, has_time)
