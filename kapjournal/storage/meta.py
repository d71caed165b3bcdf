"""What a journal knows of itself: its name, how often it was saved, where its second folder is, what is half given."""

from __future__ import annotations

from typing import Any

from kapjournal.storage.direct import run
from kapjournal.storage.engine import Database, Transaction

SECOND_FOLDER = "second_folder"
SECOND_LAST_COPY = "second_last_copy"
SAVES = "saves"
_TAKE_OUT = "DELETE FROM meta WHERE key = ?"
_NOTE = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"


def read(driver: Any, key: str) -> str | None:
    """Read one value; None where there is none."""
    if driver.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone() is None:
        return None
    row = driver.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def saves(driver: Any) -> int:
    """Return how often the journal was changed."""
    return int(read(driver, SAVES) or 0)


def note(database: Database, key: str, value: str | None) -> None:
    """Keep a value, which is no change of the journal; None takes it out."""
    with database.alone() as driver:
        put(driver, key, value)


def put(driver: Any, key: str, value: str | None) -> None:
    """Keep a value through the driver's own connection."""
    if value is None:
        driver.execute(_TAKE_OUT, (key,))
    else:
        driver.execute(_NOTE, (key, value))


def write(tx: Transaction, key: str, value: str | None) -> None:
    """Keep a value within a transaction; None takes it out."""
    if value is None:
        run(tx, _TAKE_OUT, (key,))
    else:
        run(tx, _NOTE, (key, value))
