"""The desktop tells that the screen is locked: heard over a real message bus of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from kapjournal.ui.window_desktop import DesktopWatch

SCRIPT = """
import sys
from PySide6.QtCore import SLOT, QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from kapjournal.ui.window_desktop import DesktopWatch
app = QCoreApplication([])
locks = []
watch = DesktopWatch(lambda: locks.append(True))
assert watch.listen()
bus = QDBusConnection.sessionBus()
assert bus.registerService("org.freedesktop.ScreenSaver")
def tell(active):
    message = QDBusMessage.createSignal("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged")
    message.setArguments([active])
    assert bus.send(message)
there, name = "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
assert bus.connect("", there, name, "AllTold", app, SLOT("quit()"))
tell(False)
tell(True)
assert bus.send(QDBusMessage.createSignal(there, name, "AllTold"))
QTimer.singleShot(30_000, app.quit)
app.exec()
print(len(locks))
"""


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-run-session") is None, reason="no message bus to be had"
)
def test_a_covered_screen_locks_and_an_uncovered_one_does_not() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.strip() == "1", done.stderr


def test_sleep_and_waking_lock_both() -> None:
    locks: list[bool] = []
    watch = DesktopWatch(lambda: locks.append(True))
    watch.sleep_changed(True)
    watch.sleep_changed(False)
    watch.session_locked()
    assert len(locks) == 3
