"""The first step: a passphrase, then the recovery code that belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kapjournal.ui.shared.breakpoints import NARROW, breakpoint  # noqa: A004
from kapjournal.ui.shared.code_card import AskBack, CodeCard
from kapjournal.ui.shared.fields import Field, field
from kapjournal.ui.shared.passphrase import PassphraseField
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.strength import StrengthHint
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

# The estimate waits for a pause in the typing.
_PAUSE_MS = 180


class PassphraseStep(Restyled, QWidget):
    """Two fields and a hint; after the journal is made, its code."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseField(large=True)
        self.again = PassphraseField(large=True)
        self._first_field = field(_("Passphrase"), self.first)
        self._again_field = field(_("Once more"), self.again)
        self._hint = StrengthHint()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show_strength)
        self.first.changed.connect(self._typed)
        self.again.changed.connect(self._typed_again)
        self.first.entered.connect(self.again.setFocus)
        self.again.entered.connect(self.entered)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.addWidget(self._first_field, 1)
        self._pair.addWidget(self._again_field, 1)
        self.asking: AskBack | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._pair)
        self._column.addWidget(self._hint)
        self.line = Body("", "ink2")
        self.line.hide()
        self._column.addWidget(self.line)
        self._column.addStretch(1)
        self.restyle()

    @property
    def code_shown(self) -> bool:
        """Whether the journal is made and its code is here."""
        return self.asking is not None

    def passphrase(self) -> str:
        """Return the passphrase if both fields hold the same, else '' after saying what is missing."""
        first, again = self.first.text(), self.again.text()
        if not first:
            self._complain(
                self._first_field, _("A passphrase is needed here. A few words in a row are good.")
            )
            return ""
        if first != again:
            self._complain(self._again_field, _("The two are not the same yet."))
            return ""
        return first

    def show_code(self, code: str) -> None:
        """Show the code in place of the fields."""
        for widget in (self._first_field, self._again_field, self._hint):
            widget.hide()
        self.first.clear()
        self.again.clear()
        self.line.hide()
        self.asking = AskBack(code)
        self.asking.entered.connect(self.entered)
        self._column.insertWidget(0, CodeCard(code))
        self._column.insertWidget(1, self.asking)
        self.restyle()

    def say(self, sentence: str) -> None:
        """Say what stands in the way."""
        self.line.setText(sentence)
        self.line.setVisible(bool(sentence))
        announce(self.line, sentence)

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        look = theme()
        self._pair.setSpacing(look.px(16))
        self._column.setSpacing(look.px(20 if self.code_shown else 12))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """One field under the other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = breakpoint(self) == NARROW
        self._pair.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def _typed(self) -> None:
        self._first_field.say_wrong("")
        self._pause.start()
        self._typed_again()

    def _typed_again(self) -> None:
        self._again_field.say_wrong("")
        same = bool(self.first.text()) and self.first.text() == self.again.text()
        self.again.show_tick(same)

    def _show_strength(self) -> None:
        self._hint.show_for(self.first.text())

    def _complain(self, which: Field, sentence: str) -> None:
        which.say_wrong(sentence)
        which.input.setFocus()
        announce(which, sentence)
