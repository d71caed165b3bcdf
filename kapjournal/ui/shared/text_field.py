"""One line of text that hears every word of the person, whichever way it comes."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kapjournal.ui.shared.full_field import MOST_LETTERS, say_full
from kapjournal.ui.shared.theme import Restyled, theme

PAUSE_MS = 1_200
"""Words are taken after a pause this long; two seconds of them are the most that is ever at stake."""


class TextField(Restyled, QLineEdit):
    """One line of text.

    `edited` tells each change by the person. A screen reader or a voice gives the whole text at once, and Qt tells
    that neither by textEdited nor, later, by editingFinished: `put_in` tells it, after `edited`. `paused` tells that
    nothing was typed for a while; the person may go on.
    """

    edited = Signal(str)
    put_in = Signal(str)
    paused = Signal()

    def __init__(self, text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown_by_us = False
        self._typed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.editingFinished.connect(self._pause.stop)
        self.textEdited.connect(self._hear_typing)
        self.textChanged.connect(self._hear_change)
        self.setMaxLength(MOST_LETTERS)  # Qt's own 32,767 would cut a longer one that is shown here
        self.inputRejected.connect(self._say_full)
        self.setText(text)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def setText(self, text: str | None) -> None:  # noqa: N802 - Qt's name
        """Show a text, without telling anybody."""
        self._shown_by_us = True
        self._pause.stop()
        super().setText(text)
        self._shown_by_us = False

    def take_now(self) -> None:
        """Tell at once what was typed since the last pause."""
        if self._pause.isActive():
            self._pause.stop()
            self.paused.emit()

    def clear(self) -> None:
        """Show nothing, without telling anybody."""
        self.setText("")

    def restyle(self) -> None:
        """Take the font from the theme."""
        self.setFont(theme().font("body"))

    def _say_full(self) -> None:
        if not self._shown_by_us:
            say_full(self, self.maxLength())

    def _hear_typing(self, text: str) -> None:
        # Qt tells of typing before it tells of the change.
        self._typed = True
        self._pause.start()
        self.edited.emit(text)

    def _hear_change(self, text: str) -> None:
        if self._shown_by_us:
            return
        typed, self._typed = self._typed, False
        if not typed:
            self.edited.emit(text)
            self.put_in.emit(text)
