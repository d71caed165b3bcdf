"""What happened: tags used lately as chips, and a field for another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.fields import TextField
from kapjournal.ui.shared.text import Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unfinished import Unfinished
from kapjournal.words.language import _

if TYPE_CHECKING:
    from kapjournal.journal.drafts import Drafts

LONGEST_TAG = 60


class WhatHappened(Restyled, QWidget):
    """Chosen tags and those used most lately."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: tuple[str, ...] = ()
        self._used: tuple[str, ...] = ()
        self._unfinished: Unfinished | None = None
        self._flow = ChipFlow(_("What happened"))
        self._add = IconButton("add", _("Add what happened"), size="small")
        self._add.setProperty("round", True)
        self._add.clicked.connect(self.open_field)
        self.field = TextField(placeholder=_("In a word or two"))
        self.field.setAccessibleName(_("What happened, in a word or two"))
        self.field.setMaxLength(LONGEST_TAG)
        self.field.editingFinished.connect(self._take_field)
        self.field.installEventFilter(self)
        self.field.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(_("What happened"), wrap=False))
        self._column.addWidget(self._flow)
        self._column.addWidget(self.field)
        self.restyle()

    def show_tags(self, chosen: Sequence[str], used: Sequence[str]) -> None:
        """Show the chosen tags first, then those used lately."""
        self._chosen = tuple(chosen)
        self._used = tuple(used)
        self._fill()

    def wait_in(self, drafts: Drafts) -> None:
        """Let a word that is half written wait, and show one that waited."""
        self._unfinished = Unfinished(drafts, "happened", {"word": self.field}, self)
        self.field.setVisible(bool(self.field.text()))

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._column.setSpacing(theme().px(8))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter takes the word and leaves the field open for the next; Esc closes the field alone."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self.field:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take_word()
                return True
            if event.key() == Qt.Key.Key_Escape:
                # Put away, with the word in it.
                self._close_field()
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        # The plus is kept; only the chips are made anew.
        self._add.setParent(self)
        self._flow.clear()
        for tag in dict.fromkeys((*self._used, *self._chosen)):
            chip = Chip(tag)
            chip.setChecked(tag in self._chosen)
            chip.setProperty("tag", tag)
            chip.toggled.connect(self._toggled)
            self._flow.add(chip)
        self._flow.add(self._add)

    def _toggled(self, checked: bool) -> None:
        chip = self.sender()
        tag = str(chip.property("tag")) if chip is not None else ""
        others = tuple(t for t in self._chosen if t != tag)
        self._chosen = (*others, tag) if checked else others
        self.changed.emit(self._chosen)

    def open_field(self) -> None:
        """Show the field for another word, with the keys in it."""
        self.field.show()
        self.field.setFocus()

    def _take_word(self) -> None:
        word = " ".join(self.field.text().split())
        self.field.clear()
        if word and word not in self._chosen:
            self._chosen = (*self._chosen, word)
            self._fill()
            self.changed.emit(self._chosen)
        if self._unfinished is not None:
            self._unfinished.let_go()

    def _take_field(self) -> None:
        self._take_word()
        self._close_field()

    def _close_field(self) -> None:
        had_focus = self.field.hasFocus()
        self.field.hide()
        if had_focus:
            self._add.setFocus()
