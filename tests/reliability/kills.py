"""Processes killed while they save, write key slots, encrypt anew or bring a journal to a newer schema."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy.exc import DBAPIError

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.errors import KapjournalError
from kapjournal.journal import Journal
from kapjournal.storage import key_slots, replacing, vault
from kapjournal.storage.engine import Database, Transaction
from kapjournal.storage.key_slots import KeySlots
from tests.reliability import small_journal
from tests.reliability.result import Result

T = TypeVar("T")
ANOTHER = "another quiet harbour"
FORM = "session"
"""A form in which something stands half given."""


class Child:
    """A process of its own, forked from this one, that tells lines through a pipe and may be killed."""

    def __init__(self, work: Callable[[Callable[[str], None]], None], *, dying_at: int = 0) -> None:
        reading, writing = os.pipe()
        self._id = os.fork()
        if self._id == 0:
            os.close(reading)
            with contextlib.suppress(BaseException):
                if dying_at:
                    _die_at(dying_at)
                work(lambda line: (os.write(writing, f"{line}\n".encode()), None)[1])
            os._exit(0)
        os.close(writing)
        self._lines = os.fdopen(reading)

    def line(self) -> str:
        """The next line it tells; '' when it is gone."""
        return self._lines.readline()

    def end(self, *, kill: bool = True) -> list[str]:
        """Kill it, or let it finish; return what it still had told."""
        if kill:
            os.kill(self._id, signal.SIGKILL)
        with self._lines:
            rest = self._lines.readlines()
        os.waitpid(self._id, 0)
        return rest


def _die_at(point: int) -> None:
    """Kill this process at the so-manieth flush, renaming or removal that Python asks for."""
    left = [point]

    def watched(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **named)

        return call

    os.fsync = watched(os.fsync)
    for name in ("replace", "unlink", "rename"):
        setattr(Path, name, watched(getattr(Path, name)))


def _save(folder: Path, code: str, tell: Callable[[str], None], *, early: bool) -> None:
    journal = small_journal.by_code(folder, code)
    moment = moment_at(small_journal.CLOCK.now())
    kept = journal.reflections.keep(Reflection(moment=moment, text="0"), by="writer")
    number = 0
    while True:
        number += 1
        if early:
            tell(f"kept {kept.id} {number}")
        journal.check_ins.keep(CheckIn(moment=moment, note=f"note {number}"), by=str(number))
        kept = journal.reflections.keep(replace(kept, text=str(number)), by="writer")
        journal.drafts.hold(FORM, {"words": str(number)})
        if not early:
            tell(f"kept {kept.id} {number}")


def _write_slots(folder: Path, tell: Callable[[str], None], *, torn: bool) -> None:
    slots = key_slots.read(folder)
    tell("began")
    while True:
        if not torn:
            slots = key_slots.write(folder, slots)
            continue
        for name in (key_slots.NAME, key_slots.MIRROR):
            with (folder / name).open("wb", buffering=0) as file:
                for byte in key_slots.encode(slots):
                    file.write(bytes([byte]))


def saving(place: Path, runs: int, *, control: bool = False, seed: int = 1) -> Result:
    """Kill a writer at a random moment; nothing that it called kept is lost."""
    result = Result()
    chance = random.Random(seed)
    folder = place / "journal"
    code = small_journal.make(folder)
    for _ in range(runs):
        writer = Child(lambda tell: _save(folder, code, tell, early=control))
        said = [writer.line() for _ in range(chance.randrange(1, 8))]
        time.sleep(chance.random() * 0.01)
        said += writer.end()
        result.runs += 1
        journal = small_journal.by_code(folder, code)
        last = [line.split() for line in said if line.endswith("\n") and line.startswith("kept")][-1]
        if int(journal.reflections.get(int(last[1])).text) < int(last[2]):
            result.fault("a saved text is lost")
        draft = journal.drafts.held(FORM)
        if draft is None or int(draft.fields["words"]) < int(last[2]):
            result.fault("what stood in a form is lost")
        result.count("acknowledged saves", 3 * int(last[2]))
        found = journal.verify()
        if not found.healthy:
            result.fault(f"not whole: {found.problems}")
        journal.close()
    return result


def slot_saves(place: Path, runs: int, *, control: bool = False, seed: int = 1) -> Result:
    """Kill a program that writes the key slots; they always open, and nothing stray stays."""
    result = Result()
    chance = random.Random(seed)
    folder = place / "journal"
    code = small_journal.make(folder, entries=2)
    whole = key_slots.read(folder)
    for _ in range(runs):
        writer = Child(lambda tell: _write_slots(folder, tell, torn=control))
        writer.line()
        time.sleep(chance.random() * 0.01)
        writer.end()
        result.runs += 1
        result.count("stray files before opening", len(list(folder.glob("*.tmp-*"))))
        if control and not _both_whole(folder):
            result.fault("a torn file of slots")
        try:
            small_journal.by_code(folder, code).close()
        except KapjournalError as error:
            result.fault(f"does not open: {type(error).__name__}")
            key_slots.write(folder, whole)
            continue
        if list(folder.glob("*.tmp-*")):
            result.fault("a stray file stays")
    return result


def _both_whole(folder: Path) -> bool:
    try:
        for name in (key_slots.NAME, key_slots.MIRROR):
            key_slots.decode((folder / name).read_bytes())
    except KapjournalError:
        return False
    return True


def _put_carelessly(folder: Path, fresh: Path, now: KeySlots, then: KeySlots | None = None) -> KeySlots:
    """Exchange the database first and its slots after it; the crash comes in between."""
    fresh.replace(folder / "journal.db")
    os.kill(os.getpid(), signal.SIGKILL)
    return key_slots.write(folder, replace(then or now, seq=now.seq))


def _encrypt(folder: Path, code: str, tell: Callable[[str], None], *, careless: bool) -> None:
    if careless:
        replacing.put = _put_carelessly
    journal = small_journal.by_code(folder, code)
    tell("began")
    journal.keys.encrypt_anew(small_journal.PASSPHRASE, ANOTHER)
    tell("done")


def _open(folder: Path, passphrase: str, tell: Callable[[str], None], *, careless: bool) -> None:
    if careless:
        vault._back_up_before = lambda *_arguments: None
        Database.change = _change_in_pieces  # type: ignore[method-assign]
    Journal.unlock(folder, passphrase, small_journal.CLOCK).close()
    tell("done")


def encrypting_anew(
    place: Path, runs: int, origin: Path, code: str, *, control: bool = False, seed: int = 1
) -> Result:
    """Kill a re-encryption at each flush and renaming in turn, then at random moments."""
    result = Result()
    chance = random.Random(seed)
    journal = small_journal.by_code(origin, code)
    told = small_journal.everything(journal)
    journal.close()
    done = False
    for number in range(1, runs + 1):
        folder = small_journal.copy(origin, place / "copy")
        point = 0 if done or control else number
        worker = Child(
            lambda tell, folder=folder: _encrypt(folder, code, tell, careless=control), dying_at=point
        )
        if done and not control:
            worker.line()
            time.sleep(chance.random() * 0.4)
        finished = "done\n" in worker.end(kill=done and not control)
        done = done or (finished and point > 0)
        result.runs += 1
        result.count("killed" if not finished else "finished first")
        _judge_keys(folder, code, told, result, finished=finished)
        shutil.rmtree(folder)
    return result


def _judge_keys(folder: Path, code: str, told: dict[str, bytes], result: Result, *, finished: bool) -> None:
    opened = 0
    for secret, by_code in ((code, True), (ANOTHER, False)):
        try:
            journal = Journal.unlock(folder, secret, small_journal.CLOCK, by_recovery_code=by_code)
        except KapjournalError as error:
            if "Wrong" not in type(error).__name__:
                result.fault(f"called {type(error).__name__}")
            continue
        opened += 1
        result.count("with the new key" if secret != code else "with the old key")
        if finished and secret == code:
            result.fault("the old code opens what was encrypted anew")
        if small_journal.everything(journal) != told or not journal.verify().healthy:
            result.fault("something is lost")
        journal.close()
    if opened != 1:
        result.fault(f"{opened} of the two sets of keys open it")
    if list(folder.glob("*.tmp-*")):
        result.fault("a stray file stays")


def _change_in_pieces(self: Database, work: Callable[[Transaction], T]) -> T:
    """Each statement for itself, as without a transaction."""
    return work(cast("Transaction", _Driver(self.driver)))


class _Driver:
    """What a step of the schema uses of a transaction."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self.left = 2

    def exec_driver_sql(self, statement: str) -> None:
        """Run a statement; the process ends after a few."""
        self._driver.execute(statement)
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def migrating(place: Path, origin: Path, passphrase: str, most: int = 60, *, control: bool = False) -> Result:
    """Kill a program that brings an older journal on, at each flush and renaming in turn, until it gets through."""
    result = Result()
    for point in range(1, most + 1):
        folder = small_journal.copy(origin, place / "copy")
        finished = "done\n" in Child(
            lambda tell, folder=folder: _open(folder, passphrase, tell, careless=control), dying_at=point
        ).end(kill=False)
        result.runs += 1
        try:
            journal = Journal.unlock(folder, passphrase, small_journal.CLOCK)
            if not journal.verify().healthy or journal.timeline.count() == 0:
                result.fault("something is lost")
            if not any(backup.reason == "migration" for backup in journal.backups.all()):
                result.fault("no backup was made first")
            journal.close()
        except (KapjournalError, DBAPIError) as error:
            result.fault(f"does not open: {type(error).__name__}")
        shutil.rmtree(folder)
        if finished:
            break
    return result
