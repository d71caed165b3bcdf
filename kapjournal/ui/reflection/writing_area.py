"""The page itself: the text of a reflection, in Markdown that shows what it means while it is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from kapjournal.ui.reflection.formatting import continued_signs
from kapjournal.ui.reflection.growing_text import GrowingText
from kapjournal.ui.shared.markdown_highlighter import MarkdownHighlighter
from kapjournal.words.language import _


class WritingArea(GrowingText):
    """Where the text is written."""

    takes_pictures = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Text"), _("Write here. A line is enough."), parent)
        self._highlighter = MarkdownHighlighter(self.document())

    def restyle(self) -> None:
        """Draw the Markdown anew too."""
        super().restyle()
        if hasattr(self, "_highlighter"):
            self._highlighter.rehighlight()

    def format_with(self, change: Callable[[QTextCursor], None]) -> None:
        """Let a tool change the selection, and keep the keyboard on the page."""
        cursor = self.textCursor()
        change(cursor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def caret(self) -> int:
        """Where the caret is, in characters."""
        return len(
            self.words().encode("utf-16-le")[: self.textCursor().position() * 2].decode("utf-16-le", "ignore")
        )

    def move_to(self, place: int) -> None:
        """Put the caret at a place, counted in characters."""
        cursor = self.textCursor()
        cursor.setPosition(len(self.words()[:place].encode("utf-16-le")) // 2)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def append_part(self, heading: str) -> None:
        """Add a heading at the end, with an empty line under it for the caret."""
        text = self.words()
        gap = "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(f"{gap}{heading}\n")
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on with a list or a quote at Enter; a plain line break stays one line of the file."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._break_line()
            return
        super().keyPressEvent(event)

    def _break_line(self) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        line = cursor.block().text()
        signs = continued_signs(line)
        if signs is None:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            at_start = cursor.atBlockStart()
            cursor.insertBlock()
            cursor.insertText("" if at_start else signs)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
