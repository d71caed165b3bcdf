"""Changing what opens the journal."""

from __future__ import annotations

from kapjournal.clock import Clock
from kapjournal.errors import EmptyPassphraseError
from kapjournal.storage import exchanging, key_slots, recovery_code, rewriting
from kapjournal.storage.key_slots import KeySlots
from kapjournal.storage.keys import KdfCost, SlotKind
from kapjournal.storage.progress import Progress, Telling
from kapjournal.storage.vault import Vault


class Keys:
    """The passphrase and the recovery code of a journal; everything here takes long, and may run in a worker."""

    def __init__(self, opened: Vault, clock: Clock) -> None:
        self._vault = opened
        self._clock = clock

    def change_passphrase(self, old: str, new: str) -> None:
        """Set another passphrase; the database is not touched.

        Whoever has an old copy of the key file and the old passphrase still opens the journal; `encrypt_anew` ends
        that. Raises WrongPassphraseError, EmptyPassphraseError, DiskFullError, FolderNotWritableError: the old one
        stays.
        """
        slots = self._slots()
        self._set_passphrase(slots, key_slots.open_by_passphrase(slots, old), new)

    def new_passphrase(self, new: str) -> None:
        """Set a passphrase without the old one, after the journal was opened by its recovery code.

        Raises EmptyPassphraseError, DiskFullError, FolderNotWritableError: the old one stays.
        """
        self._set_passphrase(self._slots(), self._vault.key, new)

    def renew_recovery_code(self, passphrase: str) -> str:
        """Make a new recovery code and return it; the old one opens nothing any more.

        Raises WrongPassphraseError, EmptyPassphraseError, DiskFullError, FolderNotWritableError.
        """
        slots = self._slots()
        key = key_slots.open_by_passphrase(slots, passphrase)
        secret = recovery_code.new_secret()
        key_slots.write(self._vault.folder, slots.with_slot(key_slots.recovery_slot(slots, key, secret)))
        return recovery_code.spell(secret)

    def is_recovery_code(self, code: str) -> bool:
        """Whether a code opens this journal, for rehearsing it. Raises MistypedRecoveryCodeError."""
        return key_slots.is_recovery(self._slots(), code)

    def encrypt_anew(
        self,
        passphrase: str,
        new_passphrase: str,
        progress: Progress | None = None,
    ) -> str:
        """Encrypt the journal under a new key (someone may know the passphrase); return the new recovery code.

        Old slots and old passphrases open nothing of it any more; backups of before still open with theirs, and may be
        erased (`backups.all()`, `other_key`). The journal stays open. Raises WrongPassphraseError,
        EmptyPassphraseError, DiskFullError, FolderNotWritableError, JournalDamagedError, CancelledError; then
        everything opens as before.
        """
        return rewriting.encrypt_anew(
            self._vault, passphrase, new_passphrase, self._clock.now(), Telling(progress)
        )

    def _slots(self) -> KeySlots:
        return exchanging.chosen_of(self._vault.folder, key_slots.read(self._vault.folder))

    def _set_passphrase(self, slots: KeySlots, key: bytes, new: str) -> None:
        if not new:
            raise EmptyPassphraseError
        cost = slots.of_kind(SlotKind.PASSPHRASE)[0].cost or KdfCost()
        key_slots.write(self._vault.folder, slots.with_slot(key_slots.passphrase_slot(slots, key, new, cost)))
