"""What every store of records offers to the history: read one, write one, remove one."""

from __future__ import annotations

from typing import Protocol, TypeVar

from kapjournal.storage.direct import run
from kapjournal.storage.engine import Transaction

R = TypeVar("R")


class Store(Protocol[R]):
    """The records of one kind, by id."""

    record_type: type[R]

    def next_id(self, tx: Transaction) -> int:
        """An id that was never used."""
        ...

    def read(self, tx: Transaction, id: int) -> R | None:  # noqa: A002
        """The record, in the trash or not; None where there is none."""
        ...

    def write(self, tx: Transaction, record: R, id: int) -> None:  # noqa: A002
        """Put the record there, whole, in the place of what was there."""
        ...

    def remove(self, tx: Transaction, id: int) -> None:  # noqa: A002
        """Take the record out, with all its words."""
        ...


def next_id(tx: Transaction, table: str) -> int:
    """Return an id that no record of a table ever had."""
    row = run(tx, "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return 1 if row is None else int(row[0]) + 1
