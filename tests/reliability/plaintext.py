"""Every byte that a process writes, traced while it saves, searches, sorts, copies and exports, until it is killed.

Marked words are in the journal; outside the folder that the person exports to, no write and no file may hold one.
"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from contextlib import suppress
from os import environ, kill
from pathlib import Path

from tests.reliability import small_journal
from tests.reliability.result import Result

MARKERS = tuple(
    code for word in ("heliotrope", "quicksilver") for code in (word.encode(), word.encode("utf-16-le"))
)
TARGET = "what-was-exported"
USING = """
import sys, os, pathlib
from tests.reliability import small_journal as small
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.storage import engine

if sys.argv[3] == "control":
    engine.PRAGMAS = tuple(("temp_store", "FILE", "1") if p[0] == "temp_store" else p for p in engine.PRAGMAS)
journal = small.by_code(pathlib.Path(sys.argv[1]), sys.argv[2])
moment = moment_at(small.CLOCK.now())
kept = [journal.reflections.keep(Reflection(moment=moment, text=f"{n} heliotrope " * 40), by=str(n)) for n in range(5)]
journal.check_ins.keep(CheckIn(moment=moment, note="quicksilver", tags=("quicksilver",)))
# More than SQLite may hold in memory here, where it is left to itself.
MANY = '''CREATE TEMP TABLE many AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 100)
SELECT text || x AS t FROM reflection, n'''
round = 0
while True:
    round += 1
    journal.timeline.page(TimelineFilter(text="helio"))
    with journal._book.database.alone() as driver:
        driver.execute("PRAGMA temp.cache_size = 10").fetchall()
        driver.execute(MANY).fetchall()
        driver.execute("DROP TABLE many").fetchall()
    journal.backups.make()
    journal.verify()
    journal.timeline.erase([kept.pop().id])
    journal.undo()
    print("round", round, os.getpid(), flush=True)
    journal.export(pathlib.Path(sys.argv[1]).parent / "what-was-exported" / str(round))
"""
_WRITE = re.compile(r"(?:p?write(?:64)?|p?writev2?)\(\d+<([^>]*)>(?:\(deleted\))?, (.*)")
_HEXED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def run(place: Path, runs: int = 1, *, control: bool = False) -> Result:
    """Trace so many processes, and kill each while it exports for the second time."""
    result = Result()
    for number in range(runs):
        folder = place / str(number) / "journal"
        code = small_journal.make(folder, entries=4)
        log = folder.parent / "trace"
        _trace(folder, code, log, control=control)
        result.runs += 1
        _judge_writes(log, result)
        log.unlink()
        _judge_files(folder.parent, result)
    return result


def _trace(folder: Path, code: str, log: Path, *, control: bool) -> None:
    scratch = folder.parent / "scratch"
    scratch.mkdir()
    command = [
        "strace", "-f", "-y", "-xx", "-s", "1000000", "-o", str(log),
        "-e", "trace=write,pwrite64,writev,pwritev,pwritev2",
        sys.executable, "-c", USING, str(folder), code, "control" if control else "real",
    ]  # fmt: skip
    surroundings = {**environ, "TMPDIR": str(scratch), "SQLITE_TMPDIR": str(scratch)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings) as traced:
        assert traced.stdout is not None
        for line in traced.stdout:
            _, number, process = line.split()
            if number == "2":
                kill(int(process), signal.SIGKILL)
                break
        traced.stdout.read()


def _judge_writes(log: Path, result: Result) -> None:
    with log.open("r", encoding="ascii", errors="replace") as lines:
        for line in lines:
            found = _WRITE.search(line)
            if found is None:
                continue
            name = (
                bytes.fromhex(found[1].replace("\\x", "")).decode()
                if found[1].startswith("\\x")
                else found[1]
            )
            result.count("writes")
            if TARGET in name:
                continue
            data = b"".join(bytes.fromhex(part.replace("\\x", "")) for part in _HEXED.findall(found[2]))
            if any(marker in data for marker in MARKERS):
                result.fault(f"a marked word is written to {Path(name).name}")


def _judge_files(place: Path, result: Result) -> None:
    for path in place.rglob("*"):
        with suppress(OSError):
            if path.is_file() and TARGET not in str(path):
                result.count("files")
                if any(marker in path.read_bytes() for marker in MARKERS):
                    result.fault(f"a marked word is in {path.name}")
