"""The database that is open is opened by SQLite alone: one reading of it in this process would give up its lock."""

from __future__ import annotations

import re
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


READS_IT = re.compile(
    r"DATABASE\)*\.(open|read_|write_)|open\([^)]*DATABASE|(shutil|hashlib)\.\w+\([^)]*DATABASE"
)


def test_no_line_of_the_storage_reads_it() -> None:
    storage = Path(__file__).parent.parent.parent / "kapjournal" / "storage"
    lines = [
        (path.name, line) for path in storage.glob("*.py") for line in path.read_text("utf-8").splitlines()
    ]
    assert len(lines) > 2000
    # In an archive the name is that of a member.
    found = [(name, line) for name, line in lines if READS_IT.search(line) and "archive.open(" not in line]
    assert found == []
    for line in (
        "(folder / DATABASE).read_bytes()",
        "with (folder / folders.DATABASE).open() as file:",
        "shutil.copy(folder / DATABASE, target)",
        "handle = os.open(folder / DATABASE, os.O_RDONLY)",
    ):
        assert READS_IT.search(line), "the control"


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
