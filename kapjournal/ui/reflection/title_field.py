"""The title of a reflection: one line in meaning, as many on the page as it needs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kapjournal.ui.reflection.growing_text import GrowingText
from kapjournal.words.language import _


class TitleField(GrowingText):
    """Where the title is written; Enter goes on to the text."""

    style_name = "title"
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Title"), _("A title, if you like"), parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on to the text instead of beginning a line."""
        at_end = self.textCursor().atEnd()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
            event.key() == Qt.Key.Key_Down and at_end
        ):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def insert_words(self, text: str) -> None:
        """Insert a text as one line."""
        super().insert_words(" ".join(text.split()))
