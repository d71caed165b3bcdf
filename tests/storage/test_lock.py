"""One program at a time."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kapjournal.clock import FixedClock
from kapjournal.errors import FolderNotWritableError, JournalInUseError, LeftOpenElsewhereError
from kapjournal.journal import Journal
from kapjournal.storage.lock import JournalLock
from kapjournal.words.errors import sentence

HOLDER = """
import sys, pathlib, datetime
from kapjournal.storage.lock import JournalLock
lock = JournalLock(pathlib.Path(sys.argv[1]))
lock.acquire(datetime.datetime.now(datetime.UTC))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_lock_is_refused_and_told_who_holds_the_first(tmp_path: Path, clock: FixedClock) -> None:
    first, second = JournalLock(tmp_path), JournalLock(tmp_path)
    first.acquire(clock.now())
    with pytest.raises(JournalInUseError) as caught:
        second.acquire(clock.now())
    assert caught.value == JournalInUseError(socket.gethostname(), clock.now())
    first.release()
    second.acquire(clock.now())
    second.release()


def test_an_old_lock_is_not_stolen_and_a_killed_holder_holds_nothing(
    tmp_path: Path, clock: FixedClock
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        hours_ago = time.time() - 7200
        os.utime(tmp_path / "lock", (hours_ago, hours_ago))
        with pytest.raises(JournalInUseError):
            JournalLock(tmp_path).acquire(clock.now())
        holder.kill()
        holder.wait()
    mine = JournalLock(tmp_path)
    mine.acquire(clock.now())
    mine.release()


def _note(folder: Path, host: str, clock: FixedClock) -> None:
    """What a computer wrote that has the folder by way of a synced disk: its own lock is not seen here."""
    note = {"host": host, "process": 4711, "since": clock.now().isoformat()}
    (folder / "lock").write_text(json.dumps(note), "utf-8")


def test_a_note_of_another_computer_is_respected_until_a_person_says_otherwise(
    journal: Journal, clock: FixedClock, passphrase: str
) -> None:
    folder = journal.folder
    journal.close()
    _note(folder, "another-computer", clock)
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(LeftOpenElsewhereError) as caught:
        Journal.unlock(folder, passphrase, clock)
    assert caught.value == LeftOpenElsewhereError("another-computer", clock.now())
    assert before == {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    Journal.unlock_to_read(folder, passphrase, clock).close()
    Journal.unlock(folder, passphrase, clock, taking_over=True).close()
    Journal.unlock(folder, passphrase, clock).close()


def test_control_a_note_of_this_computer_is_what_a_crash_leaves(tmp_path: Path, clock: FixedClock) -> None:
    _note(tmp_path, socket.gethostname(), clock)
    mine = JournalLock(tmp_path)
    mine.acquire(clock.now())
    mine.release()
    assert (tmp_path / "lock").read_bytes() == b"", "who lets go says so"


def test_an_empty_note_is_still_a_lock(tmp_path: Path, clock: FixedClock) -> None:
    first = JournalLock(tmp_path)
    first.acquire(clock.now())
    os.truncate(tmp_path / "lock", 0)
    with pytest.raises(JournalInUseError) as caught:
        JournalLock(tmp_path).acquire(clock.now())
    assert caught.value.host == ""
    first.release()


@pytest.mark.skipif(os.name == "nt", reason="there are no such files")
@pytest.mark.parametrize("kind", ["pipe", "folder", "link"])
def test_what_lies_in_the_place_of_the_lock_is_not_waited_for_and_not_written(
    tmp_path: Path, clock: FixedClock, kind: str
) -> None:
    other = tmp_path / "other"
    other.write_text("somebody's words", "utf-8")
    match kind:
        case "pipe":
            os.mkfifo(tmp_path / "lock")
        case "folder":
            (tmp_path / "lock").mkdir()
        case "link":
            (tmp_path / "lock").symlink_to(other)
    with pytest.raises(FolderNotWritableError):
        JournalLock(tmp_path).acquire(clock.now())
    assert other.read_text("utf-8") == "somebody's words"


@pytest.mark.parametrize(
    ("note", "host"),
    [
        (b"", ""),
        (b"[" * 100_000, ""),
        (b'{"host": "desk", "since": "2026-10-23T09:42+01:00"}' + b" " * 100_000, ""),
        (b'{"host": "desk", "since": "0001-01-01T00:00+14:00"}', ""),
        (b'{"host": "de\\u001b[2Jsk", "since": "2026-10-23T09:42+01:00"}', "de[2Jsk"),
    ],
)
def test_whatever_the_note_says_is_read_within_bounds(
    tmp_path: Path, clock: FixedClock, note: bytes, host: str
) -> None:
    held = JournalLock(tmp_path)
    held.acquire(clock.now())
    (tmp_path / "lock").write_bytes(note)
    with pytest.raises(JournalInUseError) as caught:
        JournalLock(tmp_path).acquire(clock.now())
    held.release()
    assert caught.value.host == host
    assert sentence(caught.value)
