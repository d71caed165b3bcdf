"""The window: painted, from Enter to Today, memory, wake-ups; each against a bare PySide6 window in the same run."""

from __future__ import annotations

import re
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmark.child import Child, child
from benchmark.goals import Goal
from benchmark.phrase import PASSPHRASE
from kapjournal.storage.keys import KdfCost, key_from_passphrase

ROUNDS = 5
TODAYS = 3
SETTLE_S = 3.0
IDLE_S = 5.0


def painted(folder: Path) -> Iterator[Goal]:
    """From exec to the first paint of Unlock."""
    ours, bare = [], []
    for _turn in range(ROUNDS + 1):
        bare.append(_painted_ms("bare"))
        ours.append(_painted_ms("program", str(folder)))
    limit = statistics.median(bare[1:])
    yield Goal("Unlock painted, against a bare window", None, statistics.median(ours[1:]), limit, 1.2)


def _painted_ms(*arguments: str) -> float:
    start = time.monotonic()
    with child("benchmark.window_probe", *arguments) as probe:
        painted_at: float = probe.hear()["painted"]
    return (painted_at - start) * 1000


def today(folder: Path, count: int) -> Iterator[Goal]:
    """From Enter to Today; then what it holds in memory, and how often it wakes."""
    bare_ms = statistics.median(_painted_ms("bare") for _turn in range(TODAYS))
    with child("benchmark.window_probe", "bare") as bare:
        bare.hear()
        time.sleep(SETTLE_S)
        bare_wakes, bare_mb = _wakes_a_second(bare), _memory_mb(bare)
    from_enter = []
    for turn in range(TODAYS + 1):
        with child("benchmark.window_probe", "program", str(folder)) as ours:
            ours.hear()
            time.sleep(SETTLE_S)
            ours.tell("enter")
            told = ours.hear()
            from_enter.append((told["today"] - told["entered"]) * 1000)
            if turn == TODAYS:
                time.sleep(SETTLE_S)
                wakes, memory = _wakes_a_second(ours), _memory_mb(ours)
    limit = _derivation_ms() + bare_ms
    yield Goal(
        "Enter to Today, against key derivation + bare window",
        count,
        statistics.median(from_enter[1:]),
        limit,
        1,
    )
    if memory and bare_mb:
        yield Goal("memory after Today, against a bare window", count, memory, bare_mb, 2.4, "MB")
    if wakes is not None and bare_wakes is not None:
        yield Goal("wake-ups when idle on Today, against a bare window", count, wakes, bare_wakes, 1, "/s")


def _derivation_ms() -> float:
    times = []
    for _turn in range(3):
        start = time.perf_counter()
        key_from_passphrase(PASSPHRASE, b"0123456789abcdef", KdfCost())
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _memory_mb(probe: Child) -> float:
    probe.tell("memory")
    memory: float = probe.hear()["memory_mb"]
    return memory


def _wakes_a_second(probe: Child) -> float | None:
    """How often any of its threads is woken; None where the system does not tell."""
    if sys.platform != "linux":
        return None
    before = _switches(probe)
    time.sleep(IDLE_S)
    return (_switches(probe) - before) / IDLE_S


def _switches(probe: Child) -> int:
    total = 0
    for status in Path(f"/proc/{probe.pid}/task").glob("*/status"):
        total += sum(int(n) for n in re.findall(r"ctxt_switches:\s+(\d+)", status.read_text("ascii")))
    return total
