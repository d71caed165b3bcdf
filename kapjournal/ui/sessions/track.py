"""A track from 0 to 10 with a point for each step; it may be unset."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kapjournal.ui.shared.theme import Restyled, tabular, theme
from kapjournal.words.language import _

_STEPS = 11


class Track(Restyled, QSlider):
    """One answer from 0 to 10, or none: the first touch or key sets it, Delete takes it back."""

    changed = Signal(object)

    def __init__(self, question: str, low_word: str, high_word: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._question = question
        self._words = (low_word, high_word)
        self._set = False
        self._shown_by_us = False
        self.setRange(0, _STEPS - 1)
        super().setValue(5)
        self.valueChanged.connect(self._moved)
        self.setAccessibleName(question)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()
        self.restyle()

    @property
    def value_now(self) -> int | None:
        """The answer, or None."""
        return self.value() if self._set else None

    def set_value(self, value: int | None) -> None:
        """Show an answer, or none, without telling anybody."""
        self._set = value is not None
        self._shown_by_us = True
        super().setValue(5 if value is None else value)
        self._shown_by_us = False
        self._say()
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(72))
        self.setMinimumWidth(theme().px(200))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width."""
        return QSize(theme().px(280), theme().px(72))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Answer with the step under the pointer; a click on the answer takes it back."""
        step = self._step_at(event.position().x())
        if self._set and step == self.value():
            self._take(None)
        else:
            self._take(step)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._set:
            self._take(self._step_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the answer where it is."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by arrows, digits, Home and End; Delete takes the answer back."""
        key = event.key()
        moves = {
            Qt.Key.Key_Left: self.value() - 1,
            Qt.Key.Key_Down: self.value() - 1,
            Qt.Key.Key_Right: self.value() + 1,
            Qt.Key.Key_Up: self.value() + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: _STEPS - 1,
            Qt.Key.Key_Space: self.value(),
        }
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take(None)
        elif key in moves:
            self._take(moves[Qt.Key(key)])
        elif len(event.text()) == 1 and event.text() in "0123456789":
            self._take(int(event.text()))
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and signature
        """Paint the question, the track with its points, the answer and the words of the ends."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font("body")
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(look.color("ink"))
        painter.drawText(QRectF(0, 0, self.width(), look.pxf(20)), Qt.AlignmentFlag.AlignLeft, self._question)
        self._paint_track(painter)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink3"))
        foot = QRectF(0, look.pxf(51), self.width(), look.pxf(20))
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words[0])
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._words[1])
        if not self._set:
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, _("not set"))
        painter.end()

    def _paint_track(self, painter: QPainter) -> None:
        look = theme()
        y = look.pxf(38)
        pen = QPen(look.color("strong"), look.pxf(1.5))
        if not self._set:
            pen.setDashPattern([1.5, 2.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(self._x(0), y), QPointF(self._x(_STEPS - 1), y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("strong"))
        for step in range(_STEPS):
            painter.drawEllipse(QPointF(self._x(step), y), look.pxf(2.5), look.pxf(2.5))
        if not self._set:
            return
        centre = QPointF(self._x(self.value()), y)
        painter.setBrush(look.color("session_fill"))
        painter.drawEllipse(centre, look.pxf(11), look.pxf(11))
        number = tabular(look.font("chip"))
        number.setWeight(QFont.Weight.DemiBold)
        painter.setFont(number)
        painter.setPen(look.color("on_session"))
        reach = look.pxf(11)
        area = QRectF(centre.x() - reach, y - reach, 2 * reach, 2 * reach)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self.value()))

    def _x(self, step: int) -> float:
        side = theme().pxf(12)
        return side + step * (self.width() - 2 * side) / (_STEPS - 1)

    def _step_at(self, x: float) -> int:
        side = theme().pxf(12)
        share = (x - side) / max(1.0, self.width() - 2 * side)
        return min(max(round(share * (_STEPS - 1)), 0), _STEPS - 1)

    def _take(self, value: int | None) -> None:
        bounded = None if value is None else min(max(value, 0), _STEPS - 1)
        if bounded != self.value_now:
            self.set_value(bounded)
            self.changed.emit(bounded)

    def _moved(self, value: int) -> None:
        """A screen reader sets Qt's own number: that is an answer like any other."""
        if not self._shown_by_us:
            self._set = True
            self._say()
            self.update()
            self.changed.emit(value)

    def _say(self) -> None:
        low, high = self._words
        ends = _("0 is {low}, 10 is {high}").format(low=low, high=high)
        said = _("{value} of 10").format(value=self.value()) if self._set else _("not set")
        self.setAccessibleDescription(f"{said}. {ends}")
