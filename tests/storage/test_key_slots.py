"""The key slots: what opens them, and that no damage or forgery goes unnoticed."""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from kapjournal.errors import (
    EmptyPassphraseError,
    KeySlotsDamagedError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from kapjournal.journal import KdfCost
from kapjournal.storage import key_slots, keys, recovery_code
from kapjournal.storage.key_slots import KeySlots
from kapjournal.storage.keys import SlotKind

KEY = bytes(range(32))
SECRET = bytes(range(16))


@pytest.fixture(scope="module")
def slots(cost: KdfCost) -> KeySlots:
    empty = key_slots.new_slots(KEY)
    one = empty.with_slot(key_slots.passphrase_slot(empty, KEY, "Grüße  am Fluss", cost))
    return one.with_slot(key_slots.recovery_slot(one, KEY, SECRET))


def test_the_passphrase_opens_however_a_keyboard_spells_it(slots: KeySlots) -> None:
    assert key_slots.open_by_passphrase(slots, "Grüße  am Fluss") == KEY
    assert key_slots.open_by_passphrase(slots, unicodedata.normalize("NFD", "Grüße  am Fluss")) == KEY
    assert key_slots.open_by_passphrase(slots, "Grüße\u00a0 am\u2003Fluss") == KEY


def test_another_passphrase_is_wrong_and_nothing_else(slots: KeySlots) -> None:
    with pytest.raises(WrongPassphraseError):
        key_slots.open_by_passphrase(slots, "Grüße am Fluss")
    with pytest.raises(EmptyPassphraseError):
        key_slots.open_by_passphrase(slots, "")


def test_the_recovery_code_opens_and_another_does_not(slots: KeySlots) -> None:
    assert key_slots.open_by_recovery(slots, recovery_code.spell(SECRET)) == KEY
    with pytest.raises(WrongRecoveryCodeError):
        key_slots.open_by_recovery(slots, recovery_code.spell(bytes(16)))


def test_a_slot_of_another_journal_opens_nothing(slots: KeySlots) -> None:
    for moved in (
        replace(slots, journal_id="0" * 32),
        replace(slots, key_id="0" * 32),
        replace(slots, slots=tuple(replace(s, id="0" * 16) for s in slots.slots)),
    ):
        with pytest.raises(WrongRecoveryCodeError):
            key_slots.open_by_recovery(moved, recovery_code.spell(SECRET))


def test_the_cost_cannot_be_changed_unnoticed(slots: KeySlots) -> None:
    slot = slots.of_kind(SlotKind.PASSPHRASE)[0]
    assert slot.cost is not None
    dearer = replace(slot, cost=replace(slot.cost, passes=3))
    with pytest.raises(WrongPassphraseError):
        key_slots.open_by_passphrase(slots.with_slot(dearer), "Grüße  am Fluss")


def test_what_is_written_is_read(slots: KeySlots, tmp_path: Path) -> None:
    written = key_slots.write(tmp_path, slots)
    assert written == replace(slots, seq=1)
    assert key_slots.read(tmp_path) == written
    assert {p.name for p in tmp_path.iterdir()} == {"keyslots.json", "keyslots.backup.json"}
    assert all(p.stat().st_mode & 0o777 == 0o600 for p in tmp_path.iterdir())


def test_every_flipped_byte_and_every_cut_is_noticed(slots: KeySlots) -> None:
    whole = key_slots.encode(slots)
    assert key_slots.decode(whole) == slots
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << (place % 8)
        for damaged in (bytes(flipped), whole[:place]):
            with pytest.raises(KeySlotsDamagedError):
                key_slots.decode(damaged)


@pytest.mark.parametrize(
    ("field", "value"),
    [("memory_kib", 2**31), ("memory_kib", 8), ("passes", 10**9), ("passes", 1), ("lanes", 0), ("lanes", 17)],
)
def test_hostile_costs_are_refused_before_anything_is_derived(
    slots: KeySlots, field: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = json.loads(key_slots.encode(slots))["body"]
    body["slots"][0]["kdf"][field] = value
    text = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    outer = {"body": body, "sha256": hashlib.sha256(text).hexdigest()}
    monkeypatch.setattr(keys, "key_from_passphrase", lambda *_: pytest.fail("derived"))
    with pytest.raises(KeySlotsDamagedError):
        key_slots.decode(json.dumps(outer, sort_keys=True, separators=(",", ":")).encode())


@pytest.mark.parametrize("name", [key_slots.NAME, key_slots.MIRROR])
def test_one_damaged_copy_is_mended_by_the_other(slots: KeySlots, tmp_path: Path, name: str) -> None:
    written = key_slots.write(tmp_path, slots)
    (tmp_path / name).write_bytes(b"{}")
    assert key_slots.read(tmp_path) == written
    assert key_slots.decode((tmp_path / name).read_bytes()) == written


def test_the_newer_copy_wins(slots: KeySlots, tmp_path: Path) -> None:
    first = key_slots.write(tmp_path, slots)
    older = (tmp_path / key_slots.MIRROR).read_bytes()
    second = key_slots.write(tmp_path, first)
    (tmp_path / key_slots.MIRROR).write_bytes(older)
    assert key_slots.read(tmp_path) == second


def test_both_copies_damaged_is_said_so(slots: KeySlots, tmp_path: Path) -> None:
    key_slots.write(tmp_path, slots)
    (tmp_path / key_slots.NAME).write_bytes(b"")
    (tmp_path / key_slots.MIRROR).write_bytes(b"\xff" * 70_000)
    with pytest.raises(KeySlotsDamagedError):
        key_slots.read(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
@pytest.mark.parametrize("kind", ["pipe", "device", "huge"])
def test_what_lies_in_the_place_of_the_slots_is_not_waited_for(
    slots: KeySlots, tmp_path: Path, kind: str
) -> None:
    key_slots.write(tmp_path, slots)
    place = tmp_path / key_slots.NAME
    place.unlink()
    match kind:
        case "pipe":
            os.mkfifo(place)
        case "device":
            place.symlink_to("/dev/zero")
        case "huge":
            with place.open("wb") as file:
                file.truncate(1 << 34)
    assert key_slots.read(tmp_path).slots == slots.slots
