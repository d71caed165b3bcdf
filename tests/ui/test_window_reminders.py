"""Reminders: off at first, in time, silent where somebody is there or where the time has long passed."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kapjournal.settings import SettingsStore
from kapjournal.ui.settings.reminders_section import RemindersSection
from kapjournal.ui.window_reminders import Reminders


class MovedClock:
    def __init__(self) -> None:
        self.at = datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London"))

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def moved() -> MovedClock:
    return MovedClock()


def test_nothing_is_due_until_it_is_switched_on(
    app: QApplication, settings: SettingsStore, moved: MovedClock
) -> None:
    reminders = Reminders(QWidget(), settings, moved, [].append)
    assert reminders.due is None
    settings.change(reminders=True, reminder_times=("20:30",))
    assert reminders.due == moved.at.replace(hour=20, minute=30)
    settings.change(reminders=False)
    assert reminders.due is None


@pytest.mark.parametrize(("late_min", "said"), [(0, 1), (29, 1), (31, 0)])
def test_one_sentence_in_time_and_none_long_after(
    app: QApplication, settings: SettingsStore, moved: MovedClock, late_min: int, said: int
) -> None:
    heard: list[str] = []
    settings.change(reminders=True, reminder_times=("20:30",))
    reminders = Reminders(QWidget(), settings, moved, heard.append)
    reminders.look()
    assert heard == []
    moved.at = moved.at.replace(hour=20, minute=30) + timedelta(minutes=late_min)
    reminders.look()
    assert heard == ["A moment for you?"] * said
    assert reminders.due is not None
    assert reminders.due > moved.at


def test_a_clock_that_is_set_back_does_not_make_a_reminder_wait_for_years(
    app: QApplication, settings: SettingsStore, moved: MovedClock
) -> None:
    heard: list[str] = []
    settings.change(reminders=True, reminder_times=("20:30",))
    right = moved.at
    moved.at = right.replace(year=2031)
    reminders = Reminders(QWidget(), settings, moved, heard.append)
    moved.at = right
    reminders.look()
    assert reminders.due == right.replace(hour=20, minute=30)
    assert heard == []
    assert reminders._timer.remainingTime() >= 1_000


def test_times_are_added_and_taken_away_in_settings(
    app: QApplication, settings: SettingsStore, tmp_path: Path
) -> None:
    section = RemindersSection(settings)
    section.show()
    section.times.switch.click()
    assert settings.current.reminders
    section.times._chips[0].click()
    assert settings.current.reminder_times == ("20:30",)
    section.times.add_button.click()
    section.times._new.edit.setText("7:15")
    section.times._new._read()
    assert settings.current.reminder_times == ("07:15", "20:30")
    assert SettingsStore(tmp_path / "settings.toml").current == settings.current
