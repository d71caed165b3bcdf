"""What tests of every room share: a clock that stands still, and a real, temporary, encrypted journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kapjournal.clock import FixedClock
from kapjournal.journal import Journal, KdfCost

CHEAP = KdfCost(memory_kib=65_536, passes=2, lanes=4)
"""The least that a reader accepts."""
PASSPHRASE = "a calm and quiet harbour"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London")))


@pytest.fixture
def journal(tmp_path: Path, clock: FixedClock) -> Iterator[Journal]:
    opened, _ = Journal.create(tmp_path / "journal", PASSPHRASE, clock, cost=CHEAP)
    yield opened
    opened.close()
