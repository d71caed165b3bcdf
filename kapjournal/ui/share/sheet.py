"""A page of paper on the desk: each of its lines is struck out by a click, or by the keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kapjournal.summary.line_boxes import LineBox
from kapjournal.ui.share.strike_line import StrikeLine
from kapjournal.ui.shared.mirroring import along
from kapjournal.ui.shared.theme import theme

_TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1}


class Sheet(QWidget):
    """Left, Right, Page Up and Page Down turn it; Up and Down go from line to line, Delete or Enter strikes one out."""

    turned = Signal(int)
    struck = Signal(str)
    line_reached = Signal(object)
    """A StrikeLine got the keys: it is to be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._fitted = QImage()
        self.lines: list[StrikeLine] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def current(self) -> str:
        """The key of the line that has the keys, or ''."""
        place = self._place()
        return self.lines[place].box.key if place >= 0 else ""

    @property
    def boxes(self) -> tuple[LineBox, ...]:
        """The lines of this page."""
        return tuple(line.box for line in self.lines)

    def show_image(self, png: bytes, boxes: tuple[LineBox, ...], names: dict[str, str]) -> None:
        """Show a page and the lines that can be struck on it; the keys stay at their place."""
        self._image, self._fitted = QImage.fromData(png), QImage()
        if boxes != self.boxes:
            place = self._place()
            old, self.lines = self.lines, [StrikeLine(box, names.get(box.key, ""), self) for box in boxes]
            for line in self.lines:
                line.place(self.width(), self.height())
                line.clicked.connect(self._strike)
                line.show()
            if place >= 0:
                self._go_to(min(place, len(self.lines) - 1))
            for line in old:
                line.hide()
                line.deleteLater()
        else:
            for line in self.lines:
                line.say(names.get(line.box.key, ""))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn the page, or go to a line."""
        key = Qt.Key(along(event.key()))
        place = self._place()
        if key in _TURNS:
            if place >= 0:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.turned.emit(_TURNS[key])
        elif key == Qt.Key.Key_Down and self.lines:
            self._go_to(min(place + 1, len(self.lines) - 1))
        elif key == Qt.Key.Key_Up and place >= 0:
            self._go_to(place - 1)
        elif key == Qt.Key.Key_Home and self.lines:
            self._go_to(0)
        elif key == Qt.Key.Key_End and self.lines:
            self._go_to(len(self.lines) - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let every line follow its words."""
        super().resizeEvent(event)
        for line in self.lines:
            line.place(self.width(), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the paper and what is on it; the paper is white in every theme, as it will be."""
        painter = QPainter(self)
        if self._image.isNull():
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
        else:
            painter.drawImage(QRectF(self.rect()), self._in_its_size())
        painter.setPen(theme().color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _in_its_size(self) -> QImage:
        """Return the page in the pixels of the screen; it is drawn finer, and made smaller once."""
        wanted = self.size() * self.devicePixelRatioF()
        if self._fitted.size() != wanted:
            self._fitted = self._image.scaled(
                wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        return self._fitted

    def _strike(self) -> None:
        line = self.sender()
        if isinstance(line, StrikeLine):
            self.struck.emit(line.box.key)

    def _place(self) -> int:
        return next((at for at, line in enumerate(self.lines) if line.hasFocus()), -1)

    def _go_to(self, place: int) -> None:
        """Give the keys to a line; above the first one they are the sheet's own."""
        if place < 0:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.lines[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self.line_reached.emit(self.lines[place])
