"""A full disk and a disk that cannot be written: nothing lost, and what was being written can still be kept."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.importing import ImportBatch, ImportedEntry
from kapjournal.domain.moment import moment_at
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.errors import DiskFullError, FolderNotWritableError
from kapjournal.journal import Journal, KdfCost
from kapjournal.storage import key_slots


def mount(*arguments: str) -> bool:
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes; only root may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)):
        pytest.skip("a small disk cannot be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path) -> Path:
    path = place / "filler"
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    return path


def keep_until_full(journal: Journal, clock: FixedClock) -> int:
    for number in range(500):
        try:
            journal.check_ins.keep(CheckIn(moment=moment_at(clock.now()), note="lighthouse " * 300))
        except DiskFullError:
            return number
    pytest.fail("the disk is not full")


def test_the_reserve_keeps_what_was_being_written(
    disk: Path, clock: FixedClock, cost: KdfCost, passphrase: str
) -> None:
    journal, _ = Journal.create(disk / "journal", passphrase, clock, cost=cost)
    filler = fill(disk)
    kept = keep_until_full(journal, clock)
    assert kept > 0
    assert not (journal.folder / "reserve").exists()
    assert journal.timeline.count() == kept
    assert journal.timeline.page(TimelineFilter(text="light")).total == kept
    old = (journal.folder / "keyslots.json").read_bytes()
    fill(disk)
    with pytest.raises(DiskFullError):
        journal.keys.change_passphrase(passphrase, "new words")
    assert (journal.folder / "keyslots.json").read_bytes() == old
    filler.unlink()
    journal.check_ins.keep(CheckIn(moment=moment_at(clock.now()), note="again"))
    assert journal.verify().healthy
    journal.close()
    again = Journal.unlock(disk / "journal", passphrase, clock)
    assert again.timeline.count() == kept + 1
    assert (again.folder / "reserve").exists()
    again.close()


def test_an_import_that_finds_no_room_adds_nothing_and_leaves_nothing(
    disk: Path, clock: FixedClock, cost: KdfCost, passphrase: str
) -> None:
    journal, _ = Journal.create(disk / "journal", passphrase, clock, cost=cost)
    journal.check_ins.keep(CheckIn(moment=moment_at(clock.now()), note="before"))
    check_in = CheckIn(moment=moment_at(clock.now()), note="lighthouse " * 900)
    batch = ImportBatch(200, tuple(ImportedEntry(str(row), row, check_in) for row in range(200)), (), ())
    for room, backups in ((0, 0), (700_000, 1)):  # no room for the backup before it; none for what comes in
        filler = fill(disk)
        filler.write_bytes(bytes(filler.stat().st_size - room))
        with pytest.raises(DiskFullError):
            journal.imports.add(batch)
        assert journal.timeline.count() == 1
        assert len(journal.backups.all()) == backups
        assert not [path for path in disk.rglob("*") if ".tmp-" in path.name]
        filler.unlink()
    assert journal.verify().healthy
    journal.close()


def test_no_journal_is_begun_where_there_is_no_room(
    disk: Path, clock: FixedClock, cost: KdfCost, passphrase: str
) -> None:
    filler = fill(disk)
    with pytest.raises(DiskFullError):
        Journal.create(disk / "journal", passphrase, clock, cost=cost)
    filler.unlink()
    journal, _ = Journal.create(disk / "journal", passphrase, clock, cost=cost)
    journal.close()


def test_a_disk_that_cannot_be_written(disk: Path, clock: FixedClock, cost: KdfCost, passphrase: str) -> None:
    journal, _ = Journal.create(disk / "journal", passphrase, clock, cost=cost)
    journal.close()
    if not mount("-o", "remount,ro", str(disk)):
        pytest.skip("a disk cannot be made read-only here")
    slots = key_slots.read(disk / "journal")
    with pytest.raises(FolderNotWritableError):
        key_slots.write(disk / "journal", slots)
    assert key_slots.read(disk / "journal") == slots
    with pytest.raises(FolderNotWritableError):
        Journal.unlock(disk / "journal", passphrase, clock)
    with pytest.raises(FolderNotWritableError):
        Journal.create(disk / "other", passphrase, clock, cost=cost)
