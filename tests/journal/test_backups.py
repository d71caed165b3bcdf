"""Backups: proved before they count, listed, thinned, copied to a second folder, restored."""

from __future__ import annotations

import os
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.backup import BackupReason, ProvedBy
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.errors import (
    CancelledError,
    DiskFullError,
    FolderNotWritableError,
    JournalDamagedError,
    JournalExistsError,
    KapjournalError,
    NotAJournalFolderError,
    NotThatKindOfFileError,
    WrongPassphraseError,
)
from kapjournal.journal import Journal, plain_export, restore_damaged, restore_new
from kapjournal.storage import copies, proving
from kapjournal.storage.progress import Telling


def keep(journal: Journal, clock: FixedClock, note: str) -> None:
    journal.check_ins.keep(CheckIn(moment=moment_at(clock.now()), note=note), by=note)


def everything(journal: Journal) -> dict[str, bytes]:
    return plain_export.files_of(journal._book, Telling(None))


def test_a_backup_restored_gives_the_same_bytes(
    journal: Journal, tmp_path: Path, clock: FixedClock, passphrase: str
) -> None:
    keep(journal, clock, "heliotrope")
    before = everything(journal)
    backup = journal.backups.make()
    assert (backup.sequence, backup.proved_by, backup.proved) == (1, ProvedBy.COMPARED, backup.made)
    keep(journal, clock, "control: later")
    assert everything(journal) != before
    restore_new(backup.path, tmp_path / "again", passphrase, clock)
    again = Journal.unlock(tmp_path / "again", passphrase, clock)
    assert everything(again) == before
    assert again.verify().healthy
    again.close()


def test_a_backup_holds_three_members_and_no_word(journal: Journal, clock: FixedClock) -> None:
    keep(journal, clock, "heliotrope")
    path = journal.backups.make().path
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["manifest.json", "keyslots.json", "journal.db"]
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
    assert b"heliotrope" not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600


def test_one_is_due_when_something_changed_and_half_an_hour_has_passed(
    journal: Journal, clock: FixedClock
) -> None:
    assert journal.backups.make_if_due() is not None
    assert not journal.backups.due(BackupReason.LOCK)
    keep(journal, clock, "one")
    assert not journal.backups.due()
    assert journal.backups.due(BackupReason.LOCK)
    for minutes, due in ((29, False), (30, True), (-500, True)):
        journal.backups._clock = FixedClock(clock.now() + timedelta(minutes=minutes))
        assert journal.backups.due() is due


def test_another_passphrase_makes_one_due(journal: Journal, passphrase: str) -> None:
    made = journal.backups.make()
    journal.keys.change_passphrase(passphrase, "new words")
    assert journal.backups.due(BackupReason.LOCK)
    assert journal.backups.all() == (replace(made, other_passphrase=True),)


def test_opening_and_closing_changes_nothing(journal: Journal, clock: FixedClock, passphrase: str) -> None:
    journal.backups.make()
    journal.close()
    again = Journal.unlock(journal.folder, passphrase, clock)
    assert not again.backups.due(BackupReason.LOCK)
    again.close()


def test_a_copy_that_differs_never_counts(
    journal: Journal, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(journal, clock, "one")
    kept = journal.backups.make()
    real = copies.copy

    def wrong(*arguments: object) -> copies.Copied:
        return replace(real(*arguments), digest="0" * 64)  # type: ignore[arg-type]

    monkeypatch.setattr(copies, "copy", wrong)
    with pytest.raises(JournalDamagedError):
        journal.backups.make()
    assert journal.backups.all() == (kept,)
    assert not [path for path in journal.folder.rglob("*") if ".tmp-" in path.name]


def test_the_digest_notices_one_letter(journal: Journal, clock: FixedClock) -> None:
    keep(journal, clock, "one")
    with journal._book.database.alone() as driver:
        first = proving.digest(driver, b"key")
        driver.execute("UPDATE check_in SET note = 'onE'")
        assert proving.digest(driver, b"key") != first
        driver.execute("UPDATE check_in SET note = 'one'")
        assert proving.digest(driver, b"key") == first


def test_cancelling_leaves_nothing(journal: Journal) -> None:
    with pytest.raises(CancelledError):
        journal.backups.make(progress=lambda share: share < 0.5)
    assert list((journal.folder / "backups").iterdir()) == []


def test_the_second_folder_may_be_away(journal: Journal, clock: FixedClock, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    with pytest.raises(FolderNotWritableError):
        journal.backups.use_second_folder(stick)
    stick.mkdir()
    journal.backups.use_second_folder(stick)
    first = journal.backups.make()
    assert first.second == stick / first.path.name
    assert first.second.read_bytes() == first.path.read_bytes()
    elsewhere = journal.backups.make(to=tmp_path / "a.kapbackup")
    assert (elsewhere.path, elsewhere.second) == (tmp_path / "a.kapbackup", None)
    assert [path.name for path in stick.glob("*.kapbackup")] == [first.path.name]
    stick.rename(tmp_path / "away")
    assert journal.backups.make().second is None
    place = journal.backups.second_folder
    assert place is not None
    assert (place.present, place.last_copy) == (False, clock.now())
    (tmp_path / "away").rename(stick)
    assert [(b.sequence, b.second is not None) for b in journal.backups.all()] == [(2, False), (1, True)]


def test_a_damaged_backup_is_no_longer_proved(journal: Journal) -> None:
    backup = journal.backups.make()
    assert journal.backups.prove(backup).proved_by is ProvedBy.CHECKED
    data = bytearray(backup.path.read_bytes())
    data[len(data) // 2] ^= 1
    backup.path.write_bytes(data)
    with pytest.raises((JournalDamagedError, NotThatKindOfFileError)):
        journal.backups.prove(backup)
    assert [b.proved for b in journal.backups.all()] == [None]


def test_restoring_keeps_what_was_replaced(journal: Journal, clock: FixedClock, passphrase: str) -> None:
    keep(journal, clock, "early")
    backup = journal.backups.make()
    keep(journal, clock, "late")
    journal.keys.change_passphrase(passphrase, "new words")
    late = everything(journal)
    journal.backups.restore(backup.path)
    again = Journal.unlock(journal.folder, "new words", clock)
    assert again.timeline.count() == 1
    listed = again.backups.all()
    assert [(b.reason, b.proved_by) for b in listed] == [
        (BackupReason.RESTORE, ProvedBy.COMPARED),
        (BackupReason.ASKED, ProvedBy.RESTORED),
    ]
    again.backups.restore(listed[0].path)
    once_more = Journal.unlock(journal.folder, "new words", clock)
    assert everything(once_more) == late
    assert once_more.saves > 2
    once_more.close()


def test_a_restore_that_fails_leaves_the_journal_open(
    journal: Journal, clock: FixedClock, tmp_path: Path
) -> None:
    keep(journal, clock, "one")
    backup = journal.backups.make(to=tmp_path / "a.kapbackup")
    data = bytearray(backup.path.read_bytes())
    data[len(data) // 2] ^= 1
    backup.path.write_bytes(data)
    with pytest.raises(KapjournalError):
        journal.backups.restore(backup.path)
    keep(journal, clock, "two")
    assert journal.timeline.count() == 2


def test_what_leaves_the_journal_is_not_put_into_its_folder(journal: Journal, clock: FixedClock) -> None:
    keep(journal, clock, "heliotrope")
    before = everything(journal)
    for name in ("journal.db", "keyslots.json", "mine.kapbackup"):
        with pytest.raises(FolderNotWritableError):
            journal.backups.make(to=journal.folder / name)
    with pytest.raises(NotAJournalFolderError):
        journal.export(journal.folder / "plain")
    assert everything(journal) == before
    assert journal.verify().healthy
    assert not (journal.folder / "plain").exists()


def test_an_export_beside_another_leaves_that_as_it_is(journal: Journal, tmp_path: Path) -> None:
    other = tmp_path / "out.tmp-plain"
    other.mkdir()
    (other / "kept").write_text("as it was", "utf-8")
    journal.export(tmp_path / "out")
    assert (other / "kept").read_text("utf-8") == "as it was"
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith("out")) == ["out", "out.tmp-plain"]


def test_an_export_goes_where_nothing_is_and_says_so_where_it_cannot_be_written(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderNotWritableError):
        journal.export(tmp_path / "file" / "out")
    with pytest.raises(NotAJournalFolderError):
        journal.export(tmp_path / "file")
    (tmp_path / "empty").mkdir()
    journal.export(tmp_path / "empty")
    with pytest.raises(NotAJournalFolderError):
        journal.export(tmp_path / "empty")

    def full(path: Path, data: bytes) -> None:
        raise DiskFullError

    monkeypatch.setattr(plain_export, "write_atomically", full)
    with pytest.raises(DiskFullError):
        journal.export(tmp_path / "out")
    assert {path.name for path in tmp_path.iterdir()} == {"empty", "file", "journal"}


def test_nothing_is_restored_over_something(
    journal: Journal, clock: FixedClock, passphrase: str, tmp_path: Path
) -> None:
    backup = journal.backups.make()
    with pytest.raises(JournalExistsError):
        restore_new(backup.path, journal.folder, passphrase, clock)
    with pytest.raises(WrongPassphraseError):
        restore_new(backup.path, tmp_path / "new", "not that", clock)
    assert not (tmp_path / "new").exists()


def test_a_damaged_journal_names_its_backup_and_is_replaced(
    journal: Journal, clock: FixedClock, passphrase: str
) -> None:
    keep(journal, clock, "one")
    backup = journal.backups.make()
    journal.close()
    (journal.folder / "journal.db").write_bytes(b"torn" * 2048)
    with pytest.raises(JournalDamagedError) as caught:
        Journal.unlock(journal.folder, passphrase, clock)
    assert caught.value.backup == backup.path
    aside = restore_damaged(backup.path, journal.folder, passphrase, clock)
    assert (aside / "journal.db").read_bytes() == b"torn" * 2048
    again = Journal.unlock(journal.folder, passphrase, clock)
    assert again.timeline.count() == 1
    again.close()


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
def test_what_is_no_file_of_slots_goes_aside_as_it_is(
    journal: Journal, clock: FixedClock, passphrase: str
) -> None:
    keep(journal, clock, "one")
    backup = journal.backups.make()
    journal.close()
    names = ("keyslots.json", "keyslots.backup.json")
    for name in names:
        (journal.folder / name).unlink()
    os.mkfifo(journal.folder / names[0])
    (journal.folder / names[1]).write_bytes(bytes(70_000))
    aside = restore_damaged(backup.path, journal.folder, passphrase, clock)
    assert (aside / names[0]).is_fifo()
    assert (aside / names[1]).stat().st_size == 70_000
    again = Journal.unlock(journal.folder, passphrase, clock)
    assert again.timeline.count() == 1
    again.close()
