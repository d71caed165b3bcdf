"""Erasing the whole journal: said in plain words, asked twice, gone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.ui.settings.key_dialogs import KeyDialog
from kapjournal.ui.settings.rows import SettingRow, SettingsSection
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.fields import TextField, field
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.wishes import JournalReplaced
from kapjournal.words.language import _


class EraseSection(SettingsSection):
    """One row."""

    requested = Signal(object)

    def __init__(self, place: Place) -> None:
        self._place = place
        self.begin = Button(_("Erase the journal"), "destructive", size="small")
        self.begin.clicked.connect(self.ask)
        words = _("Everything you wrote, and the backups too if you want. It asks twice.")
        super().__init__(_("Erase"), SettingRow(_("All of it, for good"), words, self.begin))

    def ask(self) -> None:
        """Say what would go; then ask for a word."""
        dialog = EraseJournalDialog(self._place, self)
        dialog.erased.connect(lambda: self.requested.emit(JournalReplaced()))
        dialog.open(dialog.first_focus)


class EraseJournalDialog(KeyDialog):
    """The first time in words, the second time by typing one."""

    erased = Signal()

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(_("Erase the journal?"), place, parent, _("Go on"))
        self._go_on.set_kind("destructive")
        self._leave.set_kind("outlined")
        self._leave.set_text(_("Keep it"))
        count = place.journal.timeline.count()
        self._words = Body(_what_goes(count))
        in_two = place.journal.backups.second_folder is not None
        self.backups = Tick(
            _("Erase its backups too, in both places") if in_two else _("Erase its backups too")
        )
        self.backups.setChecked(True)
        self.word = TextField()
        self._field = field(
            _("Type {word} to go on").format(word=erase_word()),
            self.word,
            _("Nothing can bring it back then: no undo, no code, no one."),
        )
        self._field.hide()
        self._asked = False
        self.first_focus = self._leave
        self.word.returnPressed.connect(self._begin)
        for widget in (self._words, self.backups, self._field, self._line):
            self.body.addWidget(widget)

    def _begin(self) -> None:
        if not self._asked:
            self._asked = True
            self.backups.setEnabled(False)
            self._field.show()
            self._go_on.set_text(_("Erase it for good"))
            self.fit()
            self.word.setFocus()
            return
        if self.word.text().strip().casefold() != erase_word().casefold():
            self._say(_("The word is not there yet. Nothing was erased."))
            return
        self._go_on.setEnabled(False)
        journal, backups = self._place.journal, self.backups.isChecked()
        self._place.worker.run(lambda: journal.erase(with_backups=backups), self._done, self._failed)

    def _done(self, left: tuple[Path, ...]) -> None:
        self._place.settings.forget_journal()
        if not left:
            self.erased.emit()
            return
        names = ", ".join(str(path) for path in left)
        self._words.setText(
            _("The journal is erased. Not here now, so still with backups: {places}.").format(places=names)
        )
        for widget in (self.backups, self._field, self._line, self._leave):
            widget.hide()
        self._go_on.set_text(_("Done"))
        self._go_on.setEnabled(True)
        self._go_on.clicked.disconnect(self._begin)
        self._go_on.clicked.connect(self.erased)
        self.fit()


def erase_word() -> str:
    """The word that is typed."""
    return _("erase")


def _what_goes(count: int) -> str:
    from kapjournal.words.language import ngettext
    from kapjournal.words.numbers import number

    entries = ngettext("{count} entry", "{count} entries", count).format(count=number(count))
    return _(
        "All of it goes: {entries}, sessions, courses, what was shared, and every earlier version. Copies that you made"
        " or sent yourself stay where they are. The parts of a disk that were written before may keep traces until they"
        " are used again; they stay encrypted."
    ).format(entries=entries)
