"""The roundel of Kap Journal: a sun over waves, the same in every theme."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kapjournal.tokens import tokens
from kapjournal.ui.shared.first_paint import brush_of
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Words
from kapjournal.ui.shared.theme import Restyled, theme

_BELOW_SKY = (("dark", 6), ("dark", 0), ("light", 0))


def paint_logo(painter: QPainter, rect: QRectF) -> None:
    """Paint the roundel into a square."""
    values = tokens()
    sky = QColor(values.colors["light"]["accent_fill"])
    dawn = QColor(values.moods["dark"][10])
    side = rect.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = QPainterPath()
    circle.addEllipse(rect)
    painter.fillPath(circle, brush_of(sky))
    painter.setClipPath(circle)
    sun = QPainterPath()
    sun.addEllipse(QPointF(rect.left() + side * 0.62, rect.top() + side * 0.40), side * 0.155, side * 0.155)
    painter.fillPath(sun, brush_of(dawn))
    rose, dusk, night = (QColor(values.moods[name][step]) for name, step in _BELOW_SKY)
    # Where each band begins, as a share of the side, from the sky down.
    bands = ((0.44, dawn), (0.50, sky), (0.61, rose), (0.67, sky), (0.75, dusk), (0.80, night))
    for top, color in bands:
        painter.fillPath(_below(rect, top), brush_of(color))
    painter.restore()


def logo_pixmap(side: int, ratio: float = 1.0) -> QPixmap:
    """Return the roundel as a pixmap; side in device-independent px."""
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    paint_logo(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


def logo_icon() -> QIcon:
    """Return the icon of the window."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128):
        made.addPixmap(logo_pixmap(side))
    return made


class Logo(Restyled, QWidget):
    """The roundel as a widget."""

    def __init__(self, parent: QWidget | None = None, *, size: int = 24) -> None:
        super().__init__(parent)
        self._size = size
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(QSize(theme().px(self._size), theme().px(self._size)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the roundel."""
        painter = QPainter(self)
        paint_logo(painter, QRectF(self.rect()))
        painter.end()


class NameAndLogo(Restyled, QWidget):
    """The roundel with the name of the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.name = Words("Kap Journal", style="section", wrap=False)
        self._row.addWidget(Logo(self))
        self._row.addWidget(self.name)
        self._row.addStretch(1)
        self.restyle()

    def set_margins(self, left: int, below: int) -> None:
        """Stand so far from the left, with so much room below; in px."""
        self._row.setContentsMargins(*sides(left, 0, 0, below))

    def restyle(self) -> None:
        """Take font and gap from the theme."""
        look = theme()
        font = look.font("section")
        font.setPixelSize(look.px(17.5))
        self.name.setFont(font)
        self._row.setSpacing(look.px(10))


def _below(rect: QRectF, top: float) -> QPainterPath:
    """Return everything below one wave."""
    side = rect.width()
    path = QPainterPath(QPointF(rect.left(), rect.bottom()))
    for step in range(25):
        along = step / 24
        lift = math.sin(along * 2 * math.pi * 1.05 + 0.4) * 0.055
        path.lineTo(rect.left() + along * side, rect.top() + side * (top + lift))
    path.lineTo(rect.right(), rect.bottom())
    path.closeSubpath()
    return path
