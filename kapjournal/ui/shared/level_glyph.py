"""The level glyph: a small circle filled to a mood's height."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kapjournal.ui.shared.theme import Restyled, theme


class LevelGlyph(Restyled, QWidget):
    """A mood as a filled circle; its words are its accessible name."""

    def __init__(self, value: float | None, parent: QWidget | None = None, *, size: int = 18) -> None:
        super().__init__(parent)
        self._size = size
        self._value = value
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value(value)
        self.restyle()

    def set_value(self, value: float | None) -> None:
        """Show another mood; None shows a dashed ring."""
        from kapjournal.words.mood import mood_value_text

        self._value = value
        self.setAccessibleName("" if value is None else mood_value_text(value))
        self.update()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(QSize(theme().px(self._size), theme().px(self._size)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the glyph."""
        painter = QPainter(self)
        paint_level_glyph(painter, QRectF(self.rect()), self._value)
        painter.end()


def paint_level_glyph(painter: QPainter, rect: QRectF, value: float | None) -> None:
    """Paint a level glyph into a square; None is a dashed ring."""
    look = theme()
    edge = max(1.0, rect.width() * 0.075)
    ring = rect.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if value is None:
        pen = QPen(look.color("strong"), edge)
        pen.setDashPattern([2.0, 2.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.restore()
        return
    color = look.mood(value)
    painter.fillPath(level_path(ring, value), color)
    painter.setPen(QPen(color, edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    painter.restore()


def level_path(circle: QRectF, value: float) -> QPainterPath:
    """Return the part of a circle below the level of a value from 0 to 10."""
    whole = QPainterPath()
    whole.addEllipse(circle)
    share = min(max(value, 0.0), 10.0) / 10
    below = QPainterPath()
    below.addRect(
        QRectF(
            circle.left(), circle.bottom() - circle.height() * share, circle.width(), circle.height() * share
        )
    )
    return whole.intersected(below)
