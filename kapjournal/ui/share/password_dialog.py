"""Asking for the password of a PDF."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.summary.password import is_plain
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import field
from kapjournal.ui.shared.passphrase import PassphraseField
from kapjournal.ui.shared.text import Body, Caption
from kapjournal.words.language import _


class PasswordDialog(Dialog):
    """A password for one file; it is kept nowhere."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("PDF with a password"), parent, width=480)
        self.password = PassphraseField()
        self._hint = Caption(
            _(
                "Letters and signs beyond the plain ones may not be typed alike everywhere. Plain ones are safer."
            )
        )
        self._hint.setVisible(False)
        self.body.addWidget(
            Body(
                _("Whoever opens the file needs this password. It is kept nowhere: tell it another way."),
                "ink2",
            )
        )
        self.body.addWidget(field(_("Password"), self.password))
        self.body.addWidget(self._hint)
        self.save = Button(_("Save PDF"), "primary", "pdf")
        self.save.setEnabled(False)
        leave = Button(_("Leave it"), "quiet")
        leave.clicked.connect(self.leave_it)
        self.foot.addStretch(1)
        self.foot.addWidget(leave)
        self.foot.addWidget(self.save)
        self.password.changed.connect(self._changed)
        self.save.clicked.connect(self._save)

    def _changed(self) -> None:
        text = self.password.text()
        self.save.setEnabled(bool(text.strip()))
        self._hint.setVisible(bool(text) and not is_plain(text))

    def _save(self) -> None:
        text = self.password.text()
        self.password.clear()
        self.close_dialog()
        self.chosen.emit(text)
