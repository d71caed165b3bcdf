"""A plain ground in a role of the palette."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import theme


class Ground(QWidget):
    """A widget on a ground of its own; `edge` draws a hairline along one side ('top', 'end' or '')."""

    def __init__(self, role: str, parent: QWidget | None = None, *, edge: str = "") -> None:
        super().__init__(parent)
        self._role = role
        self._edge = edge

    def set_edge(self, edge: str) -> None:
        """Draw the hairline along another side, or none."""
        self._edge = edge
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill the ground and draw the hairline."""
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color(self._role))
        if self._edge == "top":
            painter.fillRect(0, 0, self.width(), 1, look.color("line"))
        elif self._edge == "end":
            edge = placed(painter, QRectF(self.width() - 1, 0, 1, self.height()), self.rect())
            painter.fillRect(edge, look.color("line"))
        painter.end()
