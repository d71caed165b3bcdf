"""Columns as a read gives them, from short rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from kapjournal.domain.columns import ValueColumns

Row = tuple[int, int, float, int, int]
"""Day, minute, value, ordinary, added later."""


def columns(rows: Iterable[Row]) -> ValueColumns:
    """Rows as columns, in the order given."""
    listed = list(rows)
    return ValueColumns(
        array("q", range(len(listed))),
        *(array(code, [row[place] for row in listed]) for place, code in enumerate("lldbb")),
    )
