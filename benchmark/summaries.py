"""One year's summary as PDF, against Typst on an empty page and reading the data once; each in a new process.

Reading means into the arrays that statistics compute with: who loads the data has loaded numpy.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from benchmark.child import child
from benchmark.goals import Goal
from benchmark.phrase import PASSPHRASE
from kapjournal.clock import SystemClock
from kapjournal.domain.share import SummaryChoice
from kapjournal.journal import Journal

ROUNDS = 5
AT_MOST = 1.5
YEAR = timedelta(days=364)


def summaries(folder: Path, count: int) -> Goal:
    """Measure in turns."""
    ours: list[float] = []
    limit: list[float] = []
    for _turn in range(ROUNDS + 1):
        for kind, times in (("ours", ours), ("empty", limit)):
            with child("benchmark.summaries", kind, str(folder)) as probe_:
                times.append(probe_.hear()["ms"])
    name = "a summary, against an empty page + reading once"
    return Goal(name, count, statistics.median(ours[1:]), statistics.median(limit[1:]), AT_MOST)


def probe(kind: str, folder: Path) -> None:
    """Unlock, and then take the time of one or the other, with all that it has to load."""
    clock = SystemClock()
    journal = Journal.unlock(folder, PASSPHRASE, clock)
    today = clock.now().date()
    choice = replace(SummaryChoice(), first=today - YEAR, last=today)
    start = time.perf_counter()
    if kind == "ours":
        _summary(journal, choice, clock)
    else:
        _empty_page(journal, choice)
    took = (time.perf_counter() - start) * 1000
    journal.close()
    sys.stdout.write(json.dumps({"ms": took}) + "\n")
    sys.stdout.flush()


def _summary(journal: Journal, choice: SummaryChoice, clock: SystemClock) -> None:
    from kapjournal.journal.summaries import Summaries
    from kapjournal.summary.typeset import pdf

    pdf(Summaries(journal).gather(choice, clock.now()))


def _empty_page(journal: Journal, choice: SummaryChoice) -> None:
    import typst

    from kapjournal.statistics.observations import observations
    from kapjournal.summary.fonts import fonts

    for measure in journal.measures.all():
        observations(journal.check_ins.values(measure.key, choice.first, choice.last))
    journal.kap_sessions.all()
    compiler = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
    compiler.compile(input=b'#set document(title: "Empty")\n#h(1pt)', format="pdf", pdf_standards="ua-1")


if __name__ == "__main__":
    probe(sys.argv[1], Path(sys.argv[2]))
