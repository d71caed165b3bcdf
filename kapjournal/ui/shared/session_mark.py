"""Marks of sessions: diamond for dosing, circle for integration, square for preparation; dashed if planned."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kapjournal.tokens import tokens
from kapjournal.ui.shared.theme import Restyled, theme

DOSING = "dosing"
INTEGRATION = "integration"
PREPARATION = "preparation"


def paint_session_mark(
    painter: QPainter,
    center: QPointF,
    kind: str,
    number: int | None = None,
    planned: bool = False,
    *,
    side: float | None = None,
    today: bool = False,
) -> None:
    """Paint the mark of a session; `side` in px at 100 % text replaces the size of its kind.

    Kind is 'dosing', 'integration' or 'preparation' (any other word is drawn as preparation).
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind == DOSING:
        _paint_dosing(painter, center, number, planned, side)
    elif kind == INTEGRATION:
        _paint_integration(painter, center, planned, side, today=today)
    else:
        _paint_preparation(painter, center, planned, side)
    painter.restore()


class SessionMark(Restyled, QWidget):
    """The mark of a session as a widget; its words stand beside it."""

    def __init__(
        self,
        kind: str,
        number: int | None = None,
        planned: bool = False,
        parent: QWidget | None = None,
        *,
        size: int = 28,
    ) -> None:
        super().__init__(parent)
        self._mark = (kind, number, planned)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(QSize(theme().px(self._size), theme().px(self._size)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the mark in the middle."""
        painter = QPainter(self)
        kind, number, planned = self._mark
        side = self._size / 1.5 if kind == DOSING else None
        paint_session_mark(painter, QRectF(self.rect()).center(), kind, number, planned, side=side)
        painter.end()


def _paint_dosing(
    painter: QPainter, center: QPointF, number: int | None, planned: bool, side: float | None
) -> None:
    look = theme()
    length = look.pxf(side if side is not None else tokens().chart["session_mark_side_ribbon"])
    square = QRectF(-length / 2, -length / 2, length, length)
    painter.translate(center)
    painter.save()
    painter.rotate(45)
    if planned:
        _outline(painter, "session", (2.0, 1.4))
    else:
        _fill(painter, "session_fill")
    painter.drawRoundedRect(square, length * 0.18, length * 0.18)
    painter.restore()
    if number is not None:
        font = look.font("chip")
        font.setPixelSize(max(1, round(length * 0.7)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.color("session" if planned else "on_session"))
        painter.drawText(
            QRectF(-length, -length, 2 * length, 2 * length), Qt.AlignmentFlag.AlignCenter, str(number)
        )


def _paint_integration(
    painter: QPainter, center: QPointF, planned: bool, side: float | None, *, today: bool
) -> None:
    look = theme()
    radius = look.pxf(side / 2 if side is not None else tokens().chart["integration_mark_radius"])
    if planned or today:
        _outline(painter, "accent", () if today else (1.8, 1.3))
    else:
        _fill(painter, "accent")
    painter.drawEllipse(center, radius, radius)


def _paint_preparation(painter: QPainter, center: QPointF, planned: bool, side: float | None) -> None:
    look = theme()
    length = look.pxf(side if side is not None else tokens().chart["preparation_mark_side"])
    square = QRectF(center.x() - length / 2, center.y() - length / 2, length, length)
    if planned:
        _outline(painter, "ink3", (1.8, 1.3))
    else:
        _fill(painter, "ink3")
    painter.drawRoundedRect(square, length * 0.2, length * 0.2)


def _outline(painter: QPainter, role: str, dashes: tuple[float, ...]) -> None:
    """Paint with a line from here on, whole where it has no dashes."""
    look = theme()
    pen = QPen(look.color(role), look.pxf(1.5))
    if dashes:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(list(dashes))
    painter.setPen(pen)
    painter.setBrush(look.color("surface"))


def _fill(painter: QPainter, role: str) -> None:
    """Paint areas of a colour from here on."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(role))
