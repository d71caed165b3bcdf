"""Showing a saved file in its folder, by the desktop's own file manager.

The network filter of this program holds in every process that it starts. The file manager is therefore asked over
D-Bus to show the file: the desktop starts it, and it is as free as ever. Where nobody answers there, Qt starts one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_SERVICE = "org.freedesktop.FileManager1"
ANSWERS_WITHIN_MS = 4_000
"""A desktop may have to start its file manager first."""


def show_in_folder(path: Path) -> bool:
    """Show a file in its folder; False where the desktop has nothing that could."""
    if sys.platform.startswith("linux") and _asked_over_dbus(path):
        return True
    return bool(QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))))


def _asked_over_dbus(path: Path) -> bool:
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    message = QDBusMessage.createMethodCall(_SERVICE, "/org/freedesktop/FileManager1", _SERVICE, "ShowItems")
    message.setArguments(
        [[QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)], ""]
    )
    answer = bus.call(message, QDBus.CallMode.Block, ANSWERS_WITHIN_MS)
    return bool(answer.type() == QDBusMessage.MessageType.ReplyMessage)
