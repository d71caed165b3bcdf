"""The stores of records without a moment, one row each: courses, measures, the person, marks of prompts, shares."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from sqlalchemy import Select, Table, bindparam, delete, insert, select

from kapjournal.storage.engine import Transaction
from kapjournal.storage.rows import RowShape
from kapjournal.storage.store import next_id

R = TypeVar("R")


class RecordRowStore(Generic[R]):
    """Records of one kind, by id."""

    def __init__(self, record_type: type[R], table: Table[Any]) -> None:
        self.record_type = record_type
        self._name = table.name
        self._shape = RowShape(record_type, tuple(column.name for column in table.columns))
        id_column = table.columns["id"]
        self._select: Select[Any] = select(table)
        self._by_id = self._select.where(id_column == bindparam("id"))
        self._insert = insert(table)
        self._update = table.update().where(id_column == bindparam("old_id"))
        self._delete = delete(table).where(id_column == bindparam("id"))

    def next_id(self, tx: Transaction) -> int:
        """An id that was never used."""
        return next_id(tx, self._name)

    def read(self, tx: Transaction, id: int) -> R | None:  # noqa: A002
        """Read one."""
        row = tx.execute(self._by_id, {"id": id}).mappings().first()
        return None if row is None else self._shape.from_row(row)

    def write(self, tx: Transaction, record: R, id: int) -> None:  # noqa: A002
        """Write one, whole."""
        row = {**self._shape.to_row(record), "id": id}
        if not tx.execute(self._update, {**row, "old_id": id}).rowcount:
            tx.execute(self._insert, row)

    def remove(self, tx: Transaction, id: int) -> None:  # noqa: A002
        """Take one out."""
        tx.execute(self._delete, {"id": id})

    def records(self, tx: Transaction, statement: Select[Any]) -> tuple[R, ...]:
        """Read those that a statement built on the whole table finds."""
        return tuple(self._shape.from_row(row) for row in tx.execute(statement).mappings())
