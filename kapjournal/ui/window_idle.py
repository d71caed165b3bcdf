"""Noticing that nobody is there, without waking the computer while somebody is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_SIGNS = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class IdleWatch(QObject):
    """Calls `idle` once after so many minutes without key or pointer, also when they passed in sleep."""

    def __init__(
        self, window: QWidget, idle: Callable[[], None], now: Callable[[], float] | None = None
    ) -> None:
        super().__init__(window)
        self._idle = idle
        self._now = now if now is not None else seconds_also_asleep
        self._minutes = 0
        self._last = self._now()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self.look)

    def set_minutes(self, minutes: int) -> None:
        """Wait for so many minutes; 0 never ends."""
        self._minutes = minutes
        self._last = self._now()
        self._timer.stop()
        self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Notice signs of somebody; whoever comes back too late finds the journal locked."""
        if event.type() in _SIGNS and not self.look():
            self._last = self._now()
        return False

    def look(self, *_state: object) -> bool:
        """Look at the time that has passed: return whether it was too long, else wait for the rest."""
        if self._minutes <= 0:
            self._timer.stop()
            return False
        now = self._now()
        # A clock that was set back must not make the wait longer than it ever is.
        self._last = min(self._last, now)
        left = self._minutes * 60 - (now - self._last)
        if left <= 0:
            self._minutes = 0
            self._timer.stop()
            self._idle()
            return True
        if not self._timer.isActive():
            self._timer.start(int(left * 1000) + 1000)
        return False


def seconds_also_asleep() -> float:
    """Return seconds that also count while the computer sleeps, where the system has such a clock."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()
