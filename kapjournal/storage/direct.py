"""Statements straight to the driver, for what runs at every keeping: building them costs more than running."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table

from kapjournal.storage.engine import Transaction


def insert_into(table: Table[Any]) -> str:
    """Return the statement that inserts a row given by its columns' names."""
    names = [column.name for column in table.columns]
    values = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({values})"  # noqa: S608  (names of our tables)


def run(tx: Transaction, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
    """Run one statement in the transaction and return the driver's cursor."""
    return _driver(tx).execute(sql, values)


def run_many(tx: Transaction, sql: str, rows: Sequence[Mapping[str, Any]] | Sequence[Sequence[Any]]) -> None:
    """Run one statement for each row."""
    _driver(tx).executemany(sql, rows)


def _driver(tx: Transaction) -> Any:
    return tx.connection.driver_connection
