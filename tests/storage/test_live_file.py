"""The database that is open is opened by SQLite alone: one reading of it in this process would give up its lock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kapjournal.journal import Journal

USING = """
import pathlib, sys
from tests.reliability import small_journal as small
opened = []
live = [False]
def hear(event, arguments):
    if live[0] and event == "open" and str(arguments[0]).endswith(("journal.db", "journal.db-journal")):
        opened.append(arguments[0])
sys.addaudithook(hear)
folder = pathlib.Path(sys.argv[1])
code = small.make(folder, 3)
journal = small.by_code(folder, code)
live[0] = True
journal.backups.make()
journal.verify()
journal.export(folder.parent / "plain")
journal.keys.change_passphrase(small.PASSPHRASE, "other words")
if sys.argv[2] == "control":
    (folder / "journal.db").open("rb").close()
journal.close()
print(len(opened))
"""


@pytest.mark.parametrize(("way", "times"), [("real", "0\n"), ("control", "1\n")])
def test_nothing_else_opens_the_live_file(tmp_path: Path, way: str, times: str) -> None:
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", USING, str(tmp_path / "journal"), way],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == times


def test_a_flipped_page_makes_the_check_of_pages_say_so(journal: Journal) -> None:
    """Control of the check itself: an unknown pragma would answer with nothing too."""
    from kapjournal.storage.engine import connect

    key, path = journal._vault.key, journal.folder / "journal.db"
    journal.close()
    for expected in (0, 1):
        driver = connect(path, key)
        assert len(driver.execute("PRAGMA cipher_integrity_check").fetchall()) == expected
        driver.close()
        data = bytearray(path.read_bytes())
        data[4096 * 3 + 7] ^= 1
        path.write_bytes(data)
