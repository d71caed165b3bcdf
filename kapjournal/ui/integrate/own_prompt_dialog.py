"""A question of one's own: its words, and whether it waits on hard days."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.domain.entry import NEW
from kapjournal.domain.prompt import OwnPrompt
from kapjournal.guidance.library import Skip
from kapjournal.guidance.library_checks import LONGEST_TEXT
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import TextArea, field
from kapjournal.ui.shared.text import Caption
from kapjournal.ui.shared.unfinished import Input
from kapjournal.words.language import _
from kapjournal.words.numbers import number


class OwnPromptDialog(Dialog):
    """Adds a question, or changes one; `kept` carries it, `removed` its id."""

    kept = Signal(object)
    removed = Signal(int)

    def __init__(self, prompt: OwnPrompt, parent: QWidget) -> None:
        is_new = prompt.id == NEW
        super().__init__(_("A question of your own") if is_new else _("Your question"), parent, width=520)
        self._prompt = prompt
        self.words = TextArea(prompt.text, least_lines=2, most_lines=5)
        self._field = field(_("The question"), self.words)
        self.hard_days = Tick(_("Leave it out on hard days"))
        self.hard_days.setChecked(Skip.DISTRESS in prompt.skip_when)
        self.body.addWidget(self._field)
        self.body.addWidget(self.hard_days)
        self.body.addWidget(
            Caption(_("It is offered on any day, and comes first on every second one."), "ink2")
        )
        if not is_new:
            remove = Button(_("Remove"), "quiet")
            remove.clicked.connect(self._remove)
            self.foot.addWidget(remove)
        self.end_in(_("Add") if is_new else _("Keep"), self._keep)
        self.closed.connect(self.deleteLater)

    def inputs(self) -> dict[str, Input]:
        """The words, and whether it waits on hard days."""
        return {"words": self.words, "hard_days": self.hard_days}

    def _keep(self) -> None:
        text = " ".join(self.words.text.split())
        if not text:
            self._say(_("A few words are needed."))
            return
        if len(text) > LONGEST_TEXT:
            too_long = _("It is longer than {count} characters.")
            self._say(too_long.format(count=number(LONGEST_TEXT)))
            return
        others = tuple(code for code in self._prompt.skip_when if code != Skip.DISTRESS)
        codes = (*others, Skip.DISTRESS.value) if self.hard_days.isChecked() else others
        self.give(self.kept, replace(self._prompt, text=text, skip_when=codes))

    def _say(self, sentence: str) -> None:
        self._field.say_wrong(sentence)
        self.words.setFocus()

    def _remove(self) -> None:
        self.give(self.removed, self._prompt.id)
