"""Backup, restore and export from a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from kapjournal import cli
from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.journal import Journal


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "person"))


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_restored_backup_exports_the_same_bytes(
    journal: Journal, clock: FixedClock, passphrase: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal.check_ins.keep(CheckIn(moment=moment_at(clock.now()), note="=1+1, of the river"))
    journal.close()
    phrase = tmp_path / "phrase"
    phrase.write_text(passphrase, "utf-8")
    by_phrase = ["--passphrase-file", str(phrase)]
    file, again = str(tmp_path / "a.kapbackup"), str(tmp_path / "again")
    assert cli.main(["backup", "--journal", str(journal.folder), "-o", file, *by_phrase]) == 0
    assert cli.main(["restore", file, again, *by_phrase]) == 0
    for source, out in ((str(journal.folder), "one"), (again, "two")):
        assert cli.main(["export", "--journal", source, str(tmp_path / out), *by_phrase]) == 0
    one = files(tmp_path / "one")
    assert one == files(tmp_path / "two")
    assert b"'=1+1, of the river" in one["csv/check_in.csv"]
    assert b"of the river" in one["markdown/2026-10.md"]
    assert cli.main(["restore", file, again, *by_phrase]) == 1
    assert cli.main(["restore", str(phrase), str(tmp_path / "other"), *by_phrase]) == 1
    assert "could not be read as a backup" in capsys.readouterr().err
