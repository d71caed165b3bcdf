"""A screen, a person without a past, and hands that know the window only by its accessibility tree."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.journeys.hands import DEBIAN_PYTHON, HERE, Hands, HandsError

PASSPHRASE = "seven quiet lanterns"
TABLE = "date,time,mood,sleep\n2026-09-01,08:00,5,7\n2026-09-02,08:10,meh,6\n2026-09-03,09:10,4,x\n"
"""A row that becomes an entry, one with a word for its mood, and one that stays out."""
MAPPING = """[file]
source = "diary"
[when]
date = "date"
[[value]]
measure = "sleep_h"
column = "sleep"
"""


def _why_not() -> str:
    if not sys.platform.startswith("linux") or not DEBIAN_PYTHON.exists():
        return "journeys need Debian or a relative of it"
    installed = subprocess.run(
        [str(HERE.parent / "on-screen"), "--install"], capture_output=True, check=False
    )
    return "" if installed.returncode == 0 else installed.stderr.decode()


@pytest.fixture(scope="session")
def screen_packages() -> None:
    """Skip where a screen cannot be had."""
    why_not = _why_not()
    if why_not:
        pytest.skip(why_not)


@pytest.fixture
def traced(screen_packages: None, tmp_path: Path) -> Path:
    """The file for the calls of a program that runs under strace; skip where there is none."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    return tmp_path / "calls"


class Person(Hands):
    """Someone at the screen, with a home folder of their own."""

    def __init__(self, home: Path, size: str = "1280x800") -> None:
        super().__init__(size)
        self.home = home
        self.folder = home / "My Journal.kapjournal"
        self._env = {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_STATE_HOME": str(home / "state"),
            "LANG": "en_GB.UTF-8",
            "TZ": "Europe/London",
        }

    def open_journal(self) -> None:
        """Start the program on the person's journal."""
        self.start([sys.executable, "-m", "kapjournal", "--journal", str(self.folder)], self._env)

    def open_sample(self, under: Sequence[str] = ()) -> None:
        """Start the program on the sample journal, on the day of its pictures; `under` another that watches it."""
        command = [sys.executable, "-m", "kapjournal", "demo", "--today", "2026-10-23T09:42"]
        self.start([*under, *command], self._env)
        self.wait("Last noted*", within=120 if under else 30)

    def unlock(self) -> None:
        """Give the passphrase and wait for Today."""
        self.wait("Passphrase", within=20)
        self.set("Passphrase", PASSPHRASE)
        self.key("Return")
        self.wait("How are you now?", within=30, of_role="slider")

    def wait_anew(self, name: str, of_role: str = "") -> None:
        """Wait for what a new process shows: the old one leaves the tree before the new one comes into it."""
        for _turn in range(300):
            try:
                if self.there(name, of_role=of_role):
                    return
            except HandsError:
                pass
            self.pause(0.1)
        raise HandsError(f"no new process showed {name!r}")

    def reaches_all_by_tab(self) -> None:
        """Nothing that is showing lacks a name, and Tab stops at each control, both ways."""
        self.settled()
        assert self.unnamed() == []
        found = self.rounds()
        assert found.pop("stops") > 0
        assert found == {"missed": [], "beyond": [], "not back": [], "twice": 0}

    def labels(self) -> list[str]:
        """The words that are showing, in reading order."""
        return [
            line.split("'", 1)[1].rstrip("'") for line in self.tree() if line.lstrip().startswith("label ")
        ]


@pytest.fixture
def person(request: pytest.FixtureRequest, tmp_path: Path, screen_packages: None) -> Iterator[Person]:
    """Someone at a screen of 1280 by 800; a journey that stopped leaves a picture in its folder."""
    failed_before = request.session.testsfailed
    someone = Person(tmp_path)
    yield someone
    if request.session.testsfailed > failed_before:
        someone.shot(str(tmp_path / "failure.png"))
    someone.close()


class Walker(Person):
    """Someone who goes everywhere in the sample journal."""

    def begin(self) -> None:
        """Open the sample; a table of another diary lies in the home folder, and what its columns mean."""
        (self.home / "diary.csv").write_text(TABLE, "ascii")
        (self.home / "diary.toml").write_text(MAPPING, "ascii")
        self.open_sample()
        self.click("Close")
        make_room_for_a_star(self)

    def begin_anew(self) -> None:
        """Leave the program where it stands, and open another."""
        self.kill()
        self.begin()


@pytest.fixture(scope="module")
def walker(screen_packages: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walker]:
    """One program for all places of a file: a place leaves nothing behind that another would stumble over."""
    someone = Walker(tmp_path_factory.mktemp("walker"))
    someone.begin()
    yield someone
    someone.close()


def make_room_for_a_star(person: Person) -> None:
    """The sample has as many things to talk about as there can be."""
    person.click("Share")
    person.wait("What I would like to talk about, 3", of_role="text")
    person.set("What I would like to talk about, 3", "", of_role="text")
    person.click("Today")
