"""Numbers, large, with a way to copy them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.clipboard import copy_number
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Words
from kapjournal.ui.shared.theme import tabular, theme
from kapjournal.words.language import _


class NumberWords(Words):
    """A number to call in the serif, as large as its place asks; it can be marked with the mouse or the keys."""

    def __init__(self, text: str, px: float, parent: QWidget | None = None) -> None:
        self._px = px
        super().__init__(text, parent=parent, style="title")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def restyle(self) -> None:
        """Take the font from the theme."""
        super().restyle()
        font = tabular(theme().font("title"))
        font.setPixelSize(theme().px(self._px))
        self.setFont(font)
        # A column that scrolls may squeeze words that wrap; a number keeps its line.
        self.setMinimumHeight(self.fontMetrics().height())


class CopyButton(QWidget):
    """Copies a number; says 'Copied' as long as it lies in the clipboard."""

    def __init__(self, number: str, parent: QWidget | None = None, *, in_words: bool) -> None:
        super().__init__(parent)
        self._number = number
        self._words = Button(_("Copy"), icon="copy", size="small") if in_words else None
        self._icon = None if in_words else IconButton("copy", "", bare=True, size="edge", icon_px=16)
        button = self._words or self._icon
        assert button is not None
        self.control: QPushButton = button
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        self.setFocusProxy(button)
        button.clicked.connect(self._copy)
        QGuiApplication.clipboard().dataChanged.connect(self._look)
        self.show_copied(copied=False)

    def show_copied(self, *, copied: bool) -> None:
        """Show whether this number is the one that was copied."""
        name = _("{number} is copied") if copied else _("Copy {number}")
        if self._words is not None:
            self._words.set_icon("kept_small" if copied else "copy")
            self._words.set_text(_("Copied") if copied else _("Copy"))
            self._words.setAccessibleName(name.format(number=self._number))
        if self._icon is not None:
            self._icon.set_icon("kept_small" if copied else "copy")
            self._icon.set_name(name.format(number=self._number))

    def _copy(self) -> None:
        copy_number(self._number)
        self.show_copied(copied=True)
        announce(self, _("{number} is copied").format(number=self._number))

    def _look(self) -> None:
        """Notice that something else was copied."""
        if QGuiApplication.clipboard().text() != self._number:
            self.show_copied(copied=False)
