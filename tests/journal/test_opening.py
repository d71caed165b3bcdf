"""Making and opening a journal: each obstacle is its own error, and nothing is lost."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.errors import (
    EmptyPassphraseError,
    JournalDamagedError,
    JournalExistsError,
    JournalInUseError,
    JournalMissingError,
    KeySlotsDamagedError,
    MistypedRecoveryCodeError,
    NewerJournalError,
    NotAJournalFolderError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from kapjournal.journal import Journal, KdfCost, is_journal
from kapjournal.storage import migrations, recovery_code


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory, cost: KdfCost, passphrase: str) -> tuple[Path, str]:
    """A closed journal with one check-in, and its recovery code."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    clock = FixedClock(datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London")))
    folder = tmp_path_factory.mktemp("closed") / "journal"
    made, code = Journal.create(folder, passphrase, clock, cost=cost)
    made.check_ins.keep(CheckIn(moment=moment_at(clock.now()), note="heliotrope"))
    made.close()
    return folder, code


@pytest.fixture
def copy(closed: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(closed[0], tmp_path / "copy"))


@pytest.fixture
def wide_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def sums(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file() and path.name != "lock"
    }


@pytest.mark.usefixtures("wide_umask")
def test_only_the_owner_can_read_anything(
    tmp_path: Path, clock: FixedClock, cost: KdfCost, passphrase: str
) -> None:
    journal, _ = Journal.create(tmp_path / "deep" / "journal", passphrase, clock, cost=cost)
    journal.check_ins.keep(CheckIn(moment=moment_at(clock.now())))
    modes = {path.name: path.stat().st_mode & 0o777 for path in journal.folder.iterdir()}
    assert modes == {
        "backups": 0o700,
        "journal.db": 0o600,
        "journal.db-journal": 0o600,
        "keyslots.backup.json": 0o600,
        "keyslots.json": 0o600,
        "lock": 0o600,
        "reserve": 0o600,
    }
    assert journal.folder.stat().st_mode & 0o777 == 0o700
    journal.close()


def test_passphrase_and_code_open_it(closed: tuple[Path, str], clock: FixedClock, passphrase: str) -> None:
    folder, code = closed
    assert is_journal(folder)
    for secret, by_code in ((passphrase, False), (code.lower(), True)):
        journal = Journal.unlock(folder, secret, clock, by_recovery_code=by_code)
        (check_in,) = journal.check_ins.of_day(clock.now().date())
        assert check_in.note == "heliotrope"
        journal.close()
        journal.close()


def test_wrong_secrets_change_nothing(closed: tuple[Path, str], clock: FixedClock) -> None:
    folder, code = closed
    before = sums(folder)
    for secret, by_code, error in (
        ("another", False, WrongPassphraseError),
        ("", False, EmptyPassphraseError),
        (recovery_code.spell(bytes(16)), True, WrongRecoveryCodeError),
        (code[:-1] + ("0" if code[-1] != "0" else "2"), True, MistypedRecoveryCodeError),
    ):
        with pytest.raises(error):
            Journal.unlock(folder, secret, clock, by_recovery_code=by_code)
    assert sums(folder) == before


def test_where_no_journal_is(tmp_path: Path, clock: FixedClock, passphrase: str) -> None:
    with pytest.raises(JournalMissingError):
        Journal.unlock(tmp_path / "none", passphrase, clock)
    (tmp_path / "empty").mkdir()
    with pytest.raises(JournalMissingError):
        Journal.unlock(tmp_path / "empty", passphrase, clock)
    (tmp_path / "a file").touch()
    (tmp_path / "empty" / "letter.txt").touch()
    for folder in (tmp_path / "a file", tmp_path / "empty"):
        with pytest.raises(NotAJournalFolderError):
            Journal.unlock(folder, passphrase, clock)
        assert not is_journal(folder)


def test_no_journal_is_made_over_anything(
    copy: Path, tmp_path: Path, clock: FixedClock, cost: KdfCost, passphrase: str
) -> None:
    before = sums(copy)
    with pytest.raises(JournalExistsError):
        Journal.create(copy, passphrase, clock, cost=cost)
    assert sums(copy) == before
    (tmp_path / "else").mkdir()
    (tmp_path / "else" / "letter.txt").write_text("x")
    with pytest.raises(NotAJournalFolderError):
        Journal.create(tmp_path / "else", passphrase, clock, cost=cost)
    assert [path.name for path in (tmp_path / "else").iterdir()] == ["letter.txt"]
    with pytest.raises(EmptyPassphraseError):
        Journal.create(tmp_path / "new", "", clock, cost=cost)
    assert not (tmp_path / "new").exists()


def test_a_second_opening_is_refused_while_the_first_lasts(
    copy: Path, clock: FixedClock, passphrase: str
) -> None:
    first = Journal.unlock(copy, passphrase, clock)
    with pytest.raises(JournalInUseError) as caught:
        Journal.unlock(copy, passphrase, clock)
    assert caught.value.since == clock.now()
    first.close()
    Journal.unlock(copy, passphrase, clock).close()


def test_damaged_slots(copy: Path, clock: FixedClock, passphrase: str) -> None:
    (copy / "keyslots.json").write_bytes(b"")
    Journal.unlock(copy, passphrase, clock).close()
    assert (copy / "keyslots.json").read_bytes() == (copy / "keyslots.backup.json").read_bytes()
    for name in ("keyslots.json", "keyslots.backup.json"):
        (copy / name).unlink()
    with pytest.raises(KeySlotsDamagedError):
        Journal.unlock(copy, passphrase, clock)


@pytest.mark.parametrize("damage", ["missing", "empty", "first page", "cut", "another journal's"])
def test_a_damaged_database_is_never_a_wrong_passphrase(
    copy: Path, tmp_path: Path, clock: FixedClock, cost: KdfCost, passphrase: str, damage: str
) -> None:
    path = copy / "journal.db"
    data = bytearray(path.read_bytes())
    if damage == "missing":
        path.unlink()
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "first page":
        data[100] ^= 1
        path.write_bytes(data)
    elif damage == "cut":
        path.write_bytes(data[:1000])
    else:
        Journal.create(tmp_path / "other", passphrase, clock, cost=cost)[0].close()
        shutil.copy(tmp_path / "other" / "journal.db", path)
    with pytest.raises(JournalDamagedError):
        Journal.unlock(copy, passphrase, clock)


def test_damage_further_in_is_found_by_verifying(copy: Path, clock: FixedClock, passphrase: str) -> None:
    path = copy / "journal.db"
    journal = Journal.unlock(copy, passphrase, clock)
    with journal._book.database.alone() as driver:
        page = driver.execute("SELECT rootpage FROM sqlite_master WHERE name = 'check_in'").fetchone()[0]
    assert journal.verify().healthy
    journal.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 + 50] ^= 1
    path.write_bytes(data)
    journal = Journal.unlock(copy, passphrase, clock)
    found = journal.verify()
    assert not found.healthy
    assert {"pages", "rows_readable"} <= set(found.problems)
    with pytest.raises(JournalDamagedError):
        journal.check_ins.of_day(clock.now().date())
    journal.close()


def test_a_newer_journal_is_left_alone(copy: Path, clock: FixedClock, passphrase: str) -> None:
    journal = Journal.unlock(copy, passphrase, clock)
    with journal._book.database.alone() as driver:
        driver.execute("PRAGMA user_version = 99")
    journal.close()
    before = sums(copy)
    with pytest.raises(NewerJournalError) as caught:
        Journal.unlock(copy, passphrase, clock)
    assert caught.value == NewerJournalError(found=99, known=migrations.KNOWN)
    assert sums(copy) == before


def test_what_was_half_written_is_swept(copy: Path, clock: FixedClock, passphrase: str) -> None:
    stray = [copy / "keyslots.json.tmp-abc", copy / "backups" / "journal.db.tmp-copy"]
    for path in stray:
        path.touch()
    Journal.unlock(copy, passphrase, clock).close()
    assert not any(path.exists() for path in stray)


def test_another_passphrase_and_another_code(
    copy: Path, closed: tuple[Path, str], clock: FixedClock, passphrase: str
) -> None:
    database = hashlib.sha256((copy / "journal.db").read_bytes()).hexdigest()
    journal = Journal.unlock(copy, passphrase, clock)
    with pytest.raises(WrongPassphraseError):
        journal.keys.change_passphrase("not it", "new words")
    with pytest.raises(EmptyPassphraseError):
        journal.keys.change_passphrase(passphrase, "")
    journal.keys.change_passphrase(passphrase, "new words")
    code = journal.keys.renew_recovery_code("new words")
    journal.close()
    assert hashlib.sha256((copy / "journal.db").read_bytes()).hexdigest() == database
    with pytest.raises(WrongPassphraseError):
        Journal.unlock(copy, passphrase, clock)
    with pytest.raises(WrongRecoveryCodeError):
        Journal.unlock(copy, closed[1], clock, by_recovery_code=True)
    Journal.unlock(copy, "new words", clock).close()
    Journal.unlock(copy, code, clock, by_recovery_code=True).close()
