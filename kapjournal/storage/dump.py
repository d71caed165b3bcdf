"""Everything in a journal as plain rows, in an order that follows from the content alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kapjournal.domain.kinds import Kind
from kapjournal.storage import snapshots
from kapjournal.storage.engine import Transaction
from kapjournal.storage.store import Store

_HOUSEKEEPING = {"meta", "step", "version", "fragment_draft"}
"""How a journal is kept, not what is kept in it: the history of changes belongs to the journal itself."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table in the order of its key."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def entry_count(tx: Transaction) -> int:
    """How many entries `entries` gives."""
    return int(tx.exec_driver_sql("SELECT count(*) FROM entry").scalar() or 0)


def entries(tx: Transaction, stores: Mapping[Kind, Store[Any]]) -> Iterator[dict[str, Any]]:
    """Every entry as a plain record with its kind, in order of time, those in the trash too."""
    for id_, kind in tx.exec_driver_sql("SELECT id, kind FROM entry ORDER BY place, id").all():
        record = stores[Kind(kind)].read(tx, id_)
        yield {"entry": kind, **json.loads(snapshots.encode(record))}


def tables(tx: Transaction) -> tuple[Table, ...]:
    """Every table that is no part of the entries; of those that are, the ones with files in them."""
    names = [
        str(name)
        for (name,) in tx.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' "
            "AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
        if name not in _HOUSEKEEPING
    ]
    parts = _parts_of_entries(tx, names)
    return tuple(_table(tx, name) for name in names if name not in parts or _holds_files(tx, name))


def _parts_of_entries(tx: Transaction, names: list[str]) -> set[str]:
    """The tables whose key points at an entry, or at such a table."""
    parts = {"entry"}
    while True:
        more = {name for name in names if name not in parts and _points_at(tx, name, parts)}
        if not more:
            return parts
        parts |= more


def _points_at(tx: Transaction, name: str, targets: set[str]) -> bool:
    keys = {row[1] for row in tx.exec_driver_sql(f'PRAGMA table_info("{name}")') if row[5]}
    links = tx.exec_driver_sql(f'PRAGMA foreign_key_list("{name}")').all()
    return any(link[2] in targets and link[3] in keys for link in links)


def _holds_files(tx: Transaction, name: str) -> bool:
    return any(row[2] == "BLOB" for row in tx.exec_driver_sql(f'PRAGMA table_info("{name}")'))


def _table(tx: Transaction, name: str) -> Table:
    columns = tx.exec_driver_sql(f'PRAGMA table_info("{name}")').all()
    keys = sorted((row[5], row[1]) for row in columns if row[5])
    order = ", ".join(f'"{key}"' for _, key in keys) or "rowid"
    rows = tx.exec_driver_sql(f'SELECT * FROM "{name}" ORDER BY {order}').all()  # noqa: S608  (our own tables)
    return Table(name, tuple(row[1] for row in columns), tuple(tuple(row) for row in rows))
