"""Which backups stay: the last ones, then one a day, a week, a month; a pure function of what there is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date

LAST, DAYS, WEEKS, MONTHS = 10, 14, 8, 12
FEWEST = 3
"""So many verified ones stay, whatever they weigh."""
UNPROVED = 3
"""So many of those that are not verified stay: something may still be read out of them."""
MOST_BYTES = 4_000_000_000


@dataclass(frozen=True, slots=True)
class Mark:
    """What of a backup decides: the number in its row, the day in UTC, the weight, whether it was verified."""

    sequence: int
    day: date
    size: int
    verified: bool


def staying(marks: Iterable[Mark], most_bytes: int = MOST_BYTES) -> frozenset[int]:
    """Return the sequence numbers of those that stay.

    The order is that of the sequence numbers and never of the clock. Only verified ones count for the last ten, the
    days, weeks and months. The newest of all stays always, and three verified ones stay whatever the limit of size.
    """
    ordered = sorted(marks, key=lambda mark: mark.sequence, reverse=True)
    if not ordered:
        return frozenset()
    proved = [mark for mark in ordered if mark.verified]
    wanted = {mark.sequence for mark in proved[:LAST]}
    wanted |= _newest_of(proved, DAYS, lambda day: day)
    wanted |= _newest_of(proved, WEEKS, lambda day: day.isocalendar()[:2])
    wanted |= _newest_of(proved, MONTHS, lambda day: (day.year, day.month))
    fixed = {ordered[0].sequence, *(mark.sequence for mark in proved[:FEWEST])}
    wanted |= fixed | {mark.sequence for mark in [m for m in ordered if not m.verified][:UNPROVED]}
    weight = sum(mark.size for mark in ordered if mark.sequence in wanted)
    for mark in reversed(ordered):
        if weight <= most_bytes:
            break
        if mark.sequence in wanted - fixed:
            wanted.remove(mark.sequence)
            weight -= mark.size
    return frozenset(wanted)


def _newest_of(marks: list[Mark], spans: int, span_of: Callable[[date], Hashable]) -> set[int]:
    found: dict[Hashable, int] = {}
    for mark in marks:
        span = span_of(mark.day)
        if span not in found and len(found) < spans:
            found[span] = mark.sequence
    return set(found.values())
