"""A slider from 0 to 10 that may be unset: dotted track, dashed handle, nothing stored."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import tabular, theme
from kapjournal.ui.shared.unset_slider import UnsetSlider
from kapjournal.words.language import _
from kapjournal.words.numbers import number

_CROSS_PX, _VALUE_PX = 24, 28
"""How wide the cross is, and how much room the value keeps beside it."""


class MeasureSlider(UnsetSlider):
    """One measure, with the words of its ends and, unless it stands elsewhere, its value and a cross to unset it."""

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
        super().__init__(low, high, step, parent)
        self._words = (low_word, high_word)
        self._shows_value = shows_value
        self.cross: IconButton | None = None
        self.setAccessibleName(accessible_name)
        self._say_value()
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the theme."""
        look = theme()
        widths = self._widths()
        self.setMinimumWidth(max(look.px(160), math.ceil(max(widths))))
        lines = 0 if not any(self._words) else 2 if self._meet() else 1
        self.setFixedHeight(look.px(30 + (0, 16, 34)[lines]))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See whether the words of the ends still stand beside each other."""
        super().resizeEvent(event)
        self.restyle()
        self._place_cross()

    def set_value(self, value: float | None) -> None:
        """Show a value, or unset, without telling anybody."""
        super().set_value(value)
        self._show_cross()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a comfortable width."""
        return QSize(theme().px(260), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint track, handle, end words and value."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = placed(painter, self._track(), self.rect())
        handle = QPointF(self._x_of(self._at()), track.center().y())
        if self._set:
            _line(painter, track.left(), track.right(), handle.y(), QPen(look.color("strong"), look.pxf(2)))
            begin = self._from_begin(self._track().left())
            _line(painter, begin, handle.x(), handle.y(), QPen(look.color("accent"), look.pxf(3.5)))
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
        self._paint_words(painter, self._track())
        painter.end()

    def _moved(self) -> None:
        super()._moved()
        self._show_cross()

    def _show_cross(self) -> None:
        """Offer to unset what is set: a touch may have been none that was meant."""
        if self.cross is None:
            if not (self._set and self._shows_value):
                return
            name = _("Leave {measure} unset").format(measure=self.accessibleName())
            self.cross = IconButton("close", name, self, bare=True, size="within", role="ink3", icon_px=14)
            self.cross.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.cross.setCursor(Qt.CursorShape.ArrowCursor)
            self.cross.clicked.connect(self.unset)
            self._place_cross()
        if self.cross.hasFocus() and not self._set:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cross.setVisible(self._set)

    def _place_cross(self) -> None:
        if self.cross is None:
            return
        side, end = theme().px(_CROSS_PX), theme().px(_VALUE_PX)
        left = end if self.isRightToLeft() else self.width() - end - side
        middle = round(self._track().center().y()) + theme().px(6)  # that of the value
        self.cross.setGeometry(left, max(0, middle - side // 2), side, side)

    def _paint_words(self, painter: QPainter, track: QRectF) -> None:
        look = theme()
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink3"))
        low, high = self._words
        area = QRectF(0, look.pxf(21), track.right() + look.pxf(9), look.pxf(20))
        area = placed(painter, area, self.rect())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, low)
        if self._meet():  # in a line of its own, which may be longer than the track
            area = QRectF(
                0, look.pxf(39), max(track.right() + look.pxf(9), self._widths()[1] + 1), look.pxf(20)
            )
            area = placed(painter, area, self.rect())
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, high)
        if not self._shows_value:
            return
        place = QRectF(
            track.right(), track.center().y() - look.pxf(6), self.width() - track.right(), look.pxf(24)
        )
        if self._set:
            font = tabular(look.font("body"))
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(look.color("ink"))
            words = number(self._at() * self._unit, 1)
        else:
            words = _("not set")
        place = placed(painter, place, self.rect())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _widths(self) -> tuple[float, float]:
        measure = QFontMetricsF(theme().font("caption"))
        low, high = self._words
        return measure.horizontalAdvance(low), measure.horizontalAdvance(high)

    def _meet(self) -> bool:
        """Whether the words of the ends have no room beside each other."""
        look = theme()
        return sum(self._widths()) + look.pxf(8) > self._track().right() + look.pxf(9)

    def _track(self) -> QRectF:
        look = theme()
        side = look.pxf(9)
        room = look.pxf(62) if self._shows_value else 0.0
        return QRectF(side, look.pxf(13) - 1, max(1.0, self.width() - 2 * side - room), 2)

    def _x_of(self, value: int) -> float:
        track = self._track()
        share = (value - self.minimum()) / max(1, self.maximum() - self.minimum())
        return self._from_begin(track.left() + share * track.width())

    def _pressed_at(self, x: float) -> None:
        if self._from_begin(x) <= self._track().right() + theme().px(12):
            super()._pressed_at(x)

    def _step_at(self, x: float) -> int:
        track = self._track()
        share = (self._from_begin(x) - track.left()) / track.width()
        return round(self.minimum() + share * (self.maximum() - self.minimum()))

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
