"""A verified copy of the database beside it, made before anything that rewrites it."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kapjournal.errors import DiskFullError, JournalDamagedError
from kapjournal.storage import key_slots
from kapjournal.storage.atomic import TEMPORARY, replace, write_atomically
from kapjournal.storage.engine import Database, connect
from kapjournal.storage.folder import BACKUPS


def before_migration(database: Database, key: bytes, folder: Path, schema: int, now: datetime) -> Path:
    """Copy database and key slots into a folder of backups; return that folder.

    Raises DiskFullError, JournalDamagedError (the copy does not hold what the journal holds).
    """
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = folder / BACKUPS / f"{stamp}-before-schema-{schema + 1}"
    number = 1
    while target.exists():
        number += 1
        target = target.with_name(f"{stamp}-before-schema-{schema + 1}-{number}")
    try:
        target.mkdir(mode=0o700, parents=True)
        copy_verified(database, key, target / "journal.db")
        for name in (key_slots.NAME, key_slots.MIRROR):
            write_atomically(target / name, (folder / key_slots.NAME).read_bytes())
    except BaseException:
        for path in (*target.glob("*"), target):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise
    return target


def copy_verified(database: Database, key: bytes, target: Path) -> None:
    """Write a compact copy under the same key, and prove that it holds the same rows."""
    unfinished = target.with_name(target.name + TEMPORARY + "copy")
    try:
        with database.alone() as driver:
            driver.execute("VACUUM INTO ?", (str(unfinished),))
            wanted = _contents(driver)
        unfinished.chmod(0o600)
        copy = connect(unfinished, key)
        try:
            checks = [row[0] for row in copy.execute("PRAGMA quick_check").fetchall()]
            if checks != ["ok"] or copy.execute("PRAGMA cipher_integrity_check").fetchall():
                raise JournalDamagedError("copy")
            if _contents(copy) != wanted:
                raise JournalDamagedError("copy")
        finally:
            copy.close()
        replace(unfinished, target)
    except OSError as error:
        raise DiskFullError from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
            Path(f"{unfinished}-journal").unlink(missing_ok=True)


def _contents(driver: Any) -> list[tuple[str, int]]:
    """Count the rows of every table of ours."""
    names = driver.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    counts = ((str(name), driver.execute(f'SELECT count(*) FROM "{name}"')) for (name,) in names)  # noqa: S608  (our own tables)
    return sorted((name, int(cursor.fetchone()[0])) for name, cursor in counts)
