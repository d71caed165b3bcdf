"""When what was typed is kept: at each pause, and now and then while someone types without one."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 1_200
"""A pause; at most two seconds of words are ever at stake after it."""
LONGEST_MS = 8_000
"""Someone who never pauses is kept this often."""


class Autosave(QObject):
    """Two timers that run only while something waits to be kept."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pause = QTimer(self)
        self.longest = QTimer(self)
        for timer, interval in ((self.pause, PAUSE_MS), (self.longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(interval)
            timer.timeout.connect(self._ring)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits to be kept."""
        return self.pause.isActive() or self.longest.isActive()

    def touched(self) -> None:
        """Something was typed: wait for the pause after it."""
        self.pause.start()
        if not self.longest.isActive():
            self.longest.start()

    def stop(self) -> None:
        """Nothing waits any more."""
        self.pause.stop()
        self.longest.stop()

    def _ring(self) -> None:
        self.stop()
        self.due.emit()
