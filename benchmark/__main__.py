"""python -m benchmark: every goal against its limit, as ratios within this run."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from benchmark.child import platform
from benchmark.goals import HEAD, Goal
from benchmark.keeping import keeping
from benchmark.made_journals import make_journal
from benchmark.safety import safety
from benchmark.searching import searching
from benchmark.summaries import summaries
from benchmark.trends import trends
from benchmark.windows import painted, today
from kapjournal.clock import SystemClock

SIZES = (1_000, 10_000, 100_000)


@click.command()
@click.option("--entries", multiple=True, type=int, help="How many entries; may be given more than once.")
@click.option("--strict", is_flag=True, help="End with 1 if a goal is missed.")
def benchmark(entries: tuple[int, ...], strict: bool) -> None:
    """Print what things cost beside what they may cost. Journals of 1,000, 10,000 and 100,000 entries take minutes."""
    click.echo(
        f"windows by {platform() or 'the system'}; medians; a machine's figures mean nothing elsewhere\n"
    )
    click.echo(HEAD)
    missed = 0
    with tempfile.TemporaryDirectory(prefix="kapjournal-benchmark-") as folder:
        for goal in _goals(Path(folder), entries or SIZES):
            click.echo(goal.line)
            missed += not goal.held
    click.echo(f"\n{missed} missed" if missed else "\nevery goal is held")
    sys.exit(1 if strict and missed else 0)


def _goals(folder: Path, sizes: tuple[int, ...]) -> Iterator[Goal]:
    clock = SystemClock()
    for number, count in enumerate(sizes):
        journal = folder / str(count) / "journal"
        journal.parent.mkdir()
        make_journal(journal, count, clock)
        if number == 0:
            yield from painted(journal)
        yield from today(journal, count)
        yield keeping(journal, count, clock)
        yield searching(journal, count, clock)
        yield from safety(journal, count, clock)
        yield from summaries(journal, count)
    yield from trends(folder / "thirty-years")


if __name__ == "__main__":
    benchmark()
