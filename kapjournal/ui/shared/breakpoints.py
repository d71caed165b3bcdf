"""How much room there is, in lengths of the design."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kapjournal.tokens import tokens
from kapjournal.ui.shared.theme import theme

WIDE = "wide"
MEDIUM = "medium"
NARROW = "narrow"
SIDE_MARGINS = {WIDE: 36, MEDIUM: 28, NARROW: 20}
"""What a page leaves free at its sides."""
TOP_MARGINS = {WIDE: 32, MEDIUM: 28, NARROW: 20}
"""What a page leaves free above its name."""


def breakpoint(widget: QWidget) -> str:  # noqa: A001 - the word of the design
    """Return 'wide', 'medium' or 'narrow' for the window a widget stands in."""
    return breakpoint_of(widget.window().width(), theme().scale)


def breakpoint_of(window_px: float, scale: float) -> str:
    """Return the breakpoint of a window's width at a text scale."""
    effective = window_px / scale
    if effective >= tokens().breakpoint["wide"]:
        return WIDE
    return MEDIUM if effective >= tokens().breakpoint["medium"] else NARROW
