"""Where one is in a scale: a dot for each item, and one apart for an item that is not counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kapjournal.ui.shared.mirroring import placed_x
from kapjournal.ui.shared.theme import Restyled, theme

_PITCH, _LEAST_PITCH, _HEIGHT = 34, 22, 34


class DotState(Enum):
    """How an item stands."""

    AHEAD = "ahead"
    ANSWERED = "answered"
    OPEN = "open"
    """The person would rather not answer it."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One item: what stands under it, how it stands, whether it counts."""

    name: str
    state: DotState
    counted: bool = True


class ItemDots(Restyled, QWidget):
    """The dots, with the present one as a ring; a reader hears the line of words beside it instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: Sequence[Dot] = ()
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def show_dots(self, dots: Sequence[Dot], at: int) -> None:
        """Show these, the present one at a place."""
        self._dots, self._at = dots, at
        self.setMinimumWidth(theme().px(_LEAST_PITCH) * len(dots))
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the dots."""
        if not self._dots:
            return
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = min(look.pxf(_PITCH), (self.width() - look.pxf(12)) / len(self._dots))
        for index, dot in enumerate(self._dots):
            x = placed_x(painter, look.pxf(6) + index * pitch, self.rect())
            center = QPointF(x, look.pxf(8))
            self._paint_dot(painter, center, dot, now=index == self._at)
            font = look.font("caption")
            font.setWeight(QFont.Weight.DemiBold if index == self._at else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(look.color("ink" if index == self._at else "ink2"))
            area = QRectF(center.x() - pitch / 2, look.pxf(16), pitch, look.pxf(18))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, dot.name)
        painter.end()

    def _paint_dot(self, painter: QPainter, center: QPointF, dot: Dot, *, now: bool) -> None:
        look = theme()
        pen = QPen(
            look.color("accent" if now or dot.state is not DotState.AHEAD else "strong"), look.pxf(1.5)
        )
        if now:
            pen.setWidthF(look.pxf(2.5))
        elif not dot.counted and dot.state is DotState.AHEAD:
            pen.setDashPattern([2.0, 2.0])
        painter.setPen(pen)
        filled = dot.state is DotState.ANSWERED and not now
        painter.setBrush(look.color("accent") if filled else Qt.BrushStyle.NoBrush)
        radius = look.pxf(5)
        painter.drawEllipse(center, radius, radius)
        if dot.state is DotState.OPEN and not now:
            reach = look.pxf(2.5)
            painter.drawLine(center - QPointF(reach, 0), center + QPointF(reach, 0))
