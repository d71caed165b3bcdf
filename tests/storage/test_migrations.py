"""Schema steps: whole or not at all, with a verified copy before; every stored journal opens."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.errors import NewerJournalError
from kapjournal.journal import Journal
from kapjournal.storage import copies, migrations
from kapjournal.storage.engine import Database, connect
from kapjournal.storage.migrations import SchemaStep

KEY = bytes(range(32))
DATA = Path(__file__).parent.parent / "data"
ONE = SchemaStep(1, "CREATE TABLE word (text TEXT);\nINSERT INTO word VALUES ('kept; whole');\n")
TWO = SchemaStep(
    2, "-- more of it\nALTER TABLE word ADD COLUMN length INTEGER;\nUPDATE word SET length = 1;\n"
)
BROKEN = SchemaStep(3, "CREATE TABLE half (x);\nINSERT INTO no_such_table VALUES (1);\n")


@pytest.fixture
def database(tmp_path: Path) -> Database:
    path = tmp_path / "journal.db"
    os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
    return Database(path, KEY, new=True)


def test_steps_are_taken_in_order_and_once(database: Database) -> None:
    asked: list[int] = []
    migrations.migrate(database, [ONE], asked.append)
    migrations.migrate(database, [ONE, TWO], asked.append)
    migrations.migrate(database, [ONE, TWO], asked.append)
    assert asked == [0, 1]
    assert migrations.schema_of(database) == 2
    with database.reading() as tx:
        assert tx.exec_driver_sql("SELECT * FROM word").all() == [("kept; whole", 1)]
    database.close()


def test_a_broken_step_leaves_the_one_before(database: Database) -> None:
    with pytest.raises(Exception, match=r"no_such_table|no such table"):
        migrations.migrate(database, [ONE, TWO, BROKEN])
    assert migrations.schema_of(database) == 2
    with database.reading() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'half'").scalar() == 0
    database.close()


def test_a_journal_ahead_is_refused(database: Database) -> None:
    migrations.migrate(database, [ONE, TWO])
    with pytest.raises(NewerJournalError):
        migrations.migrate(database, [ONE])
    database.close()


def test_the_copy_holds_what_was_there(database: Database, tmp_path: Path) -> None:
    migrations.migrate(database, [ONE])
    (tmp_path / "keyslots.json").write_text("{}")
    now = datetime(2026, 10, 23, 9, 42, tzinfo=UTC)
    first = copies.before_migration(database, KEY, tmp_path, 1, now)
    second = copies.before_migration(database, KEY, tmp_path, 1, now)
    assert first.name == "20261023T094200Z-before-schema-2"
    assert second != first
    assert sorted(p.name for p in first.iterdir()) == ["journal.db", "keyslots.backup.json", "keyslots.json"]
    assert all(p.stat().st_mode & 0o777 == 0o600 for p in first.iterdir())
    copy = connect(first / "journal.db", KEY)
    assert copy.execute("SELECT text FROM word").fetchall() == [("kept; whole",)]
    copy.close()
    database.close()


def test_a_copy_that_cannot_be_made_leaves_nothing_half(database: Database, tmp_path: Path) -> None:
    migrations.migrate(database, [ONE])
    with pytest.raises(FileNotFoundError):
        copies.before_migration(database, KEY, tmp_path, 1, datetime(2026, 10, 23, tzinfo=UTC))
    assert list((tmp_path / "backups").iterdir()) == []
    database.close()


def test_the_released_steps_lead_to_the_schema_that_is_known() -> None:
    assert [step.schema for step in migrations.released()] == list(range(1, migrations.KNOWN + 1))


@pytest.mark.parametrize("schema", range(1, migrations.KNOWN + 1))
def test_a_journal_of_every_schema_opens(schema: int, tmp_path: Path, clock: FixedClock) -> None:
    folder = Path(shutil.copytree(DATA / f"schema-{schema}", tmp_path / "journal"))
    journal = Journal.unlock(folder, "kept for later versions", clock)
    assert journal.verify().healthy
    check_in = journal.check_ins.of_day(date(2026, 10, 20))[0]
    assert check_in.note == "Walked to the river"
    assert check_in.mood == 6.0
    assert check_in.tags == ("sleep", "outdoors")
    (session,) = journal.kap_sessions.all(journal.courses.all()[0].id)
    assert session.intention == "Stay with what comes"
    (about,) = journal.reflections.of_session(session.id)
    assert about.text == "It was wide and still."
    assert [version.text for version in journal.reflections.versions(about.id)] == ["It was wide."]
    assert about.fragment_ids == tuple(f.id for f in journal.fragments.of_session(session.id))
    assert journal.measures.get("own-1").name == "Hope"
    assert [item.id for item in journal.timeline.page(TimelineFilter(text="riv")).items] == [check_in.id]
    assert journal.undo() is not None
    journal.close()
