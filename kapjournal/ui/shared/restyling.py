"""Making a look the current one: its style sheet, its palette, and every widget restyled."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kapjournal.ui.shared.style import qss
from kapjournal.ui.shared.theme import Restyled, Theme, make_current, system_look


def apply_theme(
    app: QApplication,
    name: str,
    text_scale: float = 1.0,
    less_motion: bool = False,
    reading_font: str = "serif",
) -> Theme:
    """Make a theme current and restyle every widget; name is 'light', 'dark', 'gentle' or 'system'.

    `reading_font` is one of settings.READING_FONTS.
    """
    look = system_look() if name == "system" else name
    made = Theme(look, text_scale, less_motion, reading_font)
    make_current(made)
    if not app.property("has_style"):
        app.setProperty("has_style", True)
        app.setStyle("Fusion")
    app.setFont(made.font("body"))
    app.setPalette(palette(made))
    app.setStyleSheet(qss(made))
    # After the style sheet, not on its events: polishing takes back fonts and palettes set before it.
    # All are polished before the first is restyled: what holds others has them polished once more.
    # What holds others is restyled after them: it may give them another size than they have by themselves.
    inside_out = sorted(app.allWidgets(), key=_depth, reverse=True)
    for widget in inside_out:
        widget.ensurePolished()
    for widget in inside_out:
        if isValid(widget) and isinstance(widget, Restyled):
            widget.restyle()
    return made


def _depth(widget: QWidget) -> int:
    """Return how many others a widget stands in."""
    depth, holder = 0, widget.parentWidget()
    while holder is not None:
        depth, holder = depth + 1, holder.parentWidget()
    return depth


def palette(look: Theme) -> QPalette:
    """Return the palette of a theme."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "bg",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.PlaceholderText: "ink3",
        QPalette.ColorRole.Highlight: "accent_fill",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Accent: "accent_fill",
        QPalette.ColorRole.ToolTipBase: "ink",
        QPalette.ColorRole.ToolTipText: "bg",
        QPalette.ColorRole.Light: "hover",
        QPalette.ColorRole.Midlight: "hover",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "strong",
        QPalette.ColorRole.Shadow: "strong",
    }
    for role, name in roles.items():
        made.setColor(role, look.color(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, look.color("ink3"))
    return made
