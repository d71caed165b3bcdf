"""A slider from 0 to 10 that may be unset: dotted track, dashed handle, nothing stored."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kapjournal.ui.shared.theme import Restyled, tabular, theme
from kapjournal.words.language import _
from kapjournal.words.numbers import number


class MeasureSlider(Restyled, QSlider):
    """One measure; the first touch or key sets it, Delete unsets it.

    `value` is the value or None; `changed(float | None)` tells each change by the person.
    """

    changed = Signal(object)

    def __init__(
        self,
        accessible_name: str,
        low_word: str = "",
        high_word: str = "",
        parent: QWidget | None = None,
        *,
        low: float = 0,
        high: float = 10,
        step: float = 1,
        shows_value: bool = True,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._set = False
        self._shown_by_us = True
        self._words = (low_word, high_word)
        self._shows_value = shows_value
        # A slider counts in whole numbers: its own are steps, `value` is in the measure's.
        self._unit = step
        self.setRange(round(low / step), round(high / step))
        self.setPageStep(2)
        super().setValue((self.minimum() + self.maximum()) // 2)
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._moved)
        self._shown_by_us = False
        self._say_value()
        self.restyle()

    @property  # type: ignore[override]
    def value(self) -> float | None:
        """The value, or None if unset; in place of Qt's method, whose number would speak of a value nobody gave."""
        return self._at() * self._unit if self._set else None

    @value.setter
    def value(self, value: float | None) -> None:
        self.set_value(value)

    def set_value(self, value: float | None) -> None:
        """Show a value, or unset, without telling anybody."""
        self._set = value is not None
        middle = (self.minimum() + self.maximum()) // 2
        self._shown_by_us = True
        super().setValue(round(value / self._unit) if value is not None else middle)
        self._shown_by_us = False
        self._say_value()
        self.update()

    def _moved(self) -> None:
        """A screen reader sets Qt's own number: that is an answer like any other."""
        if not self._shown_by_us:
            self._set = True
            self._say_value()
            self.update()
            self.changed.emit(self.value)

    def _at(self) -> int:
        return QSlider.value(self)

    def unset(self) -> None:
        """Take the value away."""
        if self._set:
            self.set_value(None)
            self.changed.emit(None)

    def restyle(self) -> None:
        """Take the size from the theme."""
        look = theme()
        self.setFixedHeight(look.px(46 if any(self._words) else 30))
        self.setMinimumWidth(look.px(160))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a comfortable width."""
        return QSize(theme().px(260), self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Set the value under the pointer."""
        reach = self._track().right() + theme().px(12)
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() <= reach:
            self._set_by_person(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._set:
            self._set_by_person(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the value where it is."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page: a value never changes by scrolling."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by arrows, digits, Home and End; Delete unsets."""
        key = event.key()
        moves = {
            Qt.Key.Key_Left: self._at() - 1,
            Qt.Key.Key_Down: self._at() - 1,
            Qt.Key.Key_Right: self._at() + 1,
            Qt.Key.Key_Up: self._at() + 1,
            Qt.Key.Key_PageUp: self._at() + self.pageStep(),
            Qt.Key.Key_PageDown: self._at() - self.pageStep(),
            Qt.Key.Key_Home: self.minimum(),
            Qt.Key.Key_End: self.maximum(),
            Qt.Key.Key_Space: self._at(),
        }
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unset()
        elif key in moves:
            self._set_by_person(moves[Qt.Key(key)])
        elif len(event.text()) == 1 and event.text() in "0123456789":
            self._set_by_person(round(int(event.text()) / self._unit))
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint track, handle, end words and value."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = self._track()
        handle = QPointF(self._x_of(self._at()), track.center().y())
        if self._set:
            _line(painter, track.left(), track.right(), handle.y(), QPen(look.color("strong"), look.pxf(2)))
            _line(painter, track.left(), handle.x(), handle.y(), QPen(look.color("accent"), look.pxf(3.5)))
            painter.setPen(QPen(look.color("accent"), look.pxf(2.2)))
        else:
            dots = QPen(
                look.color("strong"), look.pxf(2), Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap
            )
            dots.setDashPattern([0.01, 2.6])
            _line(painter, track.left(), track.right(), handle.y(), dots)
            dashed = QPen(look.color("strong"), look.pxf(1.5))
            dashed.setDashPattern([2.2, 1.8])
            painter.setPen(dashed)
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(handle, look.pxf(8), look.pxf(8))
        self._paint_words(painter, track)
        painter.end()

    def _paint_words(self, painter: QPainter, track: QRectF) -> None:
        look = theme()
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink3"))
        low, high = self._words
        area = QRectF(0, look.pxf(25), track.right() + look.pxf(9), look.pxf(20))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, low)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, high)
        if not self._shows_value:
            return
        place = QRectF(
            track.right(), track.center().y() - look.pxf(12), self.width() - track.right(), look.pxf(24)
        )
        if self._set:
            font = tabular(look.font("body"))
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(look.color("ink"))
            words = number(self._at() * self._unit, 1)
        else:
            words = _("not set")
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _track(self) -> QRectF:
        look = theme()
        side = look.pxf(9)
        room = look.pxf(62) if self._shows_value else 0.0
        return QRectF(side, look.pxf(13) - 1, max(1.0, self.width() - 2 * side - room), 2)

    def _x_of(self, value: int) -> float:
        track = self._track()
        share = (value - self.minimum()) / max(1, self.maximum() - self.minimum())
        return track.left() + share * track.width()

    def _value_at(self, x: float) -> int:
        track = self._track()
        share = (x - track.left()) / track.width()
        return round(self.minimum() + share * (self.maximum() - self.minimum()))

    def _set_by_person(self, value: int) -> None:
        bounded = min(max(value, self.minimum()), self.maximum())
        if self._set and bounded == self._at():
            return
        self.set_value(bounded * self._unit)
        self.changed.emit(bounded * self._unit)

    def _say_value(self) -> None:
        if self._set:
            most = number(self.maximum() * self._unit, 1)
            text = _("{value} of {most}").format(value=number(self._at() * self._unit, 1), most=most)
        else:
            text = _("not set")
        self.setAccessibleDescription(text)


def _line(painter: QPainter, left: float, right: float, y: float, pen: QPen) -> None:
    if pen.style() == Qt.PenStyle.SolidLine:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))
