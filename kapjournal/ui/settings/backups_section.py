"""Backups: made by themselves and when asked for, in two places, each with when it was proved; and restoring one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.backup import Backup
from kapjournal.errors import CancelledError, JournalDamagedError, KapjournalError, UnusedPagesError
from kapjournal.journal import Verification
from kapjournal.ui.settings.backup_row import BETWEEN, MADE_WIDTH, WHERE_WIDTH, WHY_WIDTH, BackupRow
from kapjournal.ui.settings.restore_dialog import EraseBackupDialog, RestoreDialog
from kapjournal.ui.settings.rows import InfoLine, SettingRow, SettingsSection
from kapjournal.ui.shared.breakpoints import WIDE, breakpoint  # noqa: A004
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.checkbox import Switch
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Body, Caption
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import JournalReplaced, Said
from kapjournal.ui.shared.worker import Cancel
from kapjournal.words.backups import second_words
from kapjournal.words.errors import sentence
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

_COLUMNS_PX = 720
"""The least width that has room for the columns, and for Restore at their end."""


class BackupsSection(SettingsSection):
    """Two rows of choices, the list, and what restoring does."""

    requested = Signal(object)

    def __init__(self, place: Place) -> None:
        self._place = place
        self._running: Cancel | None = None
        self.rows: list[BackupRow] = []
        self.by_itself = Switch(_("By itself"))
        self.by_itself.setChecked(place.settings.current.backups_by_itself)
        self.by_itself.toggled.connect(lambda on: place.settings.change(backups_by_itself=on))
        self.choose = Button(_("Choose a folder"), "outlined", "open_folder", size="small")
        self.choose.clicked.connect(self._choose_folder)
        self.leave_second = Button(_("Use none"), "quiet", size="small")
        self.leave_second.clicked.connect(lambda: self.use_second(None))
        self.second = SettingRow(_("A second folder"), "", self.choose, self.leave_second)
        self.check = Button(_("Check it"), "outlined", size="small")
        self.check.setAccessibleName(_("Check it: the journal"))
        self.check.clicked.connect(self.prove_journal)
        self.mend = Button(_("Mend it"), "soft", size="small")
        self.mend.clicked.connect(self.mend_journal)
        self.mend.hide()
        self.whole = SettingRow(
            _("The journal itself"),
            _("Reads every entry and says whether all of it is whole"),
            self.check,
            self.mend,
        )
        super().__init__(
            _("Backups"),
            SettingRow(
                _("By itself"),
                _("When something changed and half an hour has passed, and on every lock"),
                self.by_itself,
            ),
            self.second,
            self.whole,
        )
        self.now = Button(_("Back up now"), "soft")
        self.now.clicked.connect(self.make)
        self.says = Caption("", "ink2")
        self._list = Card(padding=(0, 0), spacing=0)
        self._first_line: Hairline | None = None
        self._none = Body(_("No backup yet. The first is made when something was written."), "ink2")
        self._heads = _Heads()
        self._lay_out()
        self._says_nothing()

    def reload(self) -> None:
        """Read both places again, behind the window."""
        backups = self._place.journal.backups
        self._place.worker.run(lambda: (backups.all(), backups.second_folder), self._show, self._failed)

    def make(self) -> None:
        """Make a backup now, or stop the one that is being made."""
        if self._running is not None:
            self._running.cancel()
            return
        backups = self._place.journal.backups
        self._run(lambda progress: backups.make(progress=progress), self._made, _("Making a backup"))

    def prove(self, backup: Backup) -> None:
        """Open and check a backup again."""
        if self._running is None:
            backups = self._place.journal.backups
            self._run(
                lambda progress: backups.prove(backup, progress), self._proved, _("Opening and checking it")
            )

    def prove_journal(self) -> None:
        """Read everything in the journal, and say what that proved."""
        if self._running is None:
            self._run(self._place.journal.verify, self._journal_proved, _("Reading everything"))

    def mend_journal(self) -> None:
        """Write the journal's file anew without its torn unused pages."""
        if self._running is None:
            self._run(self._place.journal.repair, self._mended, _("Writing the file anew"))

    def use_second(self, path: Path | None) -> None:
        """Keep copies in another folder too, or in none."""
        backups = self._place.journal.backups
        self._place.worker.run(
            lambda: backups.use_second_folder(path), lambda _r: self.reload(), self._failed
        )

    def ask_to_restore(self, backup: Backup) -> None:
        """Say what restoring does, then do it."""
        dialog = RestoreDialog(self._place, backup, self)
        dialog.restored.connect(lambda: self.requested.emit(JournalReplaced()))
        dialog.open()

    def ask_to_erase(self, backup: Backup) -> None:
        """Ask once, then erase a backup."""
        dialog = EraseBackupDialog(backup, self._place.clock.now(), self)
        dialog.confirmed.connect(lambda: self._erase(backup))
        dialog.open(dialog.keep)

    def restyle(self) -> None:
        """Arrange the rows for the room there is."""
        super().restyle()
        self.arrange()

    def arrange(self) -> None:
        """Columns where there is room for them."""
        narrow = breakpoint(self) != WIDE or self.width() < theme().px(_COLUMNS_PX)
        rows = getattr(self, "rows", [])
        made = max((row.made.sizeHint().width() for row in rows), default=0)
        made = max(made, theme().px(MADE_WIDTH))
        for row in rows:
            row.arrange(narrow, made)
        if hasattr(self, "_list_place"):
            # The list stands as far from the card above it as cards do.
            self._list_place.setContentsMargins(0, theme().px(6), 0, 0)
            self._heads.setVisible(not narrow and bool(self.rows))
            if self._first_line is not None:
                self._first_line.setVisible(not narrow)
            self._heads.set_made_width(made)

    def _lay_out(self) -> None:
        self.introduce(
            Body(_("A backup counts once it was opened, checked and compared with the journal."), "ink2"),
            self.says,
            beside=self.now,
        )
        self._list_place = QWidget()
        placed = QVBoxLayout(self._list_place)
        placed.setContentsMargins(0, 0, 0, 0)
        placed.addWidget(self._list)
        self.add_below(self._list_place)
        self.add_below(self._none)
        self.add_below(
            InfoLine(
                _(
                    "Restoring opens the backup beside the journal, checks it, then changes over. What you have now"
                    " becomes a backup first. Kept are the last 10, then one a day for 14 days, one a week for 8 weeks,"
                    " one a month for a year."
                )
            )
        )

    def _run(self, work: Callable[[Any], Any], done: Callable[[Any], None], words: str) -> None:
        self.now.set_text(_("Stop"))
        self.says.setText(words)
        self.says.show()

        def show(share: float) -> None:
            percent = number(round(100 * share))
            self.says.setText(_("{doing}, {percent} %").format(doing=words, percent=percent))

        self._running = self._place.worker.run(work, done, self._failed, show)

    def _made(self, _backup: Backup) -> None:
        self._says_nothing()
        self.requested.emit(Said(_("The backup is made and proved.")))
        self.reload()

    def _proved(self, _backup: Backup) -> None:
        self._says_nothing()
        self.requested.emit(Said(_("The backup opened, and holds what it should.")))
        self.reload()

    def _journal_proved(self, found: Verification) -> None:
        self._says_nothing()
        self.mend.setVisible(found.healthy and found.unused_pages > 0)
        words = verified_words(found)
        self.whole.description.setText(words)
        announce(self, words)

    def _mended(self, _result: object) -> None:
        self._says_nothing()
        self.mend.hide()
        self.whole.description.setText(_("Mended: the file was written anew and compared with the old one."))

    def _erase(self, backup: Backup) -> None:
        backups = self._place.journal.backups
        self._place.worker.run(lambda: backups.erase([backup]), self._erased, self._failed)

    def _erased(self, _result: object) -> None:
        self.requested.emit(Said(_("The backup is erased.")))
        self.reload()

    def _says_nothing(self) -> None:
        self._running = None
        self.now.set_text(_("Back up now"))
        self.says.setText("")
        self.says.hide()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, KapjournalError):
            self._says_nothing()
            raise error
        self._says_nothing()
        if not isinstance(error, CancelledError):
            self.says.setText(sentence(error))
            self.says.show()
            announce(self.says, sentence(error))
        self.reload_quietly()

    def reload_quietly(self) -> None:
        """Read the list again; where even that fails, the sentence that stands there is enough."""
        backups = self._place.journal.backups
        self._place.worker.run(
            lambda: (backups.all(), backups.second_folder), self._show, lambda _error: None
        )

    def _show(self, found: Any) -> None:
        all_backups, second = found
        now = self._place.clock.now()
        self.second.description.setText(second_words(second, now))
        self.second.description.show()
        self.choose.set_text(_("Choose a folder") if second is None else _("Choose another"))
        self.leave_second.setVisible(second is not None)
        column = self._list.body
        chosen = next((row.backup.sequence for row in self.rows if row.is_chosen), None)
        had_keys = any(row.has_keys for row in self.rows)
        if self._heads.parent() is self._list:
            column.removeWidget(self._heads)
        clear(column)
        column.addWidget(self._heads)
        self._first_line = None
        self.rows = [BackupRow(backup, second, now) for backup in all_backups]
        for row in self.rows:
            line = Hairline()
            self._first_line = line if row is self.rows[0] else self._first_line
            column.addWidget(line)
            column.addWidget(row)
            row.wanted.connect(lambda row=row: self._choose_row(row))
            row.restore_requested.connect(self.ask_to_restore)
            row.prove_requested.connect(self.prove)
            row.erase_requested.connect(self.ask_to_erase)
        if self.rows:
            lit = next((r for r in self.rows if r.backup.sequence == chosen), self.rows[0])
            self._choose_row(lit)
            lit.show()  # what is not shown yet cannot take the keys
        if had_keys:
            (lit.more if self.rows else self.now).setFocus(Qt.FocusReason.OtherFocusReason)
        self._list_place.setVisible(bool(self.rows))
        self._none.setVisible(not self.rows)
        self.arrange()

    def _choose_row(self, chosen: BackupRow) -> None:
        for row in self.rows:
            if row.is_chosen != (row is chosen):
                row.show_chosen(row is chosen)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self.window(), _("A second folder for backups"), str(Path.home())
        )
        if chosen:
            self.use_second(Path(chosen))


def verified_words(found: Verification) -> str:
    """What reading everything proved."""
    if not found.healthy:
        return sentence(JournalDamagedError())
    if found.unused_pages:
        return sentence(UnusedPagesError(found.unused_pages))
    text = ngettext(
        "{count} entry, and all of it is whole.", "{count} entries, and all of it is whole.", found.entries
    )
    return text.format(count=number(found.entries))


class _Heads(QWidget):
    """The names of the columns."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._names = [
            Caption(words, wrap=False) for words in (_("made"), _("why"), _("where"), _("proved on"))
        ]
        for name in self._names:
            self._row.addWidget(name)
        self._row.addStretch(1)

    def set_made_width(self, made: int) -> None:
        """Take the widths of the columns, the first of them as wide as its days."""
        look = theme()
        self._row.setContentsMargins(*sides(look.px(24), look.px(12), look.px(12), look.px(8)))
        self._row.setSpacing(look.px(BETWEEN))
        widths = (made, look.px(WHY_WIDTH), look.px(WHERE_WIDTH))
        for name, width in zip(self._names, widths, strict=False):
            name.setFixedWidth(width)
