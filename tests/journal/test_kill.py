"""Killed while writing, again and again: what was kept is there, and nothing is half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.kinds import Kind
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal

RUNS = 24
WRITER = """
import sys, os, pathlib, datetime, dataclasses
from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.journal import Journal

def write():
    clock = FixedClock(datetime.datetime(2026, 10, 23, 9, 42, tzinfo=datetime.UTC))
    journal = Journal.unlock(pathlib.Path(sys.argv[1]), sys.argv[2], clock, by_recovery_code=True)
    moment = moment_at(clock.now())
    print("open", os.getpid(), flush=True)
    reflection = journal.reflections.keep(Reflection(moment=moment, text="0"))
    number = 0
    while True:
        number += 1
        journal.check_ins.keep(CheckIn(moment=moment, values=(MeasureValue("mood", 6.0),), note=f"note {number}"))
        reflection = journal.reflections.keep(dataclasses.replace(reflection, text=str(number)))
        print("kept", reflection.id, number, flush=True)

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        write()
    os.waitpid(child, 0)
    print("gone", flush=True)
"""
"""Begins a writer for each line of its input, in a process of its own, and says when that is gone."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
def test_what_was_kept_survives_a_kill(journal: Journal, clock: FixedClock, passphrase: str) -> None:
    code = journal.keys.renew_recovery_code(passphrase)
    folder = journal.folder
    journal.close()
    chance = random.Random(20261023)
    kept = 0
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writers:
        for _ in range(RUNS):
            said = killed(writers, chance)
            again = Journal.unlock(folder, code, clock, by_recovery_code=True)
            for reflection_id, number in said[-1:]:
                kept += number
                reflection = again.reflections.get(reflection_id)
                assert int(reflection.text) in {number, number + 1}
            found = again.timeline.page(TimelineFilter(kinds=(Kind.CHECK_IN,)), limit=1).total
            assert found >= kept
            kept = found
            again.close()
    again = Journal.unlock(folder, code, clock, by_recovery_code=True)
    assert kept > RUNS
    assert again.verify().healthy
    assert not [path for path in folder.iterdir() if ".tmp-" in path.name]
    again.close()


def killed(writers: subprocess.Popen[str], chance: random.Random) -> list[tuple[int, int]]:
    """Begin a writer, let it keep some, kill it; return its reflection and number each time it said that it kept."""
    assert writers.stdin is not None
    assert writers.stdout is not None
    writers.stdin.write("go\n")
    writers.stdin.flush()
    pid = int(writers.stdout.readline().split()[1])
    said = [writers.stdout.readline() for _ in range(chance.randrange(0, 12))]
    for _ in range(chance.randrange(0, 60_000)):
        pass  # some moment between two keepings
    os.kill(pid, signal.SIGKILL)
    while (line := writers.stdout.readline()) != "gone\n":
        said.append(line.removesuffix("gone\n"))
    return [(int(id_), int(number)) for _, id_, number in (line.split() for line in said)]
