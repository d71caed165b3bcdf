"""When the next reminder is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

LATE = timedelta(minutes=30)
"""A reminder that could not be shown in time, because the computer slept, is left out after this."""


def next_reminder(times: Iterable[time], now: datetime) -> datetime | None:
    """Return the first moment after `now` (aware) at which a clock in its zone shows one of the times, in UTC.

    A time that a day does not have, because clocks are put forward, comes as much later; one that it has twice comes
    once.
    """
    today = now.date()
    due = (
        datetime.combine(today + timedelta(days=ahead), at, tzinfo=now.tzinfo).astimezone(UTC)
        for at in times
        for ahead in range(3)
    )
    return min((moment for moment in due if moment > now.astimezone(UTC)), default=None)
