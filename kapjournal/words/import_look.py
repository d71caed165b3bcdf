"""What is said in the look before an import: what a row lacks, grouped; and how days and scales are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from kapjournal.domain.importing import RefusedRow
from kapjournal.words.language import _
from kapjournal.words.numbers import number

_SHOWN = datetime(2026, 10, 23, 19, 42)  # noqa: DTZ001  # an example to show a format with


@dataclass(frozen=True, slots=True)
class RefusedGroup:
    """Rows that stay out for one reason, with no other refusal between: their lines, how the first begins, and why."""

    first: int
    last: int
    count: int
    text: str
    why: str

    @property
    def lines(self) -> str:
        """'88', '203, 204', '251 to 255', or '3 of 251 to 255' where others between them come in."""
        if self.count == 1:
            return str(self.first)
        if self.count == 2:
            return _("{first}, {last}").format(first=self.first, last=self.last)
        text = (
            _("{first} to {last}") if self.count > self.last - self.first else _("{n} of {first} to {last}")
        )
        return text.format(n=number(self.count), first=self.first, last=self.last)


def refused_groups(rows: Iterable[RefusedRow]) -> Iterator[RefusedGroup]:
    """The rows in their order, those that follow each other with one reason together."""
    now: RefusedGroup | None = None
    for row in rows:
        why = refusal_reason(row)
        if now is not None and now.why == why:
            now = replace(now, last=row.line, count=now.count + 1)
            continue
        if now is not None:
            yield now
        now = RefusedGroup(row.line, row.line, 1, row.text, why)
    if now is not None:
        yield now


def refusal_reason(row: RefusedRow) -> str:
    """Why a row stays out: 'No day stands in “date”.'."""
    text = {
        "number_of_cells": _("It has {value} cells, unlike the first line."),
        "no_date": _("No day stands in “{column}”."),
        "not_a_date": _("“{value}” is not a day of the calendar in the form of the others."),
        "far_away": _("“{value}” is a day too far away."),
        "no_time": _("No time stands in “{column}”."),
        "not_a_time": _("“{value}” is not a time in the form of the others."),
        "not_a_number": _("“{value}” in “{column}” is not a number."),
        "outside_scale": _("“{value}” in “{column}” is outside of its scale."),
        "nothing_to_keep": _("It holds nothing to keep."),
        "filtered": _("The mapping leaves it out, by “{column}”."),
        "too_long": _("With “{column}” it becomes longer than an entry may be."),
        "too_many_tags": _("“{column}” gives it {value} tags, more than an entry has."),
    }.get(row.reason, row.reason)
    return text.format(column=row.column, value=row.value)


def format_words(form: str) -> str:
    """How a day or a time is written, by an example: '23.10.2026'."""
    return _SHOWN.strftime(form)


def refused_list(rows: Iterable[RefusedRow]) -> str:
    """All of them as a text, a line each."""
    text = _("Line {line}: {why}   {text}")
    lines = (text.format(line=row.line, why=refusal_reason(row), text=row.text) for row in rows)
    return "\n".join(lines) + "\n"
