"""Backups by themselves: armed by a change, asleep without one, and made when the journal is left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kapjournal.domain.backup import BackupReason
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.ui.shared.place import Place
from kapjournal.ui.window_backups import WAIT_MIN, AutoBackup
from tests.ui.settings.test_backups_section import idle


@pytest.fixture
def auto(place: Place) -> Iterator[AutoBackup]:
    made = AutoBackup(place.journal, place.worker, place.settings, lambda error: None)
    yield made
    place.worker.close()


def _write(place: Place) -> None:
    place.journal.reflections.keep(Reflection(moment=moment_at(place.clock.now()), text="one line"))


def test_nothing_wakes_up_until_something_changes(auto: AutoBackup, place: Place) -> None:
    assert not auto.timer.isActive()
    _write(place)
    assert auto.timer.isActive()
    assert auto.timer.isSingleShot()
    assert auto.timer.interval() == WAIT_MIN * 60_000


def test_a_change_in_the_thread_of_the_worker_arms_it_too(auto: AutoBackup, place: Place) -> None:
    place.worker.run(lambda: _write(place))
    idle(place)
    assert auto.timer.isActive()


def test_half_an_hour_later_one_is_made(auto: AutoBackup, place: Place) -> None:
    _write(place)
    auto.timer.timeout.emit()
    idle(place)
    (backup,) = place.journal.backups.all()
    assert backup.reason is BackupReason.AUTOMATIC
    auto.timer.timeout.emit()
    idle(place)
    assert len(place.journal.backups.all()) == 1, "nothing changed since"


def test_one_is_made_when_the_journal_is_left(auto: AutoBackup, place: Place) -> None:
    _write(place)
    auto.leave()
    (backup,) = place.journal.backups.all()
    assert backup.reason is BackupReason.LOCK
    assert not auto.timer.isActive()


def test_switched_off_none_is_made(auto: AutoBackup, place: Place) -> None:
    place.settings.change(backups_by_itself=False)
    _write(place)
    assert not auto.timer.isActive()
    auto.leave()
    assert place.journal.backups.all() == ()
