"""The intention as it is written: large, in Markdown that shows what it means, its signs in a quiet colour."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.fields import TextArea
from kapjournal.ui.shared.markdown_highlighter import MarkdownHighlighter
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _

_LINES = 2
_PX = 20.0


class IntentionField(TextArea):
    """Without a frame: it stands on its card like words that are read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "", _("What would you like to bring to it?"), parent, style="prompt", least_lines=_LINES, air=8
        )
        self.setProperty("role", "plain")
        self.document().setDocumentMargin(0)
        self.setAccessibleName(_("Intention"))
        self._highlighter = MarkdownHighlighter(self.document())

    def restyle(self) -> None:
        """Take letters and colours from the theme."""
        super().restyle()
        font = self.font()
        font.setPixelSize(theme().px(_PX))
        self.setFont(font)
        self._fit()
        if hasattr(self, "_highlighter"):
            before = self.blockSignals(True)  # to colour words anew is no change of them
            self._highlighter.rehighlight()
            self.blockSignals(before)
