"""A row that is chosen by pointer or keys: lit, with the bar of a choice at its edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.theme import Restyled, theme


class ChosenRow(Restyled, QWidget):
    """Tells when it is wanted; whoever holds the rows says which one is lit."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_chosen = False

    def choose_with(self, *controls: QWidget) -> None:
        """Take the keys arriving at a control as choosing the row."""
        for control in controls:
            control.installEventFilter(self)

    def show_chosen(self, chosen: bool) -> None:
        """Light the row, or not."""
        self.is_chosen = chosen
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's name
        """Notice the keys."""
        if event.type() == QEvent.Type.FocusIn:
            self.wanted.emit()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose with the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the choice."""
        if not self.is_chosen:
            return
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("accent_soft"))
        painter.fillRect(0, 0, look.px(3), self.height(), look.color("accent"))
        painter.end()
