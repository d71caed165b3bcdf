"""The two dialogs about one backup: put it in the journal's place, or erase it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.domain.backup import Backup
from kapjournal.ui.settings.key_dialogs import KeyDialog
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import field
from kapjournal.ui.shared.passphrase import PassphraseField
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.text import Body
from kapjournal.words.dates import day_and_time_within
from kapjournal.words.language import _


class RestoreDialog(KeyDialog):
    """What happens is said before; a backup under another key asks for the passphrase of its time."""

    restored = Signal()

    def __init__(self, place: Place, backup: Backup, parent: QWidget) -> None:
        super().__init__(_("Restore this backup?"), place, parent, _("Restore"))
        self._backup = backup
        self._secret = PassphraseField()
        self._secret.entered.connect(self._begin)
        when = day_and_time_within(backup.made, place.clock.now())
        self._words = Body(
            _(
                "The journal becomes what it was then: {when}. What you have now becomes a backup first, so you can"
                " come back to it. The backup is opened beside the journal and checked before anything changes."
            ).format(when=when)
        )
        self.body.addWidget(self._words)
        self.body.addWidget(Body(_after_words(backup), "ink2"))
        if backup.other_key:
            self.body.addWidget(field(_("Passphrase of that time"), self._secret))
        self.body.addWidget(self._line)

    def _begin(self) -> None:
        secret = self._secret.text() if self._backup.other_key else None
        if self._backup.other_key and not secret:
            self._say(_("The passphrase of that time is needed here."))
            return
        self._go_on.setEnabled(False)
        backups, path = self._place.journal.backups, self._backup.path
        self.keep_open_until(
            self._place.worker.run(
                lambda tell: backups.restore(path, tell, secret=secret),
                self._done,
                self._failed,
                self.show_share,
            )
        )

    def _done(self, _result: object) -> None:
        self.restored.emit()


class EraseBackupDialog(Dialog):
    """Asks once."""

    confirmed = Signal()

    def __init__(self, backup: Backup, now: datetime, parent: QWidget) -> None:
        super().__init__(_("Erase this backup?"), parent, width=480)
        when = day_and_time_within(backup.made, now)
        in_both = backup.here is not None and backup.second is not None
        words = (
            _("The backup of {when} is gone then, in both places.")
            if in_both
            else _("The backup of {when} is gone then.")
        )
        self.body.addWidget(Body(words.format(when=when)))
        self.keep = Button(_("Keep it"), "outlined")
        self.keep.clicked.connect(self.close_dialog)
        erase = Button(_("Erase it"), "destructive")
        erase.clicked.connect(self.close_dialog)
        erase.clicked.connect(self.confirmed)
        self.foot.addStretch(1)
        self.foot.addWidget(self.keep)
        self.foot.addWidget(erase)
        self.closed.connect(self.deleteLater)


def _after_words(backup: Backup) -> str:
    if backup.other_key:
        return _("Afterwards it opens with the passphrase of that time.")
    return _("Afterwards the journal asks for your passphrase, as after a lock.")
