"""Measured values as columns, for charts and statistics: no entity, no tag, only what they compute with."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ValueColumns:
    """The values of one measure in order of time; all columns have the same length."""

    entry_ids: array[int] = field(default_factory=lambda: array("q"))
    days: array[int] = field(default_factory=lambda: array("l"))
    """The journal day as a proleptic ordinal (`date.toordinal`)."""
    minutes: array[int] = field(default_factory=lambda: array("l"))
    """Minutes from 00:00 of the journal day on the wall clock; past 1,440 after midnight; -1 where no time is known."""
    values: array[float] = field(default_factory=lambda: array("d"))
    ordinary: array[int] = field(default_factory=lambda: array("b"))
    """1 for an ordinary check-in, 0 for one just before or after a dose."""
    added_later: array[int] = field(default_factory=lambda: array("b"))

    def __len__(self) -> int:
        return len(self.values)
