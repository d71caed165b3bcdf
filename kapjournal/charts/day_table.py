"""The table behind a chart of a measure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from kapjournal.statistics.history import History


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day with a check-in. None is a value that is not there: never zero."""

    day: date
    check_ins: int
    value: float | None
    """The day value: the median of the ordinary check-ins."""
    median: float | None
    """The running median of seven days, where it is drawn."""


def day_rows(numbers: History) -> tuple[DayRow, ...]:
    """Return the days with a check-in, newest first."""
    columns = zip(
        numbers.days.days.tolist(),
        numbers.days.check_ins.tolist(),
        numbers.days.medians.tolist(),
        numbers.median.tolist(),
        strict=True,
    )
    rows = [
        DayRow(date.fromordinal(day), count, _known(value), _known(median))
        for day, count, value, median in columns
        if count
    ]
    return tuple(reversed(rows))


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
