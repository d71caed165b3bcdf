"""Text of which a part is heavier than the rest: how many there are, or which file it is."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from kapjournal.ui.shared.text import Words
from kapjournal.ui.shared.theme import theme


class Stressed(Words):
    """A sentence, small unless a style is given; what it is about stands in ink."""

    style_name = "caption"

    def say(self, text: str, stressed: str = "") -> None:
        """Show a text, and a part of it heavier."""
        self._stressed = stressed
        self.setText(text)

    def _dress(self, layout: QTextLayout) -> None:
        start = layout.text().find(self._stressed) if self._stressed else -1
        if start < 0:
            return
        heavier = QTextCharFormat()
        heavier.setFontWeight(QFont.Weight.DemiBold)
        heavier.setForeground(theme().color("ink"))
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, len(self._stressed), heavier
        layout.setFormats([part])
