"""One backup: when and why it was made, where it lies, when it was proved; Restore on the chosen one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from kapjournal.domain.backup import Backup, SecondFolder
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.chosen_row import ChosenRow
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.menu_button import open_under
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Body, Caption, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.words.backups import place_words, proof_words, proved_words, reason_words
from kapjournal.words.dates import day_and_time
from kapjournal.words.language import _

MADE_WIDTH, WHY_WIDTH, WHERE_WIDTH, BETWEEN = 138, 163, 100, 10


class BackupRow(ChosenRow):
    """Asks to be restored, proved again or erased."""

    restore_requested = Signal(object)
    prove_requested = Signal(object)
    erase_requested = Signal(object)

    def __init__(self, backup: Backup, second: SecondFolder | None, now: datetime) -> None:
        super().__init__()
        self.backup = backup
        self.made = Strong(day_and_time(backup.made, now), wrap=False)
        self._why = Body(reason_words(backup.reason), "ink2")
        self._where = Body(place_words(backup, second), "ink2")
        self._both = Caption(_("{reason}, {place}").format(reason=self._why.text(), place=self._where.text()))
        self._both.hide()
        self._sign = QLabel()
        self.proved = Body(proved_words(backup, now))
        self.proved.setToolTip(proof_words(backup))
        self.proved.setAccessibleDescription(proof_words(backup))
        self._old = Caption(_old_words(backup), "ink2")
        self._old.setVisible(bool(self._old.text()))
        self.restore = Button(_("Restore"), "outlined", size="small")
        self.restore.setAccessibleDescription(self.made.text())
        self.restore.clicked.connect(lambda: self.restore_requested.emit(backup))
        self.more = IconButton(
            "more",
            _("More about the backup of {when}").format(when=self.made.text()),
            bare=True,
            size="small",
        )
        self.more.clicked.connect(self._open_menu)
        self._lay_out()
        self.choose_with(self.restore, self.more)
        self.show_chosen(False)
        self.restyle()

    @property
    def has_keys(self) -> bool:
        """Whether one of its buttons has the keyboard."""
        return self.restore.hasFocus() or self.more.hasFocus()

    def show_chosen(self, chosen: bool) -> None:
        """Light the row; Restore shows there."""
        super().show_chosen(chosen)
        self.restore.setVisible(chosen)

    def arrange(self, narrow: bool, made_width: int) -> None:
        """All in one line, its day in a column of this width; reason and place under it where there is little room."""
        look = theme()
        self._why.setVisible(not narrow)
        self._where.setVisible(not narrow)
        self._both.setVisible(narrow)
        self._row.setStretchFactor(self._made_box, int(narrow))
        self._row.setStretchFactor(self._end, int(not narrow))
        for words, width in (
            (self._made_box, made_width),
            (self._why, look.px(WHY_WIDTH)),
            (self._where, look.px(WHERE_WIDTH)),
        ):
            words.setMinimumWidth(0 if narrow else width)
            words.setMaximumWidth(16_777_215 if narrow else width)
        # Beside the day its proof needs no more than its own line.
        self.proved.setWordWrap(not narrow)

    def restyle(self) -> None:
        """Take gaps and the sign from the theme."""
        look = theme()
        self._lines.setContentsMargins(*sides(look.px(24), look.px(7), look.px(12), look.px(7)))
        self._row.setSpacing(look.px(BETWEEN))
        self._end.setSpacing(look.px(6))
        name, role = ("kept", "accent") if self.backup.proved is not None else ("not_yet", "ink2")
        self._sign.setPixmap(icon_pixmap(name, look.color(role), look.px(18), self.devicePixelRatioF()))
        self.setMinimumHeight(look.px(50))

    def _lay_out(self) -> None:
        self._lines = QVBoxLayout(self)
        self._lines.setSpacing(0)
        self._row = QHBoxLayout()
        self._lines.addLayout(self._row)
        self._lines.addWidget(self._old)
        self._made_box = QWidget()
        made = QVBoxLayout(self._made_box)
        made.setContentsMargins(0, 0, 0, 0)
        made.setSpacing(0)
        made.addWidget(self.made)
        made.addWidget(self._both)
        self._row.addWidget(self._made_box)
        self._row.addWidget(self._why)
        self._row.addWidget(self._where)
        self._end = QHBoxLayout()
        self._end.addWidget(self._sign)
        self._end.addWidget(self.proved, 1)
        self._end.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignVCenter)
        self._end.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._end, 1)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Restore")).triggered.connect(lambda: self.restore_requested.emit(self.backup))
        menu.addAction(_("Prove it again")).triggered.connect(lambda: self.prove_requested.emit(self.backup))
        menu.addSeparator()
        menu.addAction(_("Erase it")).triggered.connect(lambda: self.erase_requested.emit(self.backup))
        open_under(self.more, menu)


def _old_words(backup: Backup) -> str:
    if backup.other_key:
        return _("made before the journal was encrypted anew")
    return _("made before your passphrase or code changed") if backup.other_passphrase else ""
