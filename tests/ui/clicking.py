"""A double click, as the system does it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def double_click(widget: QWidget) -> None:
    """Click, and then what comes in the place of a second press; QTest's own sends both."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(widget.rect().center())
    QTest.mouseClick(widget, left)
    second = QMouseEvent(QMouseEvent.Type.MouseButtonDblClick, at, widget.mapToGlobal(at), left, left, none)
    QApplication.sendEvent(widget, second)
    QTest.mouseRelease(widget, left)
