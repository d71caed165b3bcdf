"""Security: when it locks by itself, another passphrase, the recovery code, the keychain, a new key."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from kapjournal.guidance.code_rehearsal import rehearsal_due
from kapjournal.settings import AUTO_LOCK_CHOICES_MIN
from kapjournal.ui.settings.key_dialogs import NewCodeDialog, PassphraseDialog, RehearseCodeDialog
from kapjournal.ui.settings.keychain_row import KeychainRow
from kapjournal.ui.settings.new_key_dialog import NewKeyDialog
from kapjournal.ui.settings.rows import SettingRow, SettingsSection
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.fields import Choice
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import Said
from kapjournal.words.dates import day_in_year, day_medium
from kapjournal.words.language import _, ngettext


class SecuritySection(SettingsSection):
    """Five rows; each says in one sentence what it does and does not protect."""

    requested = Signal(object)
    backups_changed = Signal()

    def __init__(self, place: Place) -> None:
        self._place = place
        self._lock = Choice(_lock_options(), value=place.settings.current.auto_lock_min)
        self._lock.changed.connect(self._set_lock)
        change = Button(_("Change"), "outlined", size="small")
        change.setAccessibleName(_("Change the passphrase"))
        change.clicked.connect(self._change_passphrase)
        self.rehearse = Button(_("Try it"), "outlined", size="small")
        self.rehearse.setAccessibleName(_("Try it: the recovery code"))
        self.rehearse.clicked.connect(self._rehearse)
        renew = Button(_("Make a new code"), "outlined", size="small")
        renew.clicked.connect(self._renew_code)
        anew = Button(_("Encrypt anew"), "outlined", size="small")
        anew.clicked.connect(self._encrypt_anew)
        self.code = SettingRow(_("Recovery code"), "", self.rehearse, renew)
        self.keychain = KeychainRow(place)
        self.keychain.said.connect(lambda words: self.requested.emit(Said(words)))
        super().__init__(
            _("Security"),
            SettingRow(
                _("Lock by itself"),
                _(
                    "After no key or pointer for a while, and with the screen. What is on screen before is not hidden."
                ),
                self._lock,
            ),
            SettingRow(
                _("Passphrase"),
                _("Another one from now on. Old copies of the folder keep the old one."),
                change,
            ),
            self.code,
            self.keychain,
            SettingRow(
                _("Someone may know my passphrase"),
                _("Writes the journal anew under another key. Backups of before keep theirs."),
                anew,
            ),
        )
        self._show_code()

    def reload(self) -> None:
        """Say when the code was last at hand, and whether the keychain opens the journal."""
        self._show_code()
        self.keychain.reload()

    def restyle(self) -> None:
        """Take the width of the choice from the theme."""
        super().restyle()
        self._lock.setFixedWidth(theme().px(200))

    def _set_lock(self, minutes: object) -> None:
        if isinstance(minutes, int):
            self._place.settings.change(auto_lock_min=minutes)

    def _change_passphrase(self) -> None:
        dialog = PassphraseDialog(self._place, self)
        dialog.changed.connect(self._say_changed)
        dialog.open()

    def _say_changed(self) -> None:
        self.requested.emit(Said(_("The passphrase is changed.")))
        self.backups_changed.emit()

    def _renew_code(self) -> None:
        dialog = NewCodeDialog(self._place, self)
        dialog.made.connect(self._code_at_hand)
        dialog.open()

    def _rehearse(self) -> None:
        dialog = RehearseCodeDialog(self._place, self)
        dialog.rehearsed.connect(self._code_at_hand)
        dialog.rehearsed.connect(lambda: self.requested.emit(Said(_("The code fits. Keep it where it is."))))
        dialog.open()

    def _encrypt_anew(self) -> None:
        dialog = NewKeyDialog(self._place, self)
        dialog.made.connect(self._code_at_hand)
        dialog.made.connect(self.backups_changed)
        dialog.made.connect(self.keychain.reload)
        dialog.erase_older_requested.connect(self._erase_older)
        dialog.open()

    def _erase_older(self) -> None:
        backups = self._place.journal.backups

        def work() -> int:
            older = [backup for backup in backups.all() if backup.other_key]
            backups.erase(older)
            return len(older)

        self._place.worker.run(work, self._older_erased)

    def _older_erased(self, count: int) -> None:
        words = ngettext("{count} older backup is erased.", "{count} older backups are erased.", count)
        self.requested.emit(Said(words.format(count=count)))
        self.backups_changed.emit()

    def _code_at_hand(self) -> None:
        self._place.settings.change(code_at_hand=self._place.clock.now().date().isoformat())
        self._show_code()

    def _show_code(self) -> None:
        today = self._place.clock.now().date()
        self.code.description.setText(code_words(self._place.settings.current.code_at_hand, today))
        self.code.description.show()
        self.rehearse.set_kind(
            "soft" if rehearsal_due(self._place.settings.current.code_at_hand, today) else "outlined"
        )


def code_words(at_hand: str, today: date) -> str:
    """When the code was last at hand, and what it opens."""
    if not at_hand:
        return _("Opens the journal if the passphrase is forgotten. Whoever has it opens it too.")
    if rehearsal_due(at_hand, today):
        return _(
            "A month has passed. Is the paper still where you think? Without passphrase and code nothing opens it."
        )
    day = date.fromisoformat(at_hand)
    words = day_in_year(day) if day.year == today.year else day_medium(day)
    return _(
        "At hand on {day}. Opens the journal if the passphrase is forgotten; whoever has it opens it too."
    ).format(day=words)


def _lock_options() -> list[tuple[object, str]]:
    options: list[tuple[object, str]] = [
        (minutes, ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes))
        for minutes in AUTO_LOCK_CHOICES_MIN
        if minutes
    ]
    return [*options, (0, _("never"))]
