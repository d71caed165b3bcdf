"""Locking ends the process that held the text: nothing of 300 marked entries is left in memory, titles or files."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.journal import Journal, KdfCost
from tests.journeys.conftest import PASSPHRASE, Person

WATCH = Path(__file__).parent / "memory_watch"
ENTRIES = 300


def _look(folder: Path) -> dict[str, Any]:
    """Ask the program that runs now what of the markers is in its memory."""
    answer = folder / "answer"
    (folder / "ask").touch()
    for _turn in range(600):
        if answer.exists():
            found: dict[str, Any] = json.loads(answer.read_text())
            answer.unlink()
            return found
        time.sleep(0.1)
    pytest.fail("the program did not answer")


@pytest.fixture
def marked(person: Person, clock: FixedClock, cost: KdfCost) -> Path:
    journal, _code = Journal.create(person.folder, PASSPHRASE, clock, cost=cost)
    for number in range(ENTRIES):
        words = f"lantern-q{number:04}"
        journal.reflections.keep(
            Reflection(
                moment=moment_at(clock.now()), title=f"About {words}", text=f"{words} by the lake. " * 8
            )
        )
    journal.close()
    return person.folder


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read by Linux's own means")
def test_nothing_is_left_after_a_lock(person: Person, marked: Path, tmp_path: Path) -> None:
    watched = tmp_path / "watched"
    watched.mkdir()
    surroundings = {**person._env, "PYTHONPATH": str(WATCH), "WATCHED_IN": str(watched)}
    person.start([sys.executable, "-m", "kapjournal", "--journal", str(marked)], surroundings)
    person.unlock()
    person.click("Journal")
    person.wait("*lantern-q*")
    person.key("End", "Home")
    before = _look(watched)
    assert before["utf8"] + before["utf16"] > 50, "the control: what is shown is found"
    frames = [line for line in person.tree() if line.lstrip().startswith(("frame", "window", "application"))]
    assert frames
    assert not any("lantern" in line for line in frames)

    person.key("ctrl+l")
    person.wait_anew("Passphrase")
    after = _look(watched)
    assert after["pid"] == before["pid"]
    assert after["image"] != before["image"], "a new process image"
    assert after["utf8"] == 0
    assert not any("lantern" in line for line in person.tree())

    outside = [path for path in person.home.rglob("*") if path.is_file() and marked not in path.parents]
    assert any(path.name == "settings.toml" for path in outside), "the control: files outside are looked at"
    assert [
        path for path in person.home.rglob("*") if path.is_file() and b"lantern-q" in path.read_bytes()
    ] == []
