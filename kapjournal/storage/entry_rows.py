"""The stores of those entries whose own fields are one row: sessions and events build on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, Table, bindparam, delete, insert, select

from kapjournal.domain.entry import Entry
from kapjournal.domain.kinds import Kind
from kapjournal.storage import entries
from kapjournal.storage.engine import Transaction
from kapjournal.storage.rows import RowShape
from kapjournal.storage.search import Words
from kapjournal.storage.tables import entry

E = TypeVar("E", bound=Entry)


class EntryRowStore(Generic[E]):
    """Records of one kind: the common row, and one row of a table of their own."""

    def __init__(
        self,
        kind: Kind,
        record_type: type[E],
        table: Table[Any],
        describe: Callable[[E], tuple[str, Words]],
    ) -> None:
        """`describe` gives the sub-kind and the words of a record."""
        self.record_type = record_type
        self._kind = kind
        self._describe = describe
        self._shape = RowShape(record_type, tuple(column.name for column in table.columns))
        own = [column.label(f"own_{column.name}") for column in table.columns]
        id_column = table.columns["entry_id"]
        self._select: Select[Any] = select(entry, *own).join_from(entry, table, id_column == entry.c.id)
        self._by_id = self._select.where(entry.c.id == bindparam("id"))
        self._insert = insert(table)
        self._delete = delete(table).where(id_column == bindparam("id"))
        self._update = table.update().where(id_column == bindparam("old_id"))

    def next_id(self, tx: Transaction) -> int:
        """An id that was never used."""
        return entries.next_entry_id(tx)

    def read(self, tx: Transaction, id: int) -> E | None:  # noqa: A002
        """Read one."""
        found = self.records(tx, tx.execute(self._by_id, {"id": id}).all())
        return found[0] if found else None

    def write(self, tx: Transaction, record: E, id: int) -> None:  # noqa: A002
        """Write one, whole."""
        detail, words = self._describe(record)
        row = self._shape.to_row(record)
        entries.write_entry(tx, self._kind, record, id, detail, words)
        if not tx.execute(self._update, {**row, "old_id": id}).rowcount:
            tx.execute(self._insert, {**row, "entry_id": id})

    def remove(self, tx: Transaction, id: int) -> None:  # noqa: A002
        """Take one out."""
        tx.execute(self._delete, {"id": id})
        entries.remove_entry(tx, id)

    def asking(self, *conditions: ColumnElement[bool]) -> Select[Any]:
        """Return the statement for those that are not in the trash and fit, in order of time.

        To be made once: making it costs more than running it.
        """
        not_in_trash = (entry.c.kind == self._kind.value, entry.c.trashed.is_(None))
        return self._select.where(*not_in_trash, *conditions).order_by(entry.c.place)

    def find(self, tx: Transaction, asked: Select[Any], **values: object) -> tuple[E, ...]:
        """Read what is asked for, with the values of its parameters."""
        return self.records(tx, tx.execute(asked, values).all())

    def records(self, tx: Transaction, rows: Sequence[Any]) -> tuple[E, ...]:
        """Make the records of rows with the columns of both tables."""
        tags = entries.tags_of(tx, [row.id for row in rows])
        return tuple(
            self._shape.from_row(
                {
                    key.removeprefix("own_"): value
                    for key, value in row._asdict().items()
                    if key[:4] == "own_"
                },
                **entries.common_fields(row, tags.get(row.id, ())),
                **self.other_fields(row),
            )
            for row in rows
        )

    def other_fields(self, row: Any) -> dict[str, Any]:  # noqa: ARG002
        """What else a record takes from its row."""
        return {}
