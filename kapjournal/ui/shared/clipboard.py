"""Copying someone's words: they leave the clipboard again after a minute, unless something else is there by then."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication

CLEARED_AFTER_MS = 60_000
_waiting: list[QTimer] = []


def copy_for_a_minute(text: str) -> QTimer:
    """Put words on the clipboard; returns the timer that takes them away."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(text)
    timer = QTimer(QCoreApplication.instance())
    timer.setSingleShot(True)
    timer.setInterval(CLEARED_AFTER_MS)

    def forget() -> None:
        if clipboard.text() == text:
            clipboard.clear()
        if timer in _waiting:
            _waiting.remove(timer)
        timer.deleteLater()

    timer.timeout.connect(forget)
    timer.start()
    _waiting.append(timer)
    return timer


def forget_copied() -> None:
    """Take what was copied away at once: the process that would do it after a minute is about to end."""
    for timer in tuple(_waiting):
        timer.stop()
        timer.timeout.emit()
