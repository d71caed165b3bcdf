"""Something steady for a hard moment: one prompt of the steady window at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kapjournal.domain.prompt import AskedPrompt
from kapjournal.guidance.library import STEADY, Prompt, library
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Caption, Label
from kapjournal.ui.shared.text import Prompt as Question
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _


class SteadyCard(Card):
    """One steady prompt, with another after it; nothing of it is kept unless it is written about."""

    write_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._sign = QLabel()
        super().__init__(parent, padding=(22, 18), spacing=10)
        self._at = 0
        self._prompts: tuple[Prompt, ...] = ()
        self._question = Question()
        self._caution = Caption("", "ink2")
        write = Button(_("Write about this"), "soft", "write")
        another = Button(_("Another"), "quiet", "another")
        self._buttons = (write, another)
        write.clicked.connect(self._write)
        another.clicked.connect(self._another)
        self._head = QHBoxLayout()
        self._head.addWidget(self._sign)
        self._head.addWidget(Label(_("Something steady for now")), 1)
        buttons = QHBoxLayout()
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        for part in (self._question, self._caution):
            self.body.addWidget(part)
        self.body.insertLayout(0, self._head)
        self.body.addLayout(buttons)
        self.restyle()

    def show_prompts(self, hidden: frozenset[str]) -> None:
        """Offer the steady prompts that are not hidden; none left hides the card."""
        self._prompts = tuple(p for p in library().prompts if p.window == STEADY and p.id not in hidden)
        self.setVisible(bool(self._prompts))
        self._show()

    def restyle(self) -> None:
        """Take icon and spacing from the theme."""
        super().restyle()
        look = theme()
        self._sign.setPixmap(icon_pixmap("practice", look.color("accent"), look.px(20), 2))
        if hasattr(self, "_head"):
            self._head.setSpacing(look.px(10))

    def _show(self) -> None:
        if self._prompts:
            prompt = self._prompts[self._at % len(self._prompts)]
            self._question.setText(prompt.text)
            self._caution.setText(prompt.caution)
            self._caution.setVisible(bool(prompt.caution))

    def _another(self) -> None:
        self._at += 1
        self._show()
        announce(self, self._question.text())

    def _write(self) -> None:
        prompt = self._prompts[self._at % len(self._prompts)]
        self.write_wanted.emit(AskedPrompt(prompt.id, prompt.text, str(prompt.domain), prompt.window))
