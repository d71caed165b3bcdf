"""What the desktop tells: the screen was locked, the computer goes to sleep or wakes. Local messages only."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot

_SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)
_LOGIND = "org.freedesktop.login1"


class DesktopWatch(QObject):
    """Calls `lock` when the screen is locked and before and after sleep; where nobody tells, nothing happens."""

    def __init__(self, lock: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = lock

    def listen(self) -> bool:
        """Ask the desktop to tell; say whether there is anybody to ask."""
        if sys.platform != "linux":
            return False
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return False
        heard = False
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for service, path in _SCREEN_SAVERS:
                heard |= session.connect(
                    service, path, service, "ActiveChanged", self, _slot("screen_changed(bool)")
                )
        system = QDBusConnection.systemBus()
        if system.isConnected():
            heard |= system.connect(
                _LOGIND,
                "/org/freedesktop/login1",
                f"{_LOGIND}.Manager",
                "PrepareForSleep",
                self,
                _slot("sleep_changed(bool)"),
            )
            heard |= system.connect(
                _LOGIND, "", f"{_LOGIND}.Session", "Lock", self, _slot("session_locked()")
            )
        return heard

    @Slot(bool)
    def screen_changed(self, active: bool) -> None:
        """The screen was covered, or uncovered."""
        if active:
            self._lock()

    @Slot(bool)
    def sleep_changed(self, _going: bool) -> None:
        """The computer goes to sleep, or has woken: either is a reason."""
        self._lock()

    @Slot()
    def session_locked(self) -> None:
        """The whole desktop was locked."""
        self._lock()


def _slot(signature: str) -> Any:
    """Name a slot; the stubs ask for bytes, the call takes what SLOT gives."""
    return SLOT(signature)
