"""How much of the time in view was noted down."""

from __future__ import annotations

from dataclasses import dataclass

from kapjournal.statistics.day_values import DayValues


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a chart rests on; always said beside it."""

    check_ins: int
    observed_days: int
    days: int


def coverage(days: DayValues) -> Coverage:
    """Check-ins, days with one, and days in view. Source: clinical reference 6.8."""
    return Coverage(int(days.check_ins.sum()), int(days.observed.sum()), len(days))
