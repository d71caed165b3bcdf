"""The one connection: its settings, its key, and what it refuses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kapjournal.errors import FolderNotWritableError, JournalDamagedError
from kapjournal.storage import engine
from kapjournal.storage.engine import Database, connect

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "journal.db"
    os.close(os.open(file, os.O_CREAT | os.O_EXCL, 0o600))
    connection = connect(file, KEY)
    connection.execute("CREATE TABLE word (text TEXT)")
    connection.execute("INSERT INTO word VALUES ('heliotrope')")
    connection.close()
    return file


def test_every_setting_is_heeded(path: Path) -> None:
    connection = connect(path, KEY)
    found = {name: str(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name, _, _ in engine.PRAGMAS}
    assert found == {
        "journal_mode": "truncate",
        "synchronous": "2",
        "temp_store": "2",
        "secure_delete": "1",
        "foreign_keys": "1",
        "cache_size": "-65536",
        "trusted_schema": "0",
        "busy_timeout": "5000",
    }
    assert connection.execute("PRAGMA cipher_version").fetchone()[0].startswith("4.")
    assert connection.execute("PRAGMA cipher_memory_security").fetchone()[0] == "1"
    connection.close()


def test_a_setting_that_is_not_heeded_is_a_fault(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PRAGMAS", (*engine.PRAGMAS, ("no_such_setting", "1", "1")))
    with pytest.raises(RuntimeError):
        connect(path, KEY)


def test_another_key_reads_nothing_and_writes_nothing_to_the_terminal(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(JournalDamagedError):
        connect(path, bytes(32))
    assert capfd.readouterr() == ("", "")


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritableError):
        connect(tmp_path / "none.db", KEY)
    assert not (tmp_path / "none.db").exists()


def test_an_empty_file_is_damage(tmp_path: Path) -> None:
    (tmp_path / "journal.db").touch()
    with pytest.raises(JournalDamagedError):
        Database(tmp_path / "journal.db", KEY)


def test_an_error_never_carries_values(path: Path) -> None:
    database = Database(path, KEY)
    with pytest.raises(Exception, match="no column named") as caught:
        database.change(
            lambda tx: tx.exec_driver_sql("INSERT INTO word (nowhere) VALUES (?)", ("heliotrope",))
        )
    assert "heliotrope" not in str(caught.value)
    database.close()


def test_a_failed_change_leaves_nothing_and_the_next_one_works(path: Path) -> None:
    database = Database(path, KEY)

    def half(tx: engine.Transaction) -> None:
        tx.exec_driver_sql("CREATE TABLE half (x)")
        tx.exec_driver_sql("INSERT INTO word VALUES ('half')")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.change(half)
    database.change(lambda tx: tx.exec_driver_sql("INSERT INTO word VALUES ('whole')"))
    with database.reading() as tx:
        assert tx.exec_driver_sql("SELECT text FROM word").scalars().all() == ["heliotrope", "whole"]
        assert tx.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'half'").scalar() == 0
    database.close()
