"""A clock that is put forward or back erases nothing early, and what was right before goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.journal import Journal


def _looks(journal: Journal, clock: FixedClock, days: list[float]) -> list[int]:
    """What is erased where the journal is opened after so many days by its clock."""
    erased = []
    for after in days:
        journal._book.clock = FixedClock(clock.now() + timedelta(days=after))
        erased.append(journal.timeline.erase_expired())
    return erased


@pytest.mark.parametrize(
    ("days", "erased"),
    [
        # Every day; in autumn the clock is put back by an hour.
        ([*range(31)], [0] * 30 + [1]),
        # Put forward by a year for some hours, then right again.
        ([0, 1, 2, 367, 367.5, 3, 3.5, 4, 5], [0] * 9),
        # Put back to 1970 by an empty battery, then right again.
        ([0, 1, -20_000, -19_999, 2, 3, 4, 28], [0] * 8),
        # Opened once a month: at the second look after its days.
        ([0, 29, 60, 91], [0, 0, 0, 1]),
        # Never opened for a year, then each day.
        ([0, 1, 366, 367], [0, 0, 0, 1]),
    ],
)
def test_the_trash_is_never_erased_early(
    journal: Journal, clock: FixedClock, days: list[float], erased: list[int]
) -> None:
    kept = journal.check_ins.keep(CheckIn(moment=moment_at(clock.now()), note="still here"))
    journal.timeline.trash(kept.id)
    saves = journal.saves
    assert _looks(journal, clock, days) == erased
    assert journal.saves == saves + sum(erased), "to look is no change that asks for a backup"


def test_a_check_in_and_a_backup_are_made_whatever_the_clock_says(
    journal: Journal, clock: FixedClock
) -> None:
    for number, days in enumerate((0, 3_000, -12_000, 0.01, 1), 1):
        now = clock.now() + timedelta(days=days)
        journal._book.clock = journal.backups._clock = FixedClock(now)
        journal.check_ins.keep(CheckIn(moment=moment_at(now), note=f"number {number}"))
        journal.backups.make_if_due()
        assert journal.timeline.count() == number
    made = journal.backups.all()
    assert [backup.sequence for backup in made] == list(range(len(made), 0, -1))
    assert len(made) >= 4, "none waits for a moment that was noted by a wrong clock"
    assert journal.verify().healthy
