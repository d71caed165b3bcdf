"""Where things stand when lines run from right to left.

Qt turns its layouts round by itself; what is painted, margins and what is moved to a place are asked about here.
"""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QApplication, QWidget

_LETTERS = ("L", "R", "AL")


def from_right() -> bool:
    """Return whether the lines of the window run from right to left."""
    return QGuiApplication.isRightToLeft()


def way_of(text: str) -> QtCore.Qt.LayoutDirection:
    """Return which way a text runs by itself, as its first letter does: someone's words may run unlike the window."""
    from unicodedata import bidirectional  # not before the first paint

    ways = QtCore.Qt.LayoutDirection
    strong = next((kind for kind in map(bidirectional, text) if kind in _LETTERS), "L")
    return ways.LeftToRight if strong == "L" else ways.RightToLeft


def mirrored(painter: QPainter) -> bool:
    """Return whether the lines of what is painted run from right to left."""
    return painter.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft


def placed(painter: QPainter, area: QRectF, within: QRectF | QRect) -> QRectF:
    """Return an area where it stands: as it is, or as far from the other side of what it lies in."""
    if not mirrored(painter):
        return area
    around = QRectF(within)
    return QRectF(around.left() + around.right() - area.right(), area.top(), area.width(), area.height())


def placed_x(painter: QPainter, x: float, within: QRectF | QRect) -> float:
    """Return how far from the left a place stands that was measured from where lines begin."""
    return placed(painter, QRectF(x, 0, 0, 0), within).left()


def sides(begin: int, top: int, end: int, bottom: int) -> tuple[int, int, int, int]:
    """Return margins in Qt's order (left, top, right, bottom), which it never turns round."""
    return (end, top, begin, bottom) if from_right() else (begin, top, end, bottom)


def along(key: int) -> int:
    """Return an arrow key as it is meant: the one that points where lines end is Right, whatever way they run."""
    keys = QtCore.Qt.Key
    other: dict[int, int] = {keys.Key_Left: keys.Key_Right, keys.Key_Right: keys.Key_Left}
    return other.get(key, key) if from_right() else key


def turn_round(turned: QWidget | QApplication) -> None:
    """Let a widget, or the whole window, stand the other way round: what it begins with comes last."""
    ways = QtCore.Qt.LayoutDirection
    turned.setLayoutDirection(ways.LeftToRight if from_right() else ways.RightToLeft)


def put_at_end(child: QWidget, parent: QWidget, gap: int) -> None:
    """Put a small control where the line of its parent ends, in the middle of its height."""
    size = child.sizeHint()
    left = gap if parent.isRightToLeft() else parent.width() - size.width() - gap
    child.setGeometry(QRect(left, (parent.height() - size.height()) // 2, size.width(), size.height()))
