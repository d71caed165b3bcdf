"""Opening with the system keychain: off by default, an extra way in, and what it does not protect."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from kapjournal.errors import KapjournalError
from kapjournal.journal import keychain_is_there
from kapjournal.ui.settings.key_dialogs import AskPassphraseDialog
from kapjournal.ui.settings.rows import SettingRow
from kapjournal.ui.shared.checkbox import Switch
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.words.errors import sentence
from kapjournal.words.language import _


class KeychainRow(SettingRow):
    """One switch; without a real keychain it stays off, and the row says so."""

    said = Signal(str)

    def __init__(self, place: Place) -> None:
        self._place = place
        self.switch = Switch(_("Open with the system keychain"))
        super().__init__(_("Open with the system keychain"), _description(there=True, on=False), self.switch)
        self.switch.setEnabled(False)
        self.switch.toggled.connect(self._toggled)

    def reload(self) -> None:
        """Ask the desktop, behind the window, whether it has a keychain, and the journal whether it is used."""
        keys = self._place.journal.keys
        self._place.worker.run(
            lambda: (keys.opens_by_keychain, keychain_is_there()), self._show, self._cannot_tell
        )

    def _show(self, found: tuple[bool, bool]) -> None:
        on, there = found
        with QSignalBlocker(self.switch):
            self.switch.setChecked(on)
        # Once on it can always be switched off, whatever became of the keychain.
        self.switch.setEnabled((there or on) and not self._place.journal.read_only)
        words = _description(there=there, on=on)
        self.description.setText(words)
        self.switch.setAccessibleDescription(words)

    def _cannot_tell(self, error: BaseException) -> None:
        if not isinstance(error, KapjournalError):
            raise error
        self.switch.setEnabled(False)

    def _toggled(self, on: bool) -> None:
        if not on:
            self._place.worker.run(self._place.journal.keys.forget_keychain, self._forgotten, self._failed)
            return
        dialog = UseKeychainDialog(self._place, self)
        dialog.used.connect(lambda: self.said.emit(_("The system keychain opens the journal too.")))
        dialog.closed.connect(self.reload)
        dialog.open()

    def _forgotten(self, _result: object) -> None:
        self.said.emit(_("The system keychain opens nothing here any more."))
        self.reload()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, KapjournalError):
            raise error
        self.reload()
        self.description.setText(sentence(error))
        announce(self.description, sentence(error))


class UseKeychainDialog(AskPassphraseDialog):
    """The passphrase once more: somebody who passes an open journal opens no way in."""

    used = Signal()

    def __init__(self, place: Place, parent: QWidget) -> None:
        words = _(
            "The locked journal then also opens without the passphrase while you are logged in here. It is no"
            " protection from somebody who uses this computer as you. Backups keep only passphrase and code."
        )
        super().__init__(_("Open with the system keychain"), place, parent, _("Use it"), words)

    def _work(self, secret: str) -> None:
        self._place.journal.keys.use_keychain(secret)

    def _done(self, _result: object) -> None:
        self.used.emit()
        if not self._gone:
            self.close_dialog()


def _description(*, there: bool, on: bool) -> str:
    if there or on:
        return _(
            "Whoever is logged in here could then open the journal. Passphrase and code open it as before."
        )
    return _("There is no keychain on this computer that would keep the key safe.")
