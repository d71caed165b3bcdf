"""Where something stands that opens under a control: a menu or a month, above it where there is no room below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from kapjournal.ui.shared.mirroring import from_right
from kapjournal.ui.shared.theme import theme

_GAP, _EDGE = 4, 8


def corner_under(size: QSize, opener: QWidget, beyond: int | None = None) -> QPoint:
    """Return the left upper corner on the screen: both begin together, or it ends so far `beyond` its opener."""
    at = QRect(opener.mapToGlobal(QPoint(0, 0)), opener.size())
    room, window = opener.screen().availableGeometry(), opener.window()
    across = QRect(window.mapToGlobal(QPoint(0, 0)), window.size()).intersected(room)
    across.adjust(theme().px(_EDGE), 0, -theme().px(_EDGE), 0)
    if across.width() >= size.width():
        # It may hang out of the window below, never at a side.
        room.setLeft(across.left())
        room.setRight(across.right())
    return corner_in(room, size, at, beyond)


def corner_in(room: QRect, size: QSize, at: QRect, beyond: int | None = None) -> QPoint:
    """Return the corner within the room of a screen, never over the opener unless there is no room on either side."""
    gap = theme().px(_GAP)
    ends = at.x() + at.width()
    # A line's begin, or its end and beyond: each the other way round in a mirror.
    from_left = from_right() if beyond is not None else not from_right()
    reach = beyond or 0
    left = at.x() - reach if from_left else ends + reach - size.width()
    below, above = at.y() + at.height() + gap, at.y() - gap - size.height()
    lowest = room.y() + room.height() - size.height()
    top = below if below <= lowest else above if above >= room.y() else max(room.y(), lowest)
    return QPoint(max(room.x(), min(left, room.x() + room.width() - size.width())), top)


def let_up(opener: QWidget) -> None:
    """Let a button no longer look pressed: what it opened is closed, or it went together with the button."""
    if isinstance(opener, QAbstractButton) and isValid(opener):
        opener.setDown(False)
