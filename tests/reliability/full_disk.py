"""A disk that is full after each 4 kB: what was there stays, the error says so, and with room it works again."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.errors import DiskFullError
from kapjournal.journal import Journal
from tests.reliability import small_journal
from tests.reliability.result import Result

BLOCK = 4096
SIZE = 6 << 20


class SmallDisk:
    """A disk of six megabytes in memory; only root may make one."""

    def __init__(self, place: Path) -> None:
        self.place = place
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
        try:
            self.there = subprocess.run(command, capture_output=True, check=False).returncode == 0
        except OSError:
            self.there = False

    def leave(self, room: int) -> None:
        """Fill it but for so many bytes."""
        self.free()
        left = shutil.disk_usage(self.place).free - room
        (self.place / "filler").write_bytes(bytes(max(0, left)))

    def free(self) -> None:
        """Make room again."""
        (self.place / "filler").unlink(missing_ok=True)

    def close(self) -> None:
        """Take it away."""
        if self.there:
            subprocess.run(["umount", "-l", str(self.place)], check=True)


def _save(journal: Journal, _disk: Path) -> None:
    journal.check_ins.keep(CheckIn(moment=moment_at(small_journal.CLOCK.now()), note="stone " * 2000), by="x")


def _back_up(journal: Journal, _disk: Path) -> None:
    journal.backups.make()


def _export(journal: Journal, disk: Path) -> None:
    journal.export(disk / "plain")


def _slots(journal: Journal, _disk: Path) -> None:
    journal.keys.new_passphrase(small_journal.PASSPHRASE)


WORKS: tuple[tuple[str, Callable[[Journal, Path], None]], ...] = (
    ("save", _save),
    ("backup", _back_up),
    ("export", _export),
    ("slots", _slots),
)
DONE_TWICE = 2


def run(disk: SmallDisk, step: int = BLOCK) -> Result:
    """Try each work with every room from none on, in steps."""
    result = Result()
    folder = disk.place / "journal"
    code = small_journal.make(folder, entries=8)
    for name, work in WORKS:
        done = 0
        for room in _rooms(step):
            done += _try(disk, folder, code, name, work, room, result)
            if done == DONE_TWICE:
                break
    return result


def _rooms(step: int) -> Iterator[int]:
    """None, then more and more, as far as the disk goes."""
    yield from range(0, SIZE // 2, step)


def _try(
    disk: SmallDisk,
    folder: Path,
    code: str,
    name: str,
    work: Callable[[Journal, Path], None],
    room: int,
    result: Result,
) -> int:
    result.runs += 1
    done = 0
    journal = small_journal.by_code(folder, code)
    # The reserve would help a save; here the disk has nothing but the room.
    (folder / "reserve").unlink(missing_ok=True)
    before = small_journal.everything(journal)
    proved = {backup.sequence for backup in journal.backups.all()}
    disk.leave(room)
    try:
        work(journal, disk.place)
        done = 1
        result.count(f"{name}: done")
    except DiskFullError:
        result.count(f"{name}: full")
        if small_journal.everything(journal) != before:
            result.fault(f"{name} at {room}: not as before")
        if not proved <= {backup.sequence for backup in journal.backups.all()}:
            result.fault(f"{name} at {room}: a backup is gone")
        if [path for path in disk.place.rglob("*") if ".tmp-" in path.name]:
            result.fault(f"{name} at {room}: something half-written stays")
        disk.free()
        shutil.rmtree(disk.place / "plain", ignore_errors=True)
        work(journal, disk.place)
    finally:
        disk.free()
        shutil.rmtree(disk.place / "plain", ignore_errors=True)
    journal.backups.erase(journal.backups.all()[2:])
    journal.undo()
    journal.close()
    return done


def control(disk: SmallDisk) -> Result:
    """A file written over in place: on a full disk neither the old nor the new is there."""
    result = Result()
    path = disk.place / "file"
    path.write_bytes(b"o" * 50_000)
    for room in range(0, 100_000, 16_384):
        disk.leave(room)
        result.runs += 1
        try:
            path.write_bytes(b"n" * 120_000)
        except OSError:
            if path.read_bytes() not in {b"o" * 50_000, b"n" * 120_000}:
                result.fault("neither the old nor the new")
        disk.free()
        path.write_bytes(b"o" * 50_000)
    return result
