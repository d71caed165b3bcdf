"""A row that is chosen by pointer or keys: lit, with the bar of a choice at its edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import Restyled, theme

_CARD_RADIUS_PX = 12
"""As in the style sheet."""


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
        # The first and the last row end where the corners of their card do.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QPainterPath()
        around = self.parentWidget() or self
        inside = QRectF(around.rect()).adjusted(1, 1, -1, -1)
        radius = look.pxf(_CARD_RADIUS_PX) - 1
        card.addRoundedRect(inside.translated(-self.x(), -self.y()), radius, radius)
        painter.setClipPath(card)
        painter.fillRect(self.rect(), look.color("accent_soft"))
        bar = QRectF(0, 0, look.px(3), self.height())
        painter.fillRect(placed(painter, bar, self.rect()), look.color("accent"))
        painter.end()
