"""A backup opens with another cipher library, from its description alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.journal import Journal, KdfCost

pytest.importorskip("apsw")
SCRIPT = Path(__file__).with_name("open_backup.py")
STATEMENT = "SELECT text FROM reflection UNION ALL SELECT note FROM check_in"


def test_a_backup_opens_by_its_description(tmp_path: Path, clock: FixedClock, cost: KdfCost) -> None:
    from tests.format.open_backup import rows

    journal, code = Journal.create(tmp_path / "journal", "Grüße\u00a0am Fluss", clock, cost=cost)
    moment = moment_at(clock.now())
    journal.reflections.keep(Reflection(moment=moment, text="It was wide – and still."))
    journal.check_ins.keep(CheckIn(moment=moment, note="Walked to the river"))
    backup = journal.backups.make().path
    journal.close()
    expected = [("It was wide – and still.",), ("Walked to the river",)]
    assert rows(backup, "passphrase", "Grüße am Fluss", STATEMENT) == expected
    assert rows(backup, "recovery", code.lower(), STATEMENT) == expected
    with pytest.raises(InvalidTag):
        rows(backup, "passphrase", "grüße am Fluss", STATEMENT)


def test_the_script_uses_nothing_of_the_program() -> None:
    tree = ast.parse(SCRIPT.read_text("utf-8"))
    names = [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    names += [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    assert "apsw" in names
    assert not [name for name in names if name.startswith("kapjournal")]
