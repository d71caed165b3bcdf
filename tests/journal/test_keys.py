"""What opens a journal, changed; and a journal encrypted anew, repaired, only read, erased."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.domain.prompt import PromptOffer
from kapjournal.domain.share import SummaryChoice
from kapjournal.errors import (
    CancelledError,
    JournalDamagedError,
    JournalInUseError,
    MistypedRecoveryCodeError,
    OnlyToReadError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from kapjournal.journal import Journal, KdfCost, opens_by_keychain


def keep(journal: Journal, clock: FixedClock, note: str) -> int:
    return journal.check_ins.keep(CheckIn(moment=moment_at(clock.now()), note=note), by=note).id


def sum_of(journal: Journal) -> str:
    journal.close()
    return hashlib.sha256((journal.folder / "journal.db").read_bytes()).hexdigest()


def test_a_changed_passphrase_does_not_touch_the_database(
    journal: Journal, clock: FixedClock, passphrase: str
) -> None:
    keep(journal, clock, "one")
    before = sum_of(journal)
    journal.keys.change_passphrase(passphrase, "Grüße am Fluss")
    assert sum_of(journal) == before
    with pytest.raises(WrongPassphraseError):
        Journal.unlock(journal.folder, passphrase, clock)
    Journal.unlock(journal.folder, "Gru\u0308ße\u00a0am Fluss", clock).close()
    again = Journal.unlock(journal.folder, "Grüße am Fluss", clock)
    again.keys.encrypt_anew("Grüße am Fluss", "new words")
    assert sum_of(again) != before  # control


def test_after_the_code_a_new_passphrase_needs_no_old_one(
    tmp_path: Path, clock: FixedClock, cost: KdfCost
) -> None:
    made, code = Journal.create(tmp_path / "journal", "forgotten", clock, cost=cost)
    made.close()
    journal = Journal.unlock(made.folder, code, clock, by_recovery_code=True)
    journal.keys.new_passphrase("remembered")
    with pytest.raises(CancelledError):
        journal.keys.renew_recovery_code("remembered", wanted=lambda: False)
    with pytest.raises(CancelledError):
        journal.keys.new_passphrase("another", wanted=lambda: False)
    assert journal.keys.is_recovery_code(code)
    renewed = journal.keys.renew_recovery_code("remembered")
    assert not journal.keys.is_recovery_code(code)
    with pytest.raises(MistypedRecoveryCodeError):
        journal.keys.is_recovery_code(renewed[:-1])
    journal.keys.check_recovery_code(renewed)
    with pytest.raises(WrongRecoveryCodeError):
        journal.keys.check_recovery_code(code)
    journal.keys.check_passphrase("remembered")
    with pytest.raises(WrongPassphraseError):
        journal.keys.check_passphrase("forgotten")
    journal.close()
    Journal.unlock(made.folder, "remembered", clock).close()
    with pytest.raises(WrongRecoveryCodeError):
        Journal.unlock(made.folder, code, clock, by_recovery_code=True)


def test_old_slots_are_useless_after_encrypting_anew(
    journal: Journal, clock: FixedClock, passphrase: str, tmp_path: Path
) -> None:
    keep(journal, clock, "one")
    for name in ("keyslots.json", "keyslots.backup.json"):
        shutil.copy(journal.folder / name, tmp_path / name)
    journal.keys.change_passphrase(passphrase, "second")
    code = journal.keys.encrypt_anew("second", "third")
    keep(journal, clock, "two")
    assert journal.verify().healthy
    now, of_before = journal.backups.all()
    assert (now.other_key, of_before.other_key) == (False, True)
    with pytest.raises(WrongPassphraseError):
        journal.backups.prove(of_before)
    assert journal.backups.all() == (now, of_before), "what cannot be opened is not said to be damaged"
    journal.close()
    for secret in (passphrase, "second"):
        with pytest.raises(WrongPassphraseError):
            Journal.unlock(journal.folder, secret, clock)
    again = Journal.unlock(journal.folder, code, clock, by_recovery_code=True)
    old = again.backups.all()[-1]
    with pytest.raises(WrongPassphraseError):
        again.backups.restore(old.path)
    again.backups.restore(old.path, secret="second")
    Journal.unlock(journal.folder, "second", clock).close()
    new = Journal.unlock(journal.folder, "second", clock)
    new.backups.restore(new.backups.all()[0].path, secret="third")
    for name in ("keyslots.json", "keyslots.backup.json"):
        shutil.copy(tmp_path / name, journal.folder / name)
    with pytest.raises(JournalDamagedError):
        Journal.unlock(journal.folder, passphrase, clock)


def torn_unused_page(journal: Journal, clock: FixedClock) -> None:
    """Leave the journal closed, with a torn page that holds nothing."""
    ids = [keep(journal, clock, f"{number} " + "stone " * 800) for number in range(12)]
    journal.timeline.erase(ids)
    with journal._book.database.alone() as driver:
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
    journal.close()
    path = journal.folder / "journal.db"
    whole = path.read_bytes()
    for page in range(pages - 1, 1, -1):
        data = bytearray(whole)
        data[page * 4096 + 100] ^= 1
        path.write_bytes(data)
        again = Journal.unlock(journal.folder, "a calm and quiet harbour", clock)
        found = again.verify()
        again.close()
        if found.healthy and found.unused_pages:
            return
    pytest.fail("no unused page")


@pytest.mark.parametrize("way", ["repair", "anew", "backup"])
def test_a_torn_unused_page_is_no_damage(
    journal: Journal, clock: FixedClock, passphrase: str, way: str
) -> None:
    keep(journal, clock, "kept")
    torn_unused_page(journal, clock)
    again = Journal.unlock(journal.folder, passphrase, clock)
    if way == "repair":
        again.repair()
    elif way == "anew":
        again.keys.encrypt_anew(passphrase, "new words")
    else:
        again.backups.restore(again.backups.make().path)
        again = Journal.unlock(journal.folder, passphrase, clock)
    found = again.verify()
    assert found.healthy
    assert found.unused_pages == 0
    assert again.timeline.count() == 1
    again.close()


def test_whether_a_keychain_opens_it_is_asked_without_mending_anything(
    journal: Journal, tmp_path: Path
) -> None:
    journal.close()
    path = journal.folder / "keyslots.json"
    path.write_bytes(b"torn")
    assert not opens_by_keychain(journal.folder)
    assert path.read_bytes() == b"torn"
    assert not opens_by_keychain(tmp_path)


def test_only_reading_beside_another_window(journal: Journal, clock: FixedClock, passphrase: str) -> None:
    keep(journal, clock, "one")
    with pytest.raises(JournalInUseError):
        Journal.unlock(journal.folder, passphrase, clock)
    reader = Journal.unlock_to_read(journal.folder, passphrase, clock)
    assert reader.read_only
    assert reader.timeline.count() == 1
    assert reader.verify().healthy
    with pytest.raises(OnlyToReadError):
        keep(reader, clock, "two")
    reader.prompts.offered(PromptOffer(clock.now().date(), 1, "p", "w", False))
    assert reader.prompts.offers(clock.now().date(), clock.now().date()) == ()
    reader.shares.keep_choice(SummaryChoice(for_whom="anybody"))
    assert reader.shares.choice() == SummaryChoice()
    keep(journal, clock, "two")
    assert reader.timeline.count() == 2
    reader.close()
    with pytest.raises(JournalInUseError):
        Journal.unlock(journal.folder, passphrase, clock)


@pytest.mark.parametrize("with_backups", [True, False])
def test_erased_is_gone(journal: Journal, clock: FixedClock, tmp_path: Path, with_backups: bool) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "another file").write_text("of the person")
    journal.backups.use_second_folder(stick)
    keep(journal, clock, "one")
    journal.backups.make()
    assert journal.erase(with_backups=with_backups) == ()
    left = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
    if with_backups:
        assert left == ["another file"]
        assert not journal.folder.exists()
    else:
        assert [name.endswith(".kapbackup") for name in left] == [True, True, False]
