"""Schema steps: whole or not at all, with a verified copy before; every stored journal opens."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.backup import BackupReason
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.errors import NewerJournalError
from kapjournal.journal import Journal, restore_new
from kapjournal.storage import backup_file, migrations
from kapjournal.storage.engine import Database
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


def test_a_journal_is_backed_up_before_it_is_brought_on(tmp_path: Path, clock: FixedClock) -> None:
    folder = Path(shutil.copytree(DATA / "schema-1", tmp_path / "journal"))
    Journal.unlock(folder, "kept for later versions", clock).close()
    (backup,) = (folder / "backups").iterdir()
    assert backup_file.read_manifest(backup).schema == 1
    assert backup_file.read_manifest(backup).reason is BackupReason.MIGRATION
    Journal.unlock(folder, "kept for later versions", clock).close()
    assert [backup] == list((folder / "backups").iterdir())


def test_the_released_steps_lead_to_the_schema_that_is_known() -> None:
    assert [step.schema for step in migrations.released()] == list(range(1, migrations.KNOWN + 1))


@pytest.mark.parametrize("schema", range(1, migrations.KNOWN))
def test_a_backup_of_every_older_schema_restores_to_the_same(
    schema: int, tmp_path: Path, clock: FixedClock
) -> None:
    folder = Path(shutil.copytree(DATA / f"schema-{schema}", tmp_path / "journal"))
    journal = Journal.unlock(folder, "kept for later versions", clock)
    journal.export(tmp_path / "first")
    (backup,) = journal.backups.all()
    assert backup_file.read_manifest(backup.path).schema == schema
    journal.close()
    restore_new(backup.path, tmp_path / "again", "kept for later versions", clock)
    restored = Journal.unlock(tmp_path / "again", "kept for later versions", clock)
    restored.export(tmp_path / "second")
    restored.close()
    assert _files(tmp_path / "first") == _files(tmp_path / "second")


def _files(folder: Path) -> dict[str, bytes]:
    found = {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert found
    return found


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
