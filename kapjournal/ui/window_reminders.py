"""Reminders at the times that a person chose: one sentence that says nothing about them, while the program runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from kapjournal.clock import Clock
from kapjournal.guidance.reminders import LATE, next_reminder
from kapjournal.settings import Settings, SettingsStore
from kapjournal.ui.desktop_notification import SHOWN_MS, notify_by_bus
from kapjournal.ui.shared.worker import Worker
from kapjournal.words.language import _

LONGEST_WAIT = timedelta(hours=12)
"""Not longer, so that a clock that is set, or a zone that changes, is noticed the same day."""

Notify = Callable[[str], None]


class Reminders(QObject):
    """Waits for the next time, asleep; where somebody is at the window already, nothing is shown."""

    def __init__(self, window: QWidget, settings: SettingsStore, clock: Clock, notify: Notify) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._clock = clock
        self._notify = notify
        self._due: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        settings.listen(self._wait)
        self._wait(settings.current)

    @property
    def due(self) -> datetime | None:
        """When the next reminder comes, in UTC; None where none does."""
        return self._due

    def look(self) -> None:
        """Remind if it is time, and wait for the next."""
        if self._due is None:
            return
        late = self._clock.now().astimezone(UTC) - self._due
        # Before its time, it is worked out anew: the clock, or its zone, may have been set.
        if timedelta() <= late <= LATE and not self._somebody_is_here():
            self._notify(_("A moment for you?"))
        self._wait(self._settings.current)

    def _wait(self, settings: Settings) -> None:
        times = [time.fromisoformat(one) for one in settings.reminder_times] if settings.reminders else []
        self._due = next_reminder(times, self._clock.now()) if times else None
        self._start()

    def _start(self) -> None:
        self._timer.stop()
        if self._due is not None:
            left = min(self._due - self._clock.now().astimezone(UTC), LONGEST_WAIT)
            # A coarse timer may come a second early.
            self._timer.start(max(1000, int(left.total_seconds() * 1000) + 1000))

    def _somebody_is_here(self) -> bool:
        return self._window.isActiveWindow() and not self._window.isMinimized()


class DesktopNotice(QObject):
    """Shows a sentence through the desktop: by its message bus, or from a place in the tray that goes at once."""

    def __init__(self, window: QWidget, worker: Worker) -> None:
        super().__init__(window)
        self._window = window
        self._worker = worker
        self._tray: QSystemTrayIcon | None = None

    def show(self, words: str) -> None:
        """Show it; where the desktop shows nothing, nothing is shown."""
        if sys.platform == "linux":
            self._worker.run(lambda: notify_by_bus(words))
        elif QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.show()
            self._tray.showMessage(words, "", QSystemTrayIcon.MessageIcon.NoIcon, SHOWN_MS)
            QTimer.singleShot(SHOWN_MS, self._leave_the_tray)

    def _leave_the_tray(self) -> None:
        if self._tray is not None:
            self._tray.deleteLater()
            self._tray = None
