"""Runs the experiments and writes what they found: `python -m tests.reliability [--thorough] [--minutes N]`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kapjournal.storage import migrations
from tests.reliability import damage, full_disk, kills, plaintext, power_loss, small_journal
from tests.reliability.result import Result

ROOT = Path(__file__).resolve().parent.parent.parent
OLD_PASSPHRASE = "kept for later versions"
PER_TRACE = 100
CONTROLS = (
    "Each experiment has a control: the same trial on a program that does without the care in question, "
    "where something must be lost, or the experiment would prove nothing."
)


def old(schema: int) -> Path:
    """The stored journal of an older version."""
    return ROOT / "tests" / "data" / f"schema-{schema}"


def anew(place: Path, runs: int, *, control: bool = False) -> Result:
    """Re-encryption, killed."""
    code = small_journal.make(place / "origin", entries=8)
    return kills.encrypting_anew(place, runs, place / "origin", code, control=control)


def brought_on(place: Path) -> Result:
    """Every older schema, killed at every point."""
    total = Result()
    for schema in range(1, migrations.KNOWN):
        part = place / str(schema)
        part.mkdir()
        total.add(kills.migrating(part, old(schema), OLD_PASSPHRASE))
    return total


def power(place: Path, images: int, until: float) -> Result:
    """Power cuts, a fresh trace for each hundred images, until they are done or the time is up."""
    total = Result()
    while total.runs < images and time.monotonic() < until:
        part = place / str(total.runs)
        part.mkdir()
        total.add(power_loss.run(part, min(PER_TRACE, images - total.runs), seed=total.runs + 1))
    return total


def on_disk(place: Path, step: int) -> Result:
    """A full disk."""
    disk = full_disk.SmallDisk(place / "disk")
    try:
        return full_disk.run(disk, step) if disk.there else Result()
    finally:
        disk.close()


def disk_control(place: Path) -> Result:
    """A full disk and a program without care."""
    disk = full_disk.SmallDisk(place / "disk")
    try:
        return full_disk.control(disk) if disk.there else Result()
    finally:
        disk.close()


Work = Callable[[Path], Result]


@dataclass(frozen=True)
class Experiment:
    """One row of the page: what is tried, how often, and the trial that must fail."""

    name: str
    asked: int
    work: Work
    control: Work


def experiments(*, thorough: bool, until: float) -> list[Experiment]:
    """Everything that is tried."""

    def many(few: int, full: int) -> int:
        return full if thorough else few

    kill, flip, cut = many(10, 200), many(20, 300), many(6, 60)
    slot, new_key, image, trace = many(10, 100), many(6, 60), many(20, 2_000), many(1, 10)
    step = many(65_536, full_disk.BLOCK)
    return [
        Experiment(
            "Killed while saving",
            kill,
            lambda p: kills.saving(p, kill),
            lambda p: kills.saving(p, 5, control=True),
        ),
        Experiment(
            "Killed while writing key slots",
            slot,
            lambda p: kills.slot_saves(p, slot),
            lambda p: kills.slot_saves(p, 20, control=True),
        ),
        Experiment(
            "Killed while encrypting anew, at each flush, renaming and removal",
            new_key,
            lambda p: anew(p, new_key),
            lambda p: anew(p, 3, control=True),
        ),
        Experiment(
            "Killed while brought to a newer schema, from every older one",
            0,
            brought_on,
            lambda p: kills.migrating(p, old(1), OLD_PASSPHRASE, 1, control=True),
        ),
        Experiment(
            "One bit flipped, or cut short",
            flip + cut,
            lambda p: damage.run(p, flip, cut),
            lambda p: damage.control(p, 60),
        ),
        Experiment(
            "Words written in the open, traced until killed",
            trace,
            lambda p: plaintext.run(p, trace),
            lambda p: plaintext.run(p, control=True),
        ),
        Experiment(
            f"Disk full, in steps of {step:,} bytes until there is room",
            0,
            lambda p: on_disk(p, step),
            disk_control,
        ),
        Experiment(
            "Power cuts (what was not flushed kept, dropped or torn at 512 bytes)",
            image,
            lambda p: power(p, image, until),
            lambda p: power_loss.run(p, 20, control=True),
        ),
    ]


def row(experiment: Experiment, found: Result, wrong: Result) -> str:
    """What an experiment found, as a row of the page."""
    facts = ", ".join(f"{fact} {number:,}" for fact, number in sorted(found.facts.items()))
    asked = f"{experiment.asked:,}" if experiment.asked else "every point"
    cells = (
        experiment.name,
        asked,
        f"{found.runs:,}",
        str(len(found.faults)),
        f"{wrong.runs}, {len(wrong.faults)}",
        facts,
    )
    return "| " + " | ".join(cells) + " |"


def report(rows: Iterable[str], *, thorough: bool) -> str:
    """The page with the figures."""
    machine = f"{platform.system()}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    command = "python -m tests.reliability" + (" --thorough" if thorough else "")
    return "\n".join(
        [
            "# What was tried, and what was lost",
            "",
            f"{datetime.now(UTC):%Y-%m-%d}, {machine}, other programs running. Written by `{command}`.",
            "",
            CONTROLS,
            "",
            "| Experiment | Asked for | Run | Lost or wrong | Control: run, lost | Seen on the way |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
            "Every byte of the key slots flipped and every length of their file is tried with each run of the tests.",
            "",
            "Not tried: a real power cut, Windows, macOS, a disk that lies about what it has flushed.",
            "",
        ]
    )


def main() -> int:
    """Run everything; 1 where anything was lost, or a control lost nothing."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--thorough", action="store_true")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--page", type=Path, default=ROOT / "docs" / "reliability.md")
    chosen = parser.parse_args()
    until = time.monotonic() + 60 * chosen.minutes
    rows: list[str] = []
    sound = True
    for experiment in experiments(thorough=chosen.thorough, until=until):
        with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
            found, wrong = experiment.work(Path(first)), experiment.control(Path(second))
        # Where a small disk cannot be mounted, neither is tried.
        sound &= not found.faults and (wrong.runs == 0 or bool(wrong.faults))
        rows.append(row(experiment, found, wrong))
        print(rows[-1], *sorted(set(found.faults)), sep="\n  ", flush=True)
        chosen.page.write_text(report(rows, thorough=chosen.thorough), "utf-8")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
