"""How Unlock is painted without a name of Qt's namespace.

The first use of any `Qt.` makes all its enumerations, twelve hundred names, and takes longer than making the locked
window. So what is loaded before the first paint names none: Qt's properties take numbers, and a palette gives brushes.
"""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtGui import QBrush, QColor, QPalette

PLAIN_TEXT = 0
CENTRED = 0x4
AT_THE_TOP = 0x21
"""Left, too, as a label is by itself."""
NO_HELP_WITH_WORDS = 0x2 | 0x4 | 0x40
"""Hints for an input method: sensitive, no capitals of its own, no predictions."""


def names_are_made() -> bool:
    """Return whether Qt's names are there anyway, so that one more costs nothing."""
    return "Qt" in vars(QtCore)


def brush_of(color: QColor) -> QBrush:
    """Return a brush of one colour; QBrush itself would make Qt's names."""
    dipped = QPalette()
    dipped.setColor(QPalette.ColorRole.Window, color)
    return dipped.brush(QPalette.ColorRole.Window)
