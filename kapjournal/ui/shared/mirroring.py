"""Where painted things stand when lines run from right to left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter


def mirrored(painter: QPainter) -> bool:
    """Return whether the lines of what is painted run from right to left."""
    return painter.layoutDirection() == Qt.LayoutDirection.RightToLeft


def placed(painter: QPainter, area: QRectF, within: QRectF) -> QRectF:
    """Return an area where it stands: as it is, or as far from the other side of what it lies in."""
    if not mirrored(painter):
        return area
    return QRectF(within.left() + within.right() - area.right(), area.top(), area.width(), area.height())
