"""Proving that a file holds, under a key, exactly the rows that it should."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path
from typing import Any

from kapjournal.errors import JournalDamagedError
from kapjournal.storage.engine import connect
from kapjournal.storage.progress import Telling

_AT_ONCE = 500


def digest_key(key: bytes) -> bytes:
    """The key of the digest: without the journal's own key a digest tells nothing of what it was made from."""
    return hashlib.sha256(b"kapjournal row digest" + key).digest()


def digest(driver: Any, digest_by: bytes, tell: Telling | None = None) -> str:
    """Return a digest of the schema and of every row of every table; the search's own tables follow from them."""
    summed = hmac.new(digest_by, digestmod=hashlib.sha256)
    schema = driver.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    summed.update(repr([tuple(row) for row in schema]).encode())
    summed.update(repr(driver.execute("PRAGMA user_version").fetchone()).encode())
    names = [name for type_, name, _ in schema if type_ == "table" and name != "search"]
    for number, name in enumerate(names):
        if tell is not None:
            tell(number / len(names))
        summed.update(f"\n{name}\n".encode())
        cursor = driver.execute(f'SELECT * FROM "{name}" ORDER BY {_order(driver, name)}')  # noqa: S608  (our own tables)
        while rows := cursor.fetchmany(_AT_ONCE):
            summed.update("\n".join(map(repr, rows)).encode("utf-8", "surrogatepass"))
    return summed.hexdigest()


def _order(driver: Any, table: str) -> str:
    columns = driver.execute(f'PRAGMA table_info("{table}")').fetchall()
    keys = sorted((column[5], column[1]) for column in columns if column[5])
    return ", ".join(f'"{name}"' for _, name in keys) or "1"


def prove_file(
    path: Path,
    key: bytes,
    digest_by: bytes,
    expected: str | None,
    tell: Telling | None = None,
    *,
    search: bool = False,
) -> str:
    """Open a file with its key, check pages, structure, links, and compare its rows; return their digest.

    With `search` the search's words are compared with what they were made from as well.

    Raises JournalDamagedError where anything is not as it should be, CancelledError.
    """
    tell = tell or Telling(None)
    tell(0.0)
    driver = connect(path, key)
    try:
        with tell.inside(driver):
            if driver.execute("PRAGMA cipher_integrity_check").fetchall():
                raise JournalDamagedError("pages")
            tell(0.25)
            if [row[0] for row in driver.execute("PRAGMA quick_check").fetchall()] != ["ok"]:
                raise JournalDamagedError("structure")
            tell(0.5)
            if driver.execute("PRAGMA foreign_key_check").fetchall():
                raise JournalDamagedError("foreign_keys")
            if search:
                driver.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
            found = digest(driver, digest_by, tell.part(0.5, 1.0))
        if expected is not None and not hmac.compare_digest(found, expected):
            raise JournalDamagedError("rows")
    finally:
        driver.close()
    tell(1.0)
    return found
