"""Reminders: off until they are switched on."""

from __future__ import annotations

from kapjournal.settings import SettingsStore
from kapjournal.ui.settings.rows import SettingRow, SettingsSection
from kapjournal.ui.shared.reminder_times import ReminderTimes, reminders_words
from kapjournal.words.language import _


class RemindersSection(SettingsSection):
    """One row: the times, and the switch."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings
        self.times = ReminderTimes(settings.current)
        self.times.changed.connect(self._keep)
        super().__init__(_("Reminders"), SettingRow(_("Times of day"), reminders_words(), self.times))

    def _keep(self) -> None:
        self._settings.change(**self.times.chosen)
