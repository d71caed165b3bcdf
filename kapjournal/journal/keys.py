"""Changing what opens the journal; the database itself is not touched by it."""

from __future__ import annotations

from pathlib import Path

from kapjournal.storage import key_slots, recovery_code
from kapjournal.storage.keys import KdfCost, SlotKind


class Keys:
    """The passphrase and the recovery code of a journal."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def change_passphrase(self, old: str, new: str) -> None:
        """Set another passphrase; takes long on purpose, and may run beside the window.

        Raises WrongPassphraseError, EmptyPassphraseError, DiskFullError, FolderNotWritableError: the old one stays.
        """
        slots = key_slots.read(self._folder)
        key = key_slots.open_by_passphrase(slots, old)
        cost = slots.of_kind(SlotKind.PASSPHRASE)[0].cost or KdfCost()
        key_slots.write(self._folder, slots.with_slot(key_slots.passphrase_slot(slots, key, new, cost)))

    def renew_recovery_code(self, passphrase: str) -> str:
        """Make a new recovery code and return it; the old one opens nothing any more."""
        slots = key_slots.read(self._folder)
        key = key_slots.open_by_passphrase(slots, passphrase)
        secret = recovery_code.new_secret()
        key_slots.write(self._folder, slots.with_slot(key_slots.recovery_slot(slots, key, secret)))
        return recovery_code.spell(secret)
