"""Changing what opens the journal: the passphrase, the recovery code, the keychain of this computer, the key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kapjournal.clock import Clock
from kapjournal.errors import CancelledError, EmptyPassphraseError, UserError
from kapjournal.storage import key_slots, keychain, recovery_code, replacing, rewriting
from kapjournal.storage.key_slots import KeySlots
from kapjournal.storage.keys import KdfCost, SlotKind
from kapjournal.storage.progress import Progress, Telling
from kapjournal.storage.vault import Vault

Wanted = Callable[[], bool]
"""Asked after the long part and before anything is changed: whether whoever asked for it is still there."""


def _always() -> bool:
    return True


def opens_by_keychain(folder: Path) -> bool:
    """Whether a locked journal can be opened by the keychain of a computer; nothing is written."""
    try:
        slots = replacing.chosen_of(folder, key_slots.read(folder, mending=False))
    except UserError:
        return False
    return bool(slots.of_kind(SlotKind.KEYCHAIN))


def keychain_is_there() -> bool:
    """Whether this computer has a keychain that may hold a secret; asks the desktop, so in a worker."""
    return keychain.is_there()


class Keys:
    """What opens a journal; everything here takes long, and may run in a worker."""

    def __init__(self, opened: Vault, clock: Clock) -> None:
        self._vault = opened
        self._clock = clock

    def change_passphrase(self, old: str, new: str, wanted: Wanted = _always) -> None:
        """Set another passphrase; the database is not touched, and nothing is changed that is not `wanted` any more.

        Whoever has an old copy of the key file and the old passphrase still opens the journal; `encrypt_anew` ends
        that. Raises WrongPassphraseError, EmptyPassphraseError, DiskFullError, FolderNotWritableError,
        CancelledError: the old one stays.
        """
        slots = self._slots()
        self._set_passphrase(slots, key_slots.open_by_passphrase(slots, old), new, wanted)

    def new_passphrase(self, new: str, wanted: Wanted = _always) -> None:
        """Set a passphrase without the old one, after the journal was opened by its recovery code.

        Raises EmptyPassphraseError, DiskFullError, FolderNotWritableError, CancelledError: the old one stays.
        """
        self._set_passphrase(self._slots(), self._vault.key, new, wanted)

    def renew_recovery_code(self, passphrase: str, wanted: Wanted = _always) -> str:
        """Make a new recovery code and return it; the old one opens nothing any more.

        `wanted` is asked before anything is changed: a code that nobody is there to see must not take the old one's
        place. Raises WrongPassphraseError, EmptyPassphraseError, DiskFullError, FolderNotWritableError, CancelledError.
        """
        slots = self._slots()
        key = key_slots.open_by_passphrase(slots, passphrase)
        secret = recovery_code.new_secret()
        if not wanted():
            raise CancelledError
        key_slots.write(self._vault.folder, slots.with_slot(key_slots.recovery_slot(slots, key, secret)))
        return recovery_code.spell(secret)

    def check_passphrase(self, passphrase: str) -> None:
        """Try a passphrase on the open journal. Raises WrongPassphraseError, EmptyPassphraseError."""
        key_slots.open_by_passphrase(self._slots(), passphrase)

    def check_recovery_code(self, code: str) -> None:
        """Try a code on the open journal. Raises WrongRecoveryCodeError, MistypedRecoveryCodeError."""
        key_slots.open_by_recovery(self._slots(), code)

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
        before = self._slots()
        code = rewriting.encrypt_anew(
            self._vault, passphrase, new_passphrase, self._clock.now(), Telling(progress)
        )
        if before.of_kind(SlotKind.KEYCHAIN):
            keychain.forget(before.journal_id)
        return code

    @property
    def opens_by_keychain(self) -> bool:
        """Whether the keychain of this computer opens the journal too."""
        return bool(self._slots().of_kind(SlotKind.KEYCHAIN))

    def use_keychain(self, passphrase: str) -> None:
        """Let the keychain of this computer open the journal too; passphrase and code open it as before.

        Raises WrongPassphraseError, EmptyPassphraseError, KeychainTookNothingError, DiskFullError,
        FolderNotWritableError; then nothing is changed.
        """
        slots = self._slots()
        key = key_slots.open_by_passphrase(slots, passphrase)
        secret = keychain.new_secret()
        keychain.keep(slots.journal_id, secret)
        try:
            key_slots.write(self._vault.folder, slots.with_slot(key_slots.keychain_slot(slots, key, secret)))
        except BaseException:
            keychain.forget(slots.journal_id)
            raise

    def forget_keychain(self) -> None:
        """Let the keychain open nothing any more. Raises DiskFullError, FolderNotWritableError."""
        slots = self._slots()
        if slots.of_kind(SlotKind.KEYCHAIN):
            key_slots.write(self._vault.folder, slots.without(SlotKind.KEYCHAIN))
            keychain.forget(slots.journal_id)

    def _slots(self) -> KeySlots:
        return replacing.chosen_of(self._vault.folder, key_slots.read(self._vault.folder))

    def _set_passphrase(self, slots: KeySlots, key: bytes, new: str, wanted: Wanted) -> None:
        if not new:
            raise EmptyPassphraseError
        cost = slots.of_kind(SlotKind.PASSPHRASE)[0].cost or KdfCost()
        slot = key_slots.passphrase_slot(slots, key, new, cost)
        if not wanted():
            raise CancelledError
        key_slots.write(self._vault.folder, slots.with_slot(slot))
