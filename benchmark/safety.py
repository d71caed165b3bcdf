"""What safety costs: proving that a journal is whole, and the times that nobody should notice."""

from __future__ import annotations

import random
import shutil
import statistics
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmark.goals import Goal, once, side_by_side
from benchmark.keeping import open_by_hand
from benchmark.made_journals import a_check_in
from benchmark.phrase import PASSPHRASE
from benchmark.searching import PAGE, TYPED
from kapjournal.clock import Clock
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal, KdfCost
from kapjournal.storage import key_slots

ROUNDS = 5
SAVES = 200
_CHECKS = ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check", "PRAGMA foreign_key_check")
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"
VERIFY_AT_MOST, SAVE_MS, UNLOCK_MS, SEARCH_MS = 1.5, 50.0, 1500.0, 50.0


def safety(folder: Path, count: int, clock: Clock) -> Iterator[Goal]:
    """Measure on two copies of one journal, whose passphrase costs what it costs a person."""
    ours_folder, hand_folder = folder.with_name("checked"), folder.with_name("checked-by-hand")
    for copy in (ours_folder, hand_folder):
        shutil.copytree(folder, copy)
    slots = key_slots.read(ours_folder)
    key = key_slots.open_by_passphrase(slots, PASSPHRASE)
    key_slots.write(
        ours_folder, slots.with_slot(key_slots.passphrase_slot(slots, key, PASSPHRASE, KdfCost()))
    )
    unlocked = min(once(lambda: Journal.unlock(ours_folder, PASSPHRASE, clock).close()) for _ in range(3))
    yield Goal("Unlock, the passphrase at its full cost", count, unlocked, UNLOCK_MS, 1.0)
    journal, hand = Journal.unlock(ours_folder, PASSPHRASE, clock), open_by_hand(hand_folder)
    try:
        ours, limit = side_by_side(journal.verify, lambda: _checks_and_reading(hand), ROUNDS)
        yield Goal(
            "all is proved, against SQLite’s checks and reading once", count, ours, limit, VERIFY_AT_MOST
        )
        yield Goal("a stored check-in, 95 of 100", count, _slow_save(journal, clock), SAVE_MS, 1.0)
        slowest = max(
            statistics.median(once(lambda t=text: _search(journal, t)) for _ in range(5))  # type: ignore[misc]
            for text in TYPED
        )
        yield Goal("search, the slowest letter", count, slowest, SEARCH_MS, 1.0)
    finally:
        journal.close()
        hand.close()
        shutil.rmtree(ours_folder)
        shutil.rmtree(hand_folder)


def _checks_and_reading(driver: Any) -> None:
    for check in _CHECKS:
        driver.execute(check).fetchall()
    for (name,) in driver.execute(_TABLES).fetchall():
        cursor = driver.execute(f'SELECT * FROM "{name}"')  # noqa: S608  (our own tables)
        while cursor.fetchmany(500):
            pass


def _slow_save(journal: Journal, clock: Clock) -> float:
    chance = random.Random(11)  # noqa: S311
    start = clock.now() + timedelta(minutes=5)
    times = [
        once(lambda n=n: journal.check_ins.keep(a_check_in(start + timedelta(seconds=n), chance)))  # type: ignore[misc]
        for n in range(SAVES)
    ]
    return sorted(times)[SAVES * 95 // 100]


def _search(journal: Journal, text: str) -> None:
    journal.timeline.page(TimelineFilter(text=text), limit=PAGE)
