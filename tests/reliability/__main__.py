"""Runs the experiments and writes what they found: `python -m tests.reliability [--thorough] [--minutes N]`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.reliability import damage, full_disk, kills, power_loss, small_journal
from tests.reliability.result import Result

ROOT = Path(__file__).resolve().parent.parent.parent
OLD = ROOT / "tests" / "data" / "schema-1"
OLD_PASSPHRASE = "kept for later versions"
PER_TRACE = 100
CONTROLS = (
    "Each experiment has a control: the same trial on a program that does without the care in question, "
    "where something must be lost, or the experiment would prove nothing."
)


def anew(place: Path, runs: int) -> Result:
    """Re-encryption, killed."""
    code = small_journal.make(place / "origin", entries=8)
    return kills.encrypting_anew(place, runs, place / "origin", code)


def power(place: Path, images: int, until: float) -> Result:
    """Power cuts, a fresh trace for each hundred images, until they are done or the time is up."""
    total = Result()
    while total.runs < images and time.monotonic() < until:
        part = place / str(total.runs)
        part.mkdir()
        found = power_loss.run(part, min(PER_TRACE, images - total.runs), seed=total.runs + 1)
        total.runs += found.runs
        total.faults += found.faults
        for fact, number in found.facts.items():
            total.count(fact, number)
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


def experiments(*, thorough: bool, until: float) -> list[tuple[str, int, Work, Work | None]]:
    """Name, how many are asked for, the experiment and its control."""

    def many(few: int, full: int) -> int:
        return full if thorough else few

    kill, flip, cut = many(10, 200), many(20, 300), many(6, 60)
    slot, new_key, image = many(10, 100), many(6, 60), many(20, 2_000)
    step = many(65_536, full_disk.BLOCK)
    return [
        (
            "Killed while saving",
            kill,
            lambda p: kills.saving(p, kill),
            lambda p: kills.saving(p, 5, control=True),
        ),
        (
            "Killed while writing key slots",
            slot,
            lambda p: kills.slot_saves(p, slot),
            lambda p: kills.slot_saves(p, 20, control=True),
        ),
        ("Killed while encrypting anew", new_key, lambda p: anew(p, new_key), None),
        (
            "Killed while brought to a newer schema",
            0,
            lambda p: kills.migrating(p, OLD, OLD_PASSPHRASE),
            None,
        ),
        (
            "One bit flipped, or cut short",
            flip + cut,
            lambda p: damage.run(p, flip, cut),
            lambda p: damage.control(p, 60),
        ),
        (f"Disk full, in steps of {step} bytes", 0, lambda p: on_disk(p, step), disk_control),
        (
            "Power cuts",
            image,
            lambda p: power(p, image, until),
            lambda p: power_loss.run(p, 20, control=True),
        ),
    ]


def report(lines: list[str], *, thorough: bool) -> str:
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
            *lines,
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
    lines, sound = [], True
    for name, asked, work, control in experiments(thorough=chosen.thorough, until=until):
        with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
            found = work(Path(first))
            wrong = None if control is None else control(Path(second))
        sound &= not found.faults and (wrong is None or wrong.runs == 0 or bool(wrong.faults))
        facts = ", ".join(f"{fact} {number:,}" for fact, number in sorted(found.facts.items()))
        against = "by exhaustion" if wrong is None else f"{wrong.runs}, {len(wrong.faults)}"
        lines.append(
            f"| {name} | {asked or 'every point'} | {found.runs:,} | {len(found.faults)} | {against} | {facts} |"
        )
        print(lines[-1], *sorted(set(found.faults)), sep="\n  ", flush=True)
        chosen.page.write_text(report(lines, thorough=chosen.thorough), "utf-8")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
