"""A small real journal for experiments, and what must be in it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.journal import Journal, KdfCost

CHEAP = KdfCost(memory_kib=65_536, passes=2, lanes=4)
PASSPHRASE = "a calm and quiet harbour"
CLOCK = FixedClock(datetime(2026, 10, 23, 9, 42, tzinfo=UTC))


def make(folder: Path, entries: int = 40) -> str:
    """Make it and close it; return its recovery code."""
    journal, code = Journal.create(folder, PASSPHRASE, CLOCK, cost=CHEAP)
    for number in range(entries):
        moment = moment_at(CLOCK.now() - timedelta(hours=5 * number))
        journal.check_ins.keep(
            CheckIn(moment=moment, values=(MeasureValue("mood", float(number % 11)),), note=f"note {number}"),
            by=str(number),
        )
        if number % 4 == 0:
            text = f"reflection {number} " + "of the river and its stones " * 20
            journal.reflections.keep(Reflection(moment=moment, text=text, tags=("river",)), by=str(number))
    journal.close()
    return code


def by_code(folder: Path, code: str) -> Journal:
    """Open it, quickly."""
    return Journal.unlock(folder, code, CLOCK, by_recovery_code=True)


def everything(journal: Journal) -> dict[str, bytes]:
    """All that is in it, in bytes that depend on nothing else."""
    from kapjournal.journal import plain_export
    from kapjournal.storage.progress import Telling

    return plain_export.files_of(journal._book, Telling(None))


def copy(source: Path, target: Path) -> Path:
    """Another one with the same files."""
    return Path(shutil.copytree(source, target))
