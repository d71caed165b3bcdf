"""Bits flipped and files cut short in a closed journal: found each time, and never called a wrong passphrase."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

from kapjournal.errors import JournalDamagedError, KapjournalError
from tests.reliability import small_journal
from tests.reliability.result import Result


def run(place: Path, flips: int, cuts: int, seed: int = 1) -> Result:
    """Damage a copy so many times."""
    result = Result()
    chance = random.Random(seed)
    origin = place / "origin"
    code = small_journal.make(origin)
    whole = (origin / "journal.db").read_bytes()
    journal = small_journal.by_code(origin, code)
    told = small_journal.everything(journal)
    journal.close()
    whole = (origin / "journal.db").read_bytes()
    folder = small_journal.copy(origin, place / "copy")
    for number in range(flips + cuts):
        data = bytearray(whole)
        if number < flips:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        else:
            del data[chance.randrange(len(data)) :]
        (folder / "journal.db").write_bytes(data)
        (folder / "journal.db-journal").write_bytes(b"")
        _judge(folder, code, told, result)
    return result


def _judge(folder: Path, code: str, told: dict[str, bytes], result: Result) -> None:
    result.runs += 1
    try:
        journal = small_journal.by_code(folder, code)
    except JournalDamagedError:
        result.count("found at opening")
        return
    except KapjournalError as error:
        result.fault(f"called {type(error).__name__}")
        return
    try:
        found = journal.verify()
        if found.healthy and not found.unused_pages:
            result.fault("not found")
        result.count("found by checking")
        if found.healthy and small_journal.everything(journal) != told:
            result.fault("another text, and called whole")
    except JournalDamagedError:
        result.count("found by checking")
    finally:
        journal.close()


def control(place: Path, flips: int, seed: int = 1) -> Result:
    """The same on a database without seals: texts change and nothing is noticed."""
    result = Result()
    chance = random.Random(seed)
    path = place / "plain.db"
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE word (text TEXT)")
    plain.executemany("INSERT INTO word VALUES (?)", [("of the river " * 40,)] * 200)
    plain.commit()
    plain.close()
    whole = path.read_bytes()
    for _ in range(flips):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        result.runs += 1
        again = sqlite3.connect(path)
        again.text_factory = bytes
        try:
            if again.execute("PRAGMA integrity_check").fetchall() == [(b"ok",)]:
                result.fault("not found")
        except sqlite3.DatabaseError:
            result.count("found")
        finally:
            again.close()
    return result
