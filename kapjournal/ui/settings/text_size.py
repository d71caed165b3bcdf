"""The slider for the size of text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider

from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

LOWEST, HIGHEST, _STEP = 80, 200, 20
# A size is applied after the hand has come to rest: each one lays out the whole window anew.
_REST_MS = 250


class TextSizeSlider(Restyled, QSlider):
    """The size of text in percent, in seven steps."""

    chosen = Signal(int)

    def __init__(self, percent: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, (HIGHEST - LOWEST) // _STEP)
        self.setPageStep(1)
        self.setValue(round((percent - LOWEST) / _STEP))
        self.setAccessibleName(_("Text size"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._tell)
        self.valueChanged.connect(self._changed)
        self._say()
        self.restyle()

    @property
    def percent(self) -> int:
        """The size that the handle stands on."""
        return LOWEST + _STEP * self.value()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(theme().px(220), theme().px(28))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the fixed size."""
        return self.size()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the step under the pointer."""
        self.setValue(self._step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._step_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Stay where it is."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the track with its stops, and the handle."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self.height() / 2
        left, right = self._ends()
        x = self._x_of(self.value())
        painter.setPen(QPen(look.color("strong"), look.pxf(2)))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(
            QPen(look.color("accent"), look.pxf(3.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        painter.drawLine(QPointF(self._x_of(0), y), QPointF(x, y))
        painter.setPen(Qt.PenStyle.NoPen)
        for stop in range(self.maximum() + 1):
            painter.setBrush(look.color("accent" if stop <= self.value() else "strong"))
            painter.drawEllipse(QPointF(self._x_of(stop), y), look.pxf(2.8), look.pxf(2.8))
        painter.setPen(QPen(look.color("accent"), look.pxf(2.2)))
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(QPointF(x, y), look.pxf(9), look.pxf(9))
        painter.end()

    def _ends(self) -> tuple[float, float]:
        side = theme().pxf(11)
        return side, self.width() - side

    def _x_of(self, stop: int) -> float:
        left, right = self._ends()
        return self._from_begin(left + (right - left) * stop / self.maximum())

    def _step_at(self, x: float) -> int:
        left, right = self._ends()
        return round((self._from_begin(x) - left) / (right - left) * self.maximum())

    def _from_begin(self, x: float) -> float:
        """How far a place lies from the side where lines begin, and the other way round."""
        return self.width() - x if self.isRightToLeft() else x

    def _changed(self) -> None:
        self._say()
        self._rest.start()

    def _tell(self) -> None:
        self.chosen.emit(self.percent)

    def _say(self) -> None:
        self.setAccessibleDescription(_("{percent} %").format(percent=self.percent))
