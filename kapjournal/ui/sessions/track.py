"""A track from 0 to 10 with a point for each step; it may be unset."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.theme import tabular, theme
from kapjournal.ui.shared.unset_slider import UnsetSlider
from kapjournal.words.language import _

_STEPS = 11


class Track(UnsetSlider):
    """One answer from 0 to 10, or none; a click on the answer takes it back too."""

    def __init__(self, question: str, low_word: str, high_word: str, parent: QWidget | None = None) -> None:
        super().__init__(0, _STEPS - 1, 1, parent)
        self._question = question
        self._words = (low_word, high_word)
        self.setAccessibleName(question)
        self._say_value()
        self.restyle()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(66))
        self.setMinimumWidth(theme().px(200))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width."""
        return QSize(theme().px(280), theme().px(66))

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
        foot = QRectF(0, look.pxf(48), self.width(), look.pxf(18))
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words[0])
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._words[1])
        if not self._set:
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, _("not set"))
        painter.end()

    def _paint_track(self, painter: QPainter) -> None:
        look = theme()
        y = look.pxf(36)
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
        centre = QPointF(self._x(self._at()), y)
        painter.setBrush(look.color("session_fill"))
        painter.drawEllipse(centre, look.pxf(11), look.pxf(11))
        number = tabular(look.font("chip"))
        number.setWeight(QFont.Weight.DemiBold)
        painter.setFont(number)
        painter.setPen(look.color("on_session"))
        reach = look.pxf(11)
        area = QRectF(centre.x() - reach, y - reach, 2 * reach, 2 * reach)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._at()))

    def _x(self, step: int) -> float:
        side = theme().pxf(12)
        return self._from_begin(side + step * (self.width() - 2 * side) / (_STEPS - 1))

    def _step_at(self, x: float) -> int:
        side = theme().pxf(12)
        share = (self._from_begin(x) - side) / max(1.0, self.width() - 2 * side)
        return min(max(round(share * (_STEPS - 1)), 0), _STEPS - 1)

    def _pressed_at(self, x: float) -> None:
        if self._set and self._step_at(x) == self._at():
            self.unset()
        else:
            super()._pressed_at(x)

    def _say_value(self) -> None:
        low, high = self._words
        ends = _("0 is {low}, 10 is {high}").format(low=low, high=high)
        said = _("{value} of 10").format(value=self._at()) if self._set else _("not set")
        self.setAccessibleDescription(f"{said}. {ends}")
