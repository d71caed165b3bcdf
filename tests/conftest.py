"""What tests of every room share: a clock that stands still, and a real, temporary, encrypted journal."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kapjournal.clock import FixedClock
from kapjournal.journal import Journal, KdfCost
from kapjournal.storage import keys
from tests.check import A_PROCESS_DIED

deaths: list[str] = []
"""In which tests a process died; known to the process that hands the tests out."""


@pytest.hookimpl(optionalhook=True)
def pytest_handlecrashitem(crashitem: str) -> None:
    """Note that a process died in a test."""
    deaths.append(crashitem)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell a death from a failure."""
    if deaths:
        session.exitstatus = A_PROCESS_DIED


NOW = datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture(scope="session")
def cost() -> KdfCost:
    """The least that a reader accepts: about a tenth of a second."""
    return KdfCost(memory_kib=65_536, passes=2, lanes=4)


@pytest.fixture(scope="session")
def passphrase() -> str:
    return "a calm and quiet harbour"


@pytest.fixture(scope="session", autouse=True)
def derived_once() -> Iterator[None]:
    """The same passphrase with the same salt gives the same key: each is worked out once."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(keys, "key_from_passphrase", cache(keys.key_from_passphrase))
        yield


@pytest.fixture(scope="session")
def new_journal(tmp_path_factory: pytest.TempPathFactory, cost: KdfCost, passphrase: str) -> Path:
    """The folder of a journal in which nothing is yet, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("new") / "journal"
    Journal.create(folder, passphrase, FixedClock(NOW), cost=cost)[0].close()
    return folder


@pytest.fixture
def journal(tmp_path: Path, clock: FixedClock, new_journal: Path, passphrase: str) -> Iterator[Journal]:
    folder = shutil.copytree(new_journal, tmp_path / "journal")
    opened = Journal.unlock(folder, passphrase, clock)
    yield opened
    opened.close()
