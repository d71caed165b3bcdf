"""The keychain: only real ones are asked, and it is never more than one more way in."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend

from kapjournal.clock import FixedClock
from kapjournal.errors import (
    KeychainGaveNothingError,
    KeychainTookNothingError,
    WrongPassphraseError,
)
from kapjournal.journal import Journal, opens_by_keychain
from kapjournal.storage import key_slots, keychain
from kapjournal.storage.keys import SlotKind


class InMemory(KeyringBackend):
    """A keychain of this process, for as long as a test lasts."""

    priority = 5
    held: dict[tuple[str, str], str] = {}  # noqa: RUF012 - the library makes a new object each time

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class Locked(InMemory):
    """One whose owner says no."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("dismissed")


class Silent(InMemory):
    """One that never answers."""

    def get_password(self, service: str, username: str) -> str | None:
        threading.Event().wait()
        return None


@pytest.fixture
def held() -> Iterator[dict[tuple[str, str], str]]:
    yield InMemory.held
    InMemory.held.clear()


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch, held: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    monkeypatch.setitem(keychain.BACKENDS, sys.platform, ((__name__, "InMemory"),))
    return held


def test_it_opens_the_journal_and_passphrase_and_code_do_too(
    journal: Journal, clock: FixedClock, passphrase: str, there: dict[tuple[str, str], str]
) -> None:
    folder = journal.folder
    with pytest.raises(WrongPassphraseError):
        journal.keys.use_keychain("not this one")
    assert there == {}
    code = journal.keys.renew_recovery_code(passphrase)
    journal.keys.use_keychain(passphrase)
    assert journal.keys.opens_by_keychain
    assert len(there) == 1
    journal.close()
    assert opens_by_keychain(folder)
    Journal.unlock_by_keychain(folder, clock).close()
    Journal.unlock(folder, passphrase, clock).close()
    Journal.unlock(folder, code, clock, by_recovery_code=True).close()


def test_forgotten_it_opens_nothing_not_even_with_what_it_held(
    journal: Journal, clock: FixedClock, passphrase: str, there: dict[tuple[str, str], str]
) -> None:
    folder = journal.folder
    journal.keys.use_keychain(passphrase)
    kept = dict(there)
    journal.keys.forget_keychain()
    assert there == {}
    assert not journal.keys.opens_by_keychain
    journal.close()
    there.update(kept)
    with pytest.raises(KeychainGaveNothingError):
        Journal.unlock_by_keychain(folder, clock)
    Journal.unlock(folder, passphrase, clock).close()


def test_a_change_of_passphrase_keeps_it_and_another_key_ends_it(
    journal: Journal, clock: FixedClock, passphrase: str, there: dict[tuple[str, str], str]
) -> None:
    journal.keys.use_keychain(passphrase)
    journal.keys.change_passphrase(passphrase, "new words")
    assert journal.keys.opens_by_keychain
    journal.keys.encrypt_anew("new words", "newer words")
    assert not journal.keys.opens_by_keychain
    assert there == {}
    assert not opens_by_keychain(journal.folder)


def test_backups_hold_no_slot_of_a_keychain_and_are_not_due_for_it(
    journal: Journal, passphrase: str, there: dict[tuple[str, str], str]
) -> None:
    from kapjournal.domain.backup import BackupReason
    from kapjournal.storage import backup_file

    backup = journal.backups.make()
    journal.keys.use_keychain(passphrase)
    assert not journal.backups.due(BackupReason.LOCK)
    after = journal.backups.make()
    kinds = [slot.kind for slot in backup_file.read_slots(after.path).slots]
    assert sorted(kinds) == [SlotKind.PASSPHRASE, SlotKind.RECOVERY]
    assert not any(found.other_passphrase for found in journal.backups.all())
    journal.backups.restore(backup.path)
    assert opens_by_keychain(journal.folder), "a restore under the same key keeps the slots of now"


def test_a_slot_cannot_be_moved_to_another_kind(journal: Journal, passphrase: str) -> None:
    from dataclasses import replace

    slots = key_slots.read(journal.folder)
    secret = keychain.new_secret()
    slot = key_slots.keychain_slot(slots, journal._vault.key, secret)
    assert key_slots.open_by_keychain(slots.with_slot(slot), secret) == journal._vault.key
    for altered in (replace(slot, kind=SlotKind.RECOVERY), replace(slot, id="0" * 16)):
        with pytest.raises(KeychainGaveNothingError):
            key_slots.open_by_keychain(slots.with_slot(altered), secret)


@pytest.mark.parametrize("name", ["Locked", "Silent"])
def test_one_that_refuses_or_never_answers_is_said_so(
    journal: Journal,
    clock: FixedClock,
    passphrase: str,
    there: dict[tuple[str, str], str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    folder = journal.folder
    journal.keys.use_keychain(passphrase)
    monkeypatch.setitem(keychain.BACKENDS, sys.platform, ((__name__, name),))
    monkeypatch.setattr(keychain, "LONGEST_S", 0.05)
    before = key_slots.read(folder)
    with pytest.raises(KeychainTookNothingError):
        journal.keys.use_keychain(passphrase)
    assert key_slots.read(folder) == before
    journal.close()
    with pytest.raises(KeychainGaveNothingError):
        Journal.unlock_by_keychain(folder, clock)
    Journal.unlock(folder, passphrase, clock).close()


def test_a_missing_keychain_is_said_so(
    journal: Journal, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(keychain.BACKENDS, sys.platform, ())
    assert not keychain.is_there()
    with pytest.raises(KeychainTookNothingError):
        journal.keys.use_keychain(passphrase)
    assert not journal.keys.opens_by_keychain


def test_no_plain_file_is_ever_a_keychain(
    journal: Journal, passphrase: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What the library would choose by a variable or a file of settings is not asked; that it would is the control."""
    import keyring
    from keyring import core

    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"{__name__}.InMemory")
    monkeypatch.setattr(core, "_keyring_backend", None)
    assert isinstance(keyring.get_keyring(), InMemory), "the control: the library chooses it"
    # No desktop's messages here, so no real keychain either.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    if sys.platform == "linux":
        assert not keychain.is_there()
        with pytest.raises(KeychainTookNothingError):
            journal.keys.use_keychain(passphrase)
    assert InMemory.held == {}


def test_only_real_keychains_are_on_the_list() -> None:
    listed = {f"{module}.{name}" for backends in keychain.BACKENDS.values() for module, name in backends}
    assert listed == {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
