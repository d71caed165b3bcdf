"""The table behind a chart: the same facts in rows, for reading, copying and a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


def _no_day(_row: int) -> date | None:
    return None


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """Names of columns, and rows whose cells are made when asked for; what is not there is ''."""

    heads: tuple[str, ...]
    count: int
    cell: Callable[[int, int], str]
    rests_on: str = ""
    """What the rows are: '40 of 46 days, newest first'."""
    day: Callable[[int], date | None] = _no_day
    """The day that a row is about, if it can be opened."""
    quiet: frozenset[int] = frozenset()
    """Columns in secondary ink."""
    short_heads: Mapping[int, str] = field(default_factory=dict)
    """Shorter names of columns for the eye, where the one before says the rest."""

    def as_text(self) -> str:
        """Return the whole table, columns parted by tabs."""
        rows = (
            "\t".join(self.cell(row, column) for column in range(len(self.heads)))
            for row in range(self.count)
        )
        return "\n".join(("\t".join(self.heads), *rows))


def table_of(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    rests_on: str = "",
    days: Sequence[date | None] = (),
    quiet: frozenset[int] = frozenset(),
) -> Table:
    """Return a table from finished cells."""
    return Table(
        tuple(heads),
        len(rows),
        lambda row, column: rows[row][column],
        rests_on,
        (lambda row: days[row]) if days else _no_day,
        quiet,
    )
