"""The file of key slots: the database key, wrapped once for each secret that opens the journal, kept twice."""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kapjournal.bounded_file import read_file
from kapjournal.errors import (
    EmptyPassphraseError,
    FileMissingError,
    FileTooLargeError,
    KapjournalError,
    KeychainGaveNothingError,
    KeySlotsDamagedError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from kapjournal.paths import JOURNAL_FILES
from kapjournal.storage import keys, recovery_code
from kapjournal.storage.atomic import write_atomically
from kapjournal.storage.keys import KdfCost, SlotKind

FORMAT = "kapjournal-keyslots"
VERSION = 1
MOST_BYTES = 65_536
_, NAME, MIRROR = JOURNAL_FILES


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped copy of the database key; `cost` only where a passphrase opens it."""

    id: str
    kind: SlotKind
    salt: bytes
    wrapped: bytes
    cost: KdfCost | None


@dataclass(frozen=True, slots=True)
class KeySlots:
    """All slots of a journal; `seq` counts up with each writing."""

    journal_id: str
    key_id: str
    seq: int
    slots: tuple[Slot, ...]
    pending: Pending | None = None

    def with_slot(self, slot: Slot) -> KeySlots:
        """Put a slot in the place of the one of its kind."""
        return replace(self, slots=(*(s for s in self.slots if s.kind is not slot.kind), slot))

    def without(self, kind: SlotKind) -> KeySlots:
        """Leave out the slots of a kind: what opened them opens nothing any more."""
        return replace(self, slots=tuple(s for s in self.slots if s.kind is not kind))

    @property
    def portable(self) -> KeySlots:
        """What a copy elsewhere may hold: a keychain belongs to one computer."""
        return self.without(SlotKind.KEYCHAIN)

    def of_kind(self, kind: SlotKind) -> tuple[Slot, ...]:
        """The slots that such a secret may open."""
        return tuple(s for s in self.slots if s.kind is kind)


@dataclass(frozen=True, slots=True)
class Pending:
    """The slots of a database that is about to take the place of this one, and by which salt each is known."""

    old_salt: str
    new_salt: str
    slots: KeySlots


def new_slots(dek: bytes) -> KeySlots:
    """Begin the slots of a new journal."""
    return KeySlots(journal_id=os.urandom(16).hex(), key_id=key_id_of(dek), seq=0, slots=())


def key_id_of(dek: bytes) -> str:
    """Name a database key without telling anything of it."""
    return hashlib.sha256(b"kapjournal key id" + dek).hexdigest()[:32]


def passphrase_slot(slots: KeySlots, dek: bytes, passphrase: str, cost: KdfCost) -> Slot:
    """Wrap the database key by a passphrase; takes long on purpose."""
    if not passphrase:
        raise EmptyPassphraseError
    empty = Slot(os.urandom(8).hex(), SlotKind.PASSPHRASE, os.urandom(keys.SALT_BYTES), b"", cost)
    wrapping = keys.key_from_passphrase(passphrase, empty.salt, cost)
    return replace(empty, wrapped=keys.wrap(wrapping, dek, _bound_to(slots, empty)))


def recovery_slot(slots: KeySlots, dek: bytes, secret: bytes) -> Slot:
    """Wrap the database key by the secret of a recovery code."""
    empty = Slot(os.urandom(8).hex(), SlotKind.RECOVERY, os.urandom(keys.SALT_BYTES), b"", None)
    wrapping = keys.key_from_recovery(secret, empty.salt)
    return replace(empty, wrapped=keys.wrap(wrapping, dek, _bound_to(slots, empty)))


def keychain_slot(slots: KeySlots, dek: bytes, secret: bytes) -> Slot:
    """Wrap the database key by the secret that a keychain holds; an extra slot, never the only one."""
    assert slots.of_kind(SlotKind.PASSPHRASE)
    empty = Slot(os.urandom(8).hex(), SlotKind.KEYCHAIN, os.urandom(keys.SALT_BYTES), b"", None)
    wrapping = keys.key_from_keychain(secret, empty.salt)
    return replace(empty, wrapped=keys.wrap(wrapping, dek, _bound_to(slots, empty)))


def open_by_passphrase(slots: KeySlots, passphrase: str) -> bytes:
    """Return the database key. Raises EmptyPassphraseError, WrongPassphraseError, NotEnoughMemoryError."""
    if not passphrase:
        raise EmptyPassphraseError

    def derive(slot: Slot) -> bytes:
        assert slot.cost is not None
        return keys.key_from_passphrase(passphrase, slot.salt, slot.cost)

    return _open(slots, SlotKind.PASSPHRASE, derive, WrongPassphraseError())


def open_by_recovery(slots: KeySlots, code: str) -> bytes:
    """Return the database key. Raises MistypedRecoveryCodeError, WrongRecoveryCodeError."""
    secret = recovery_code.read(code)
    return _open(
        slots,
        SlotKind.RECOVERY,
        lambda slot: keys.key_from_recovery(secret, slot.salt),
        WrongRecoveryCodeError(),
    )


def open_by_keychain(slots: KeySlots, secret: bytes) -> bytes:
    """Return the database key. Raises KeychainGaveNothingError."""
    return _open(
        slots,
        SlotKind.KEYCHAIN,
        lambda slot: keys.key_from_keychain(secret, slot.salt),
        KeychainGaveNothingError(),
    )


def is_recovery(slots: KeySlots, code: str) -> bool:
    """Whether a code opens these slots. Raises MistypedRecoveryCodeError."""
    try:
        open_by_recovery(slots, code)
    except WrongRecoveryCodeError:
        return False
    return True


def _open(slots: KeySlots, kind: SlotKind, derive: Callable[[Slot], bytes], wrong: KapjournalError) -> bytes:
    for slot in slots.of_kind(kind):
        dek = keys.unwrap(derive(slot), slot.wrapped, _bound_to(slots, slot))
        if dek is not None:
            if key_id_of(dek) != slots.key_id:
                raise KeySlotsDamagedError
            return dek
    raise wrong


def _bound_to(slots: KeySlots, slot: Slot) -> bytes:
    """What a wrapped key is bound to, so that no slot can be moved, swapped or made cheaper."""
    plain = _slot_plain(slot)
    del plain["wrapped"]
    return _canonical(
        {
            "format": FORMAT,
            "version": VERSION,
            "journal_id": slots.journal_id,
            "key_id": slots.key_id,
            "slot": plain,
        }
    )


def write(folder: Path, slots: KeySlots) -> KeySlots:
    """Write the slots and then their mirror; what is read back must be what was written."""
    counted = replace(slots, seq=slots.seq + 1)
    data = encode(counted)
    for name in (NAME, MIRROR):
        write_atomically(folder / name, data)
    if decode(read_file(folder / NAME, MOST_BYTES)) != counted:
        raise KeySlotsDamagedError
    return counted


def read(folder: Path, *, mending: bool = True) -> KeySlots:
    """Read the slots; where one copy is damaged or behind, the other is used and, if `mending`, mends it.

    Raises KeySlotsDamagedError where neither copy can be used.
    """
    found: dict[str, KeySlots] = {}
    for name in (NAME, MIRROR):
        with contextlib.suppress(FileMissingError, FileTooLargeError, KeySlotsDamagedError):
            found[name] = decode(read_file(folder / name, MOST_BYTES))
    if not found:
        raise KeySlotsDamagedError
    best = max(found.values(), key=lambda slots: slots.seq)
    for name in (NAME, MIRROR):
        if mending and found.get(name) != best:
            with contextlib.suppress(KapjournalError):  # a folder that cannot be written still opens
                write_atomically(folder / name, encode(best))
    return best


def encode(slots: KeySlots) -> bytes:
    """Write the slots as bytes, with their checksum."""
    body: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "journal_id": slots.journal_id,
        "key_id": slots.key_id,
        "seq": slots.seq,
        "slots": [_slot_plain(slot) for slot in slots.slots],
    }
    if slots.pending is not None:
        body["pending"] = {
            "old_salt": slots.pending.old_salt,
            "new_salt": slots.pending.new_salt,
            "journal_id": slots.pending.slots.journal_id,
            "key_id": slots.pending.slots.key_id,
            "slots": [_slot_plain(slot) for slot in slots.pending.slots.slots],
        }
    return _canonical({"body": body, "sha256": hashlib.sha256(_canonical(body)).hexdigest()})


def decode(data: bytes) -> KeySlots:
    """Read the slots of a file: checksum first, then bounds. Raises KeySlotsDamagedError."""
    try:
        outer = json.loads(data)
        body = outer["body"]
        whole = _canonical({"body": body, "sha256": hashlib.sha256(_canonical(body)).hexdigest()})
        if whole != data or body["format"] != FORMAT or body["version"] != VERSION:
            raise KeySlotsDamagedError
        return _slots_of(body, int(body["seq"]))
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error) as error:
        raise KeySlotsDamagedError from error


def _slots_of(body: dict[str, Any], seq: int) -> KeySlots:
    after = body.get("pending")
    return KeySlots(
        journal_id=str(body["journal_id"]),
        key_id=str(body["key_id"]),
        seq=seq,
        slots=tuple(_slot_of(plain) for plain in body["slots"]),
        pending=None
        if after is None
        else Pending(str(after["old_salt"]), str(after["new_salt"]), _slots_of(after, 0)),
    )


def _slot_plain(slot: Slot) -> dict[str, object]:
    kdf: dict[str, object] = {"name": "hkdf-sha256", "salt": _text(slot.salt)}
    if slot.cost is not None:
        kdf = {
            "name": "argon2id",
            "salt": _text(slot.salt),
            "memory_kib": slot.cost.memory_kib,
            "passes": slot.cost.passes,
            "lanes": slot.cost.lanes,
        }
    return {"id": slot.id, "kind": slot.kind.value, "kdf": kdf, "wrapped": _text(slot.wrapped)}


def _slot_of(plain: dict[str, object]) -> Slot:
    kdf = plain["kdf"]
    if not isinstance(kdf, dict):
        raise KeySlotsDamagedError
    kind = SlotKind(str(plain["kind"]))
    cost = None
    if kind is SlotKind.PASSPHRASE:
        cost = KdfCost(int(kdf["memory_kib"]), int(kdf["passes"]), int(kdf["lanes"]))
        if not cost.within_bounds:
            raise KeySlotsDamagedError
    slot = Slot(str(plain["id"]), kind, _bytes(kdf["salt"]), _bytes(plain["wrapped"]), cost)
    if len(slot.salt) != keys.SALT_BYTES or len(slot.wrapped) != keys.NONCE_BYTES + keys.KEY_BYTES + 16:
        raise KeySlotsDamagedError
    return slot


def _canonical(plain: dict[str, object]) -> bytes:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: object) -> bytes:
    return base64.b64decode(str(text), validate=True)
