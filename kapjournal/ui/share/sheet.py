"""A page of paper on the desk: its lines are struck out by a click, or by the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kapjournal.summary.line_boxes import LineBox
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _

CURRENT_OPACITY = 0.10


class Sheet(QWidget):
    """Left, Right, Page Up and Page Down turn it; Up and Down go from line to line, Delete strikes one out."""

    turned = Signal(int)
    struck = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._boxes: tuple[LineBox, ...] = ()
        self._names: dict[str, str] = {}
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def current(self) -> str:
        """The key of the line that is marked, or ''."""
        return self._boxes[self._current].key if 0 <= self._current < len(self._boxes) else ""

    @property
    def boxes(self) -> tuple[LineBox, ...]:
        """The lines of this page."""
        return self._boxes

    def show_image(self, png: bytes, boxes: tuple[LineBox, ...], names: dict[str, str]) -> None:
        """Show a page and the lines that can be struck on it."""
        self._image = QImage.fromData(png)
        self._boxes, self._names = boxes, names
        self._current = min(self._current, len(boxes) - 1)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn the page, go to a line, strike it out."""
        key = Qt.Key(event.key())
        turns = {Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1}
        if key in turns:
            self.turned.emit(turns[key])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._boxes:
            self._go_to(self._current + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.current:
            self.struck.emit(self.current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Mark the line under the pointer."""
        self._mark(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Let go of the line."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._mark(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Strike out the line under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            place = self._at(event.position())
            if place >= 0:
                self.struck.emit(self._boxes[place].key)
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the paper and what is on it; the paper is white in every theme, as it will be."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
        else:
            painter.drawImage(QRectF(self.rect()), self._image)
        if 0 <= self._current < len(self._boxes):
            self._paint_mark(painter, self._boxes[self._current])
        painter.setPen(look.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_mark(self, painter: QPainter, box: LineBox) -> None:
        """Paint a line through what a click would take out, on a veil of the same colour."""
        colour = QColor(theme().color("accent_fill"))
        veil = QColor(colour)
        veil.setAlphaF(CURRENT_OPACITY)
        place = QRectF(
            box.left * self.width(),
            box.top * self.height(),
            (box.right - box.left) * self.width(),
            (box.bottom - box.top) * self.height(),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(QPen(colour, theme().pxf(1.5)))
        middle = place.center().y()
        painter.drawLine(QPointF(place.left() + 3, middle), QPointF(place.right() - 3, middle))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _at(self, place: QPointF) -> int:
        x, y = place.x() / max(self.width(), 1), place.y() / max(self.height(), 1)
        return next((at for at, box in enumerate(self._boxes) if box.holds(x, y)), -1)

    def _mark(self, place: int) -> None:
        if place != self._current:
            self._current = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor)
            name = self._names.get(self.current, "")
            self.setToolTip(_("Strike out: {line}").format(line=name) if name else "")
            self.update()

    def _go_to(self, place: int) -> None:
        if 0 <= place < len(self._boxes):
            self._mark(place)
            announce(self, self._names.get(self.current, ""))
