"""Which row of which source an entry came from, so that a second import adds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from kapjournal.storage.direct import run_many
from kapjournal.storage.engine import Transaction
from kapjournal.storage.tables import entry, import_source

_AT_ONCE = 5_000


def known(tx: Transaction, source_keys: Iterable[str]) -> frozenset[str]:
    """Say which sources have an entry that is still there, in the trash or not."""
    wanted = sorted(set(source_keys))
    found: set[str] = set()
    for begin in range(0, len(wanted), _AT_ONCE):
        statement = (
            select(import_source.c.source_key)
            .join(entry, entry.c.id == import_source.c.entry_id)
            .where(import_source.c.source_key.in_(wanted[begin : begin + _AT_ONCE]))
        )
        found.update(tx.execute(statement).scalars())
    return frozenset(found)


def keep(tx: Transaction, entry_ids: Mapping[str, int]) -> None:
    """Note where entries came from."""
    run_many(
        tx,
        "INSERT OR REPLACE INTO import_source (source_key, entry_id) VALUES (?, ?)",
        list(entry_ids.items()),
    )
