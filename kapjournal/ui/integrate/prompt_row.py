"""One prompt in a list of the library."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.guidance.library import Prompt, PromptDomain
from kapjournal.ui.integrate.question_card import star_name
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.text import Caption, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _, ngettext
from kapjournal.words.prompts import domain_name, window_days


class PromptRow(Restyled, QWidget):
    """The question, what belongs to it, and what can be done with it."""

    write_wanted = Signal(object)
    favourite_toggled = Signal(object)
    hidden_toggled = Signal(object)
    change_wanted = Signal(object)

    def __init__(self, prompt: Prompt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt = prompt
        self._hidden = False
        self._star = IconButton("favourite", star_name(favourite=False), bare=True, size="small")
        self._write = Button(_("Write about this"), "text", "write", "small")
        self._hide = Button(_("Not for me"), "quiet", size="small")
        self._change = Button(_("Change"), "quiet", size="small")
        self._change.setVisible(prompt.domain is PromptDomain.OWN)
        for control in self.controls():
            control.setAccessibleDescription(prompt.text)
        self._question = Words(prompt.text, style="fragment")
        self._about = Caption(self._facts(), "ink3")
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._question, 1)
        head.addWidget(self._star, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._write)
        foot.addWidget(self._hide)
        foot.addWidget(self._change)
        foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        for followup in prompt.followups:
            self._column.addWidget(Caption(followup, "ink2"))
        if prompt.caution:
            self._column.addWidget(Caption(prompt.caution, "note"))
        self._column.addWidget(self._about)
        self._column.addLayout(foot)
        self._column.addWidget(Hairline())
        self._write.clicked.connect(self._say_write)
        self._hide.clicked.connect(self._say_hidden)
        self._star.clicked.connect(self._say_favourite)
        self._change.clicked.connect(self._say_change)
        self.restyle()

    def set_state(self, *, favourite: bool, hidden: bool, with_domain: bool, waits: bool = False) -> None:
        """Show whether it is a favourite, hidden or not for now, and its domain where the list mixes them."""
        self._hidden = hidden
        self._star.set_icon("favourite_on" if favourite else "favourite", "note" if favourite else "ink2")
        self._star.set_name(star_name(favourite=favourite))
        self._star.setVisible(not hidden)
        self._write.setVisible(not hidden and not waits)
        self._hide.set_text(_("Show it again") if hidden else _("Not for me"))
        self._question.set_role("ink2" if hidden or waits else "ink")
        facts = self._facts()
        if with_domain:
            facts = _("{domain} · {facts}").format(domain=domain_name(self.prompt.domain.value), facts=facts)
        if waits:
            facts = _("{facts} · it can wait for another day").format(facts=facts)
        self._about.setText(facts)

    def controls(self) -> tuple[QWidget, ...]:
        """What the keys stop at, in their order."""
        return (self._star, self._write, self._hide, self._change)

    def take_focus(self) -> None:
        """Give the keys to the first control of the row."""
        (self._hide if self._hidden else self._star).setFocus()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setContentsMargins(0, look.px(10), 0, 0)
        self._column.setSpacing(look.px(4))

    def _facts(self) -> str:
        minutes = ngettext("{minutes} minute", "{minutes} minutes", self.prompt.minutes)
        return _("{days} · {minutes}").format(
            days=window_days(self.prompt.window), minutes=minutes.format(minutes=self.prompt.minutes)
        )

    def _say_write(self) -> None:
        self.write_wanted.emit(self.prompt)

    def _say_favourite(self) -> None:
        self.favourite_toggled.emit(self.prompt)

    def _say_change(self) -> None:
        self.change_wanted.emit(self.prompt)

    def _say_hidden(self) -> None:
        self.hidden_toggled.emit(self.prompt)
