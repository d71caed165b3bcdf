"""Security: when it locks by itself, another passphrase, a new recovery code."""

from __future__ import annotations

from PySide6.QtCore import Signal

from kapjournal.settings import AUTO_LOCK_CHOICES_MIN
from kapjournal.ui.settings.key_dialogs import NewCodeDialog, PassphraseDialog
from kapjournal.ui.settings.rows import SettingRow, SettingsSection
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.fields import Choice
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import Said
from kapjournal.words.language import _, ngettext


class SecuritySection(SettingsSection):
    """Three rows."""

    requested = Signal(object)

    def __init__(self, place: Place) -> None:
        self._place = place
        self._lock = Choice(_lock_options(), value=place.settings.current.auto_lock_min)
        self._lock.changed.connect(self._set_lock)
        change = Button(_("Change"), "outlined", size="small")
        change.setAccessibleName(_("Change the passphrase"))
        change.clicked.connect(self._change_passphrase)
        renew = Button(_("Make a new code"), "outlined", size="small")
        renew.clicked.connect(self._renew_code)
        super().__init__(
            _("Security"),
            SettingRow(_("Lock by itself"), _("After no key or pointer for a while"), self._lock),
            SettingRow(_("Passphrase"), _("Backups made before keep the old one"), change),
            SettingRow(_("Recovery code"), _("A new one replaces the one you have"), renew),
        )

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

    def _renew_code(self) -> None:
        NewCodeDialog(self._place, self).open()


def _lock_options() -> list[tuple[object, str]]:
    options: list[tuple[object, str]] = [
        (minutes, ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes))
        for minutes in AUTO_LOCK_CHOICES_MIN
        if minutes
    ]
    return [*options, (0, _("never"))]
