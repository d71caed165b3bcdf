"""The program as a person starts it from a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PASSPHRASE = "a calm and quiet harbour"

TABLE = "date,mood\n2026-10-22,4\n2026-10-23,6\n"


def run(tmp_path: Path, *argv: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    own = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    return subprocess.run(
        [sys.executable, "-m", "kapjournal", *argv],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **own, "LC_ALL": "C.UTF-8"},
        timeout=120,
        check=False,
    )


def test_a_journal_from_nothing_to_verified(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    journal = str(tmp_path / "journal")
    made = run(tmp_path, "new", journal, "--passphrase-file", "-", stdin=PASSPHRASE + "\n")
    assert made.returncode == 0, made.stderr
    assert made.stdout.count("Recovery code:") == 1
    added = run(
        tmp_path, "import", str(tmp_path / "t.csv"), "--journal", journal, "--passphrase-file", "-", "--json",
        stdin=PASSPHRASE,
    )  # fmt: skip
    assert json.loads(added.stdout)["added"] == 2
    wrong = run(tmp_path, "verify", "--journal", journal, "--passphrase-file", "-", stdin="something else")
    assert wrong.returncode == 1
    assert wrong.stderr.strip() == "That did not open it. Take your time."


@pytest.mark.parametrize(
    "code", ["import kapjournal.cli", "from kapjournal.cli import main; main(['--help'])"]
)
def test_the_terminal_never_loads_qt(tmp_path: Path, code: str) -> None:
    check = (
        f"{code}\nimport sys\nassert not [m for m in sys.modules if m.startswith(('PySide6', 'qtawesome'))]"
    )
    done = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_whole_command_never_loads_qt(tmp_path: Path) -> None:
    (tmp_path / "phrase").write_text(PASSPHRASE, "utf-8")
    argv = ["demo", "--write", str(tmp_path / "j"), "--passphrase-file", str(tmp_path / "phrase")]
    check = (
        f"import sys\nfrom kapjournal.main import main\nassert main({argv!r}) == 0\n"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'qtawesome', 'typst'))]"
    )
    done = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
