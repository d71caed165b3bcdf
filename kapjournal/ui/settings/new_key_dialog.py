"""Someone may know the passphrase: the journal is written anew under another key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.ui.settings.key_dialogs import OtherPassphraseDialog
from kapjournal.ui.shared.code_card import CodeCard
from kapjournal.ui.shared.place import Place
from kapjournal.words.language import _


class NewKeyDialog(OtherPassphraseDialog):
    """The passphrase as it is, a new one twice; afterwards the new code, and what becomes of older backups."""

    made = Signal()
    erase_older_requested = Signal()

    def __init__(self, place: Place, parent: QWidget) -> None:
        words = _(
            "The journal is written anew under another key: old passphrases, codes and copies of its key file then"
            " open nothing of it. Whole copies and backups of before still open with what opened them."
        )
        super().__init__(_("Someone may know my passphrase"), place, parent, _("Encrypt anew"), words)

    def _change(self, old: str, new: str) -> None:
        keys = self._place.journal.keys
        self.keep_open_until(
            self._place.worker.run(
                lambda tell: keys.encrypt_anew(old, new, tell), self._done, self._failed, self.show_share
            )
        )

    def _done(self, code: str) -> None:
        self._running = None
        self.made.emit()
        if self._gone:
            return
        for one in (self._old, self._new, self._again):
            one.clear()
        for widget in (*self._fields, self._line):
            widget.hide()
        self._words.setText(
            _(
                "It is done. This is the new recovery code; the one before opens nothing of the journal any more."
                " Backups of before still open with the old passphrase, if someone has them."
            )
        )
        self.body.addWidget(CodeCard(code))
        self._leave.set_text(_("Erase older backups"))
        self._leave.clicked.disconnect(self.close_dialog)
        self._leave.clicked.connect(self.erase_older_requested)
        self._leave.clicked.connect(self._leave.hide)
        self._go_on.set_text(_("Done"))
        self._go_on.setEnabled(True)
        self._go_on.clicked.disconnect(self._begin)
        self._go_on.clicked.connect(self.close_dialog)
        self.fit()
        self._go_on.setFocus()
