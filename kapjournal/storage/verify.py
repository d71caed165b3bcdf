"""Proving that a journal is whole: every page, the structure, the search, the links, every record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from kapjournal.domain.kinds import Kind
from kapjournal.errors import CancelledError, KapjournalError
from kapjournal.storage.engine import Database
from kapjournal.storage.store import Store

_CHECK_SEARCH = "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"
_ENTRIES = 0.4
"""The part of the whole that the four checks before the entries take, about."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was proved, and what was not."""

    entries: int
    pages: bool
    """Every page carries its author's seal."""
    structure: bool
    search_index: bool
    foreign_keys: bool
    rows_readable: bool
    unused_pages: int = 0
    """Pages without content whose seal does not fit: a power cut leaves such; nothing is lost by them."""

    @property
    def healthy(self) -> bool:
        """Whether everything was proved."""
        return not self.problems

    @property
    def problems(self) -> tuple[str, ...]:
        """The codes of what failed."""
        failed = {
            "pages": self.pages,
            "structure": self.structure,
            "search_index": self.search_index,
            "foreign_keys": self.foreign_keys,
            "rows_readable": self.rows_readable,
        }
        return tuple(code for code, fine in failed.items() if not fine)


def prove(
    database: Database,
    stores: Mapping[Kind, Store[Any]],
    progress: Callable[[float], bool] | None = None,
) -> Verification:
    """Check everything. `progress` hears a share of 1 and answers whether to go on.

    Raises CancelledError.
    """

    def tell(done: float) -> None:
        if progress is not None and not progress(done):
            raise CancelledError

    tell(0.0)
    seals = _rows(database, "PRAGMA cipher_integrity_check")
    tell(_ENTRIES / 4)
    structure = _rows(database, "PRAGMA integrity_check") == [("ok",)]
    if not structure:
        database.reopen()
    tell(_ENTRIES / 2)
    # The check of the search is written as an insertion, which a journal that is only read refuses.
    search_index = database.read_only or _rows(database, _CHECK_SEARCH) == []
    tell(3 * _ENTRIES / 4)
    foreign_keys = _rows(database, "PRAGMA foreign_key_check") == []
    tell(_ENTRIES)
    entries, readable = _read_all(database, stores, tell)
    whole = structure and search_index and readable
    tell(1.0)
    return Verification(
        entries=entries,
        # Where all content reads back, a page that fails is an unused one (security reference 4.4).
        pages=seals == [] or (seals is not None and whole),
        structure=structure,
        search_index=search_index,
        foreign_keys=foreign_keys,
        rows_readable=readable,
        unused_pages=len(seals) if seals and whole else 0,
    )


def _rows(database: Database, sql: str) -> list[tuple[Any, ...]] | None:
    try:
        with database.alone() as driver:
            return [tuple(row) for row in driver.execute(sql).fetchall()]
    except (KapjournalError, DBAPIError, dbapi2.Error):
        return None


def _read_all(
    database: Database, stores: Mapping[Kind, Store[Any]], tell: Callable[[float], None]
) -> tuple[int, bool]:
    try:
        with database.reading() as tx:
            ids = tx.exec_driver_sql("SELECT id, kind, place, trashed FROM entry").all()
            words = {row[0] for row in tx.exec_driver_sql("SELECT rowid FROM search").all()}
    except KapjournalError:
        return 0, False
    readable = True
    for number, (id_, kind, place, trashed) in enumerate(ids):
        if number % 200 == 0:
            tell(_ENTRIES + (1 - _ENTRIES) * number / len(ids))
        readable &= _reads(database, stores, kind, id_) and (place if trashed is None else -place) in words
    return len(ids), readable


def _reads(database: Database, stores: Mapping[Kind, Store[Any]], kind: str, id: int) -> bool:  # noqa: A002
    try:
        with database.reading() as tx:
            return stores[Kind(kind)].read(tx, id) is not None
    except (KapjournalError, DBAPIError, dbapi2.Error, ValueError, KeyError, TypeError):
        return False
