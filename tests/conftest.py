"""What tests of every room share: a clock that stands still, and a real, temporary, encrypted journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kapjournal.clock import FixedClock
from kapjournal.journal import Journal, KdfCost


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London")))


@pytest.fixture(scope="session")
def cost() -> KdfCost:
    """The least that a reader accepts: about a tenth of a second."""
    return KdfCost(memory_kib=65_536, passes=2, lanes=4)


@pytest.fixture(scope="session")
def passphrase() -> str:
    return "a calm and quiet harbour"


@pytest.fixture
def journal(tmp_path: Path, clock: FixedClock, cost: KdfCost, passphrase: str) -> Iterator[Journal]:
    opened, _ = Journal.create(tmp_path / "journal", passphrase, clock, cost=cost)
    yield opened
    opened.close()
