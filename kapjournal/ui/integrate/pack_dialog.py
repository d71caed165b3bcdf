"""A therapist's packs of questions: those that are there, and adding one by pasting or from a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.bounded_file import open_file
from kapjournal.domain.prompt import OwnPrompt, PromptPack
from kapjournal.guidance.prompt_pack import (
    LARGEST_BYTES,
    LONGEST_NAME,
    PackReading,
    read_pack,
    read_pack_bytes,
)
from kapjournal.journal.journal import Journal
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import TextArea, TextField, field
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Body, Caption, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.unfinished import Input
from kapjournal.ui.shared.wishes import Said
from kapjournal.words.dates import day_medium
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number
from kapjournal.words.prompt_packs import pack_problem

BY = "integrate"
MOST_SAID = 6


class PackDialog(Dialog):
    """Packs are added whole or not at all; `requested` carries what is said, with the way back."""

    requested = Signal(object)

    def __init__(self, journal: Journal, today: date, parent: QWidget) -> None:
        super().__init__(_("Questions from my therapist"), parent, width=600)
        self._journal, self._today = journal, today
        self._reading: PackReading | None = None
        self._packs = QVBoxLayout()
        self._packs.setSpacing(theme().px(8))
        self.pasted = TextArea(placeholder=_("One question on each line"), least_lines=4, most_lines=8)
        self.pasted.changed.connect(self._forget_file)
        self.name = TextField(placeholder=_("From my therapist"))
        self.name.setMaxLength(LONGEST_NAME)
        self._open = Button(_("Open a file…"), "outlined", size="small")
        self._open.clicked.connect(self._choose_file)
        self._check = Button(_("Check"), "outlined", size="small")
        self._check.clicked.connect(self._check_pasted)
        self._found = Card(tone="note", padding=(16, 12), spacing=4)
        self._found.hide()
        self.body.addLayout(self._packs)
        self.body.addWidget(
            Body(_("Paste questions, or open a file: plain text with one question a line, or TOML."), "ink2")
        )
        self.body.addWidget(field(_("The questions"), self.pasted))
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        row.addWidget(self._open)
        row.addWidget(self._check)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._found)
        self.body.addWidget(field(_("Name of the pack"), self.name))
        self.foot.addStretch(1)
        leave = Button(_("Close"), "quiet")
        leave.clicked.connect(self.close_dialog)
        self.add = Button(_("Add the pack"), "primary")
        self.add.clicked.connect(self._add)
        self.foot.addWidget(leave)
        self.foot.addWidget(self.add)
        self.closed.connect(self.deleteLater)
        self._show_packs()

    def inputs(self) -> dict[str, Input]:
        """The questions and the name."""
        return {"pasted": self.pasted, "name": self.name}

    # --- the packs that are there

    def _show_packs(self) -> None:
        clear(self._packs)
        prompts = self._journal.own_prompts.all()
        for pack in self._journal.own_prompts.packs():
            count = sum(p.pack_id == pack.id for p in prompts)
            self._packs.addWidget(self._pack_row(pack, count))
            self._packs.addWidget(Hairline())

    def _pack_row(self, pack: PromptPack, count: int) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(pack.name))
        questions = ngettext("{count} question, added {day}", "{count} questions, added {day}", count)
        words.addWidget(Caption(questions.format(count=number(count), day=day_medium(pack.added)), "ink2"))
        remove = Button(_("Remove"), "quiet", size="small")
        remove.setAccessibleName(_("Remove the pack {name}").format(name=pack.name))
        remove.clicked.connect(self._removing(pack))
        line.addLayout(words, 1)
        line.addWidget(remove)
        return row

    def _removing(self, pack: PromptPack) -> Callable[[], None]:
        def remove() -> None:
            self._journal.own_prompts.remove_pack(pack.id, BY)
            self._say(_("“{name}” is removed with its questions.").format(name=pack.name))

        return remove

    # --- adding one

    def read_file(self, path: Path) -> None:
        """Read a pack from a file and show what is wrong with it, if anything."""
        try:
            with open_file(path) as file:
                raw = file.read(LARGEST_BYTES + 1)
        except OSError:
            self._tell([_("The file cannot be read.")])
            return
        reading = read_pack_bytes(raw)
        if not reading.problems:
            self.pasted.blockSignals(True)
            self.pasted.setPlainText("\n".join(q.text for q in reading.questions))
            self.pasted.blockSignals(False)
            self.name.setText(reading.name or self.name.text() or path.stem[:LONGEST_NAME])
        self._take(reading)

    def _choose_file(self) -> None:
        kinds = _("Packs of questions (*.txt *.toml *.md);;All files (*)")
        name, _kind = QFileDialog.getOpenFileName(self, _("Open a pack of questions"), "", kinds)
        if name:
            self.read_file(Path(name))

    def _check_pasted(self) -> bool:
        """Check what stands in the field; True where it can be added."""
        if self._reading is None:
            reading = read_pack(self.pasted.text)
            if reading.name and not self.name.text().strip():
                self.name.setText(reading.name)
            self._take(reading)
        return self._reading is not None and not self._reading.problems

    def _take(self, reading: PackReading) -> None:
        self._reading = reading
        self._found.set_tone("note" if reading.problems else "sunken")
        if reading.problems:
            said = [pack_problem(problem) for problem in reading.problems[:MOST_SAID]]
            more = len(reading.problems) - MOST_SAID
            if more > 0:
                said.append(_("… and {count} more.").format(count=number(more)))
            self._tell([_("Nothing was added. Please look at:"), *said])
            return
        count = len(reading.questions)
        fine = ngettext("{count} question, nothing amiss.", "{count} questions, nothing amiss.", count)
        self._tell([fine.format(count=number(count))])

    def _tell(self, lines: list[str]) -> None:
        clear(self._found.body)
        for line in lines:
            self._found.body.addWidget(Body(line))
        self._found.show()
        announce(self._found, " ".join(lines))
        self.fit()

    def _forget_file(self) -> None:
        self._reading = None
        self._found.hide()

    def _add(self) -> None:
        if not self._check_pasted() or self._reading is None:
            self.pasted.setFocus()
            return
        name = self.name.text().strip() or _("From my therapist")
        questions = [OwnPrompt(text=q.text, skip_when=q.skip_when) for q in self._reading.questions]
        self._journal.own_prompts.add_pack(PromptPack(name=name, added=self._today), questions, BY)
        self._say(_("“{name}” is added.").format(name=name))

    def _say(self, text: str) -> None:
        journal, step = self._journal, self._journal.step()
        self.give(self.requested, Said(text, lambda: _undo(journal, step)))


def _undo(journal: Journal, step: int) -> None:
    journal.undo_step(step)
