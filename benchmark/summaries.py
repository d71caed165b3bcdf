"""A summary as PDF, against Typst on an empty page and reading the data once; and a changed tick against the first.

As a person waits for it: a whole command, from its start to the written file, against one that opens the same journal,
reads the data once and writes an empty page. The key is as quick as the program allows: it costs both the same, and
would hide the rest. And, told without a goal, the part of both that comes after the journal is open, with everything
still to load: there, what our command loads while the passphrase is worked into a key counts too.

Reading means into the arrays that statistics compute with: who loads the data has loaded numpy. The empty page is a
tagged PDF with the same fonts to choose from.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmark.child import child, run
from benchmark.empty_page import empty_page
from benchmark.goals import Goal, once
from benchmark.phrase import PASSPHRASE
from kapjournal.clock import SystemClock
from kapjournal.domain.kinds import Kind
from kapjournal.domain.share import SummaryChoice
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal

if TYPE_CHECKING:
    from kapjournal.journal.summary_draft import SummaryDraft

ROUNDS = 5
AT_MOST = 1.5
TICK_AT_MOST = 0.1
YEAR_DAYS, TEN_YEARS_DAYS = 365, 3652
ENTRIES_OF_TEN_YEARS = 10_000
TICKS = 5
PPI = 150.0
"""About what Share asks for in a window of the usual size: twice as fine as the sheet stands there."""


def summaries(folder: Path, count: int) -> Iterator[Goal]:
    """Measure one year; ten where the journal reaches back so far; and a tick in the window."""
    years = {"a year": YEAR_DAYS}
    if count >= ENTRIES_OF_TEN_YEARS:
        years["ten years"] = TEN_YEARS_DAYS
    from benchmark.made_journals import with_the_least_key  # not for the probes, which load what they measure

    quick = folder.with_name("quick-key")
    with_the_least_key(folder, quick)
    for name, days in years.items():
        ours, limit = _in_turns(partial(_command, quick, days, kind) for kind in ("ours", "empty"))
        yield Goal(f"a summary of {name}, against an empty page + reading once", count, ours, limit, AT_MOST)
        ours, limit = _in_turns(partial(_after_opening, folder, days, kind) for kind in ("ours", "empty"))
        yield Goal(f"… of {name}, once the journal is open", count, ours, limit, None)
    with child("benchmark.summaries", "ticks", str(folder), str(YEAR_DAYS)) as probe_:
        heard = probe_.hear()
    yield Goal(
        "a changed tick in the preview, against the first", count, heard["tick"], heard["first"], TICK_AT_MOST
    )


def _in_turns(both: Iterable[Callable[[], float]]) -> tuple[float, float]:
    """The medians of both in milliseconds."""
    ours, limit = both
    times = [(ours(), limit()) for _turn in range(ROUNDS + 1)][1:]
    return statistics.median(time[0] for time in times), statistics.median(time[1] for time in times)


def _command(folder: Path, days: int, kind: str) -> float:
    """From the start of a process to its end."""
    with tempfile.TemporaryDirectory(prefix="kapjournal-benchmark-") as made:
        secret, file = Path(made) / "passphrase", Path(made) / "summary.pdf"
        secret.write_text(PASSPHRASE)
        last = SystemClock().now().date()
        first = last - timedelta(days=days - 1)
        asked = ["--journal", folder, "--passphrase-file", secret, "--from", first, "--to", last, "-o", file]
        command = ["kapjournal", "summary", *asked] if kind == "ours" else ["benchmark.empty_page", *asked]
        took = once(lambda: run(*map(str, command)))
        assert file.stat().st_size
    return took


def _after_opening(folder: Path, days: int, kind: str) -> float:
    with child("benchmark.summaries", kind, str(folder), str(days)) as probe_:
        return float(probe_.hear()["ms"])


def probe(kind: str, folder: Path, days: int) -> None:
    """Unlock, and then take the time of one or the other, with all that it has to load."""
    clock = SystemClock()
    journal = Journal.unlock(folder, PASSPHRASE, clock)
    now = clock.now()
    choice = replace(SummaryChoice(), first=now.date() - timedelta(days=days - 1), last=now.date())
    if kind == "ticks":
        told = _ticks(journal, choice, now)
    else:
        work = _summary if kind == "ours" else empty_page
        told = {"ms": once(lambda: work(journal, choice, now))}
    journal.close()
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _summary(journal: Journal, choice: SummaryChoice, now: datetime) -> None:
    from kapjournal.summary.typeset import make_ready, pdf

    make_ready()
    pdf(journal.summaries.gather(choice, now))


def _ticks(journal: Journal, choice: SummaryChoice, now: datetime) -> dict[str, float]:
    """The first preview of a window and, at its size, each after one more entry was ticked.

    Every page is laid out, and the one in view is drawn: the first, before which nobody has turned to another.
    """
    written = journal.timeline.page_from(
        now.date(), TimelineFilter(kinds=(Kind.REFLECTION,)), TICKS + 2
    ).items
    show = _window(journal, now)
    chosen = replace(choice, entry_ids=tuple(item.id for item in written[:2]))
    first = once(lambda: show(chosen))
    ticks = []
    for ticked in range(3, len(written) + 1):
        chosen = replace(choice, entry_ids=tuple(item.id for item in written[:ticked]))
        ticks.append(once(partial(show, chosen)))
    return {"first": first, "tick": statistics.median(ticks)}


def _window(journal: Journal, now: datetime) -> Callable[[SummaryChoice], object]:
    """Return what the page of sharing does with a choice, with all that it has to load at the first."""
    drafts: list[SummaryDraft] = []

    def show(choice: SummaryChoice) -> object:
        from kapjournal.journal.summary_draft import SummaryDraft
        from kapjournal.summary.shown_pages import shown_pages

        if not drafts:
            drafts.append(SummaryDraft(journal))
        return shown_pages(drafts[0].gather_all(choice, now), 0, PPI)

    return show


if __name__ == "__main__":
    probe(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
