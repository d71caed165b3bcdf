"""Proving that a journal is whole: every page, the structure, the search, the links, every record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from kapjournal.domain.kinds import Kind
from kapjournal.errors import CancelledError, KapjournalError
from kapjournal.storage.engine import Database, Transaction
from kapjournal.storage.progress import Progress, Telling

_SEARCH = "fts5"
"""What SQLite names in a complaint about the search."""
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"
_AT_ONCE = 500
_OWN_TABLES = {
    Kind.CHECK_IN: "check_in",
    Kind.REFLECTION: "reflection",
    Kind.FRAGMENT: "fragment",
    Kind.KAP_SESSION: "kap_session",
    Kind.EVENT: "event",
    Kind.SCALE: "scale_form",
}
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
    progress: Progress | None = None,
) -> Verification:
    """Check everything. `progress` hears a share of 1 and answers whether to go on.

    Raises CancelledError.
    """
    tell = Telling(progress)
    tell(0.0)
    seals = _rows(database, "PRAGMA cipher_integrity_check", tell)
    tell(_ENTRIES / 4)
    # The check of the structure asks the search, too, whether its words are those that were written.
    complaints = _rows(database, "PRAGMA integrity_check", tell)
    of_search = [row for row in complaints or () if _SEARCH in str(row[0]).lower()]
    structure = complaints is not None and [row for row in complaints if row not in of_search] in (
        [],
        [("ok",)],
    )
    search_index = complaints is not None and not of_search
    tell(3 * _ENTRIES / 4)
    foreign_keys = _rows(database, "PRAGMA foreign_key_check", tell) == []
    tell(_ENTRIES)
    entries, readable = _read_all(database, tell)
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


def _rows(database: Database, sql: str, tell: Telling) -> list[tuple[Any, ...]] | None:
    try:
        with database.alone() as driver, tell.inside(driver):
            return [tuple(row) for row in driver.execute(sql).fetchall()]
    except CancelledError:
        raise
    except (KapjournalError, DBAPIError, dbapi2.Error):
        return None


def _read_all(database: Database, tell: Telling) -> tuple[int, bool]:
    """Read every row of every table once, and each entry's place, day and own row."""
    try:
        with database.reading() as tx, tell.inside(database.driver):
            entries = tx.exec_driver_sql("SELECT kind, place, trashed, local, day FROM entry").all()
            words = {row[0] for row in tx.exec_driver_sql("SELECT rowid FROM search")}
            whole = all(_sound(words, *entry) for entry in entries) and _none_is_bare(tx)
            names = [str(row[0]) for row in tx.exec_driver_sql(_TABLES)]
            for number, name in enumerate(names):
                tell(_ENTRIES + (1 - _ENTRIES) * number / len(names))
                cursor = tx.exec_driver_sql(f'SELECT * FROM "{name}"')  # noqa: S608  (our own tables)
                while cursor.fetchmany(_AT_ONCE):
                    pass
    except CancelledError:
        raise
    except (KapjournalError, DBAPIError, dbapi2.Error):
        return 0, False
    return len(entries), whole


def _sound(words: set[int], kind: str, place: int, trashed: str | None, local: str, day: int) -> bool:
    try:
        date.fromordinal(day)
        datetime.fromisoformat(local)
        own_table = Kind(kind) in _OWN_TABLES
    except (ValueError, TypeError, OverflowError):
        return False
    return own_table and (place if trashed is None else -place) in words


def _none_is_bare(tx: Transaction) -> bool:
    """Whether each entry has its row in the table of its kind."""
    for kind, table in _OWN_TABLES.items():
        found = tx.exec_driver_sql(
            f"SELECT 1 FROM entry WHERE kind = ? AND id NOT IN (SELECT entry_id FROM {table}) LIMIT 1",  # noqa: S608
            (kind.value,),
        ).first()
        if found is not None:
            return False
    return True
