"""When the next reminder is due, also where clocks are put forward or back."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from kapjournal.guidance.reminders import next_reminder

LONDON = ZoneInfo("Europe/London")
TIMES = (time(20, 30), time(9, 0))


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (at(2026, 1, 5, 8, 0), at(2026, 1, 5, 9, 0)),
        (at(2026, 1, 5, 9, 0), at(2026, 1, 5, 20, 30)),
        (at(2026, 1, 5, 21, 0), at(2026, 1, 6, 9, 0)),
        (at(2026, 12, 31, 23, 59), at(2027, 1, 1, 9, 0)),
    ],
)
def test_the_first_time_after_now(now: datetime, wanted: datetime) -> None:
    assert next_reminder(TIMES, now) == wanted


def test_none_without_times() -> None:
    assert next_reminder((), at(2026, 1, 5, 8, 0)) is None


def test_the_night_on_which_an_hour_is_left_out() -> None:
    due = next_reminder((time(1, 30),), at(2026, 3, 28, 23, 0))
    assert due == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 02:30 by the clock there


def test_the_night_that_has_an_hour_twice_reminds_once() -> None:
    first = next_reminder((time(1, 30),), at(2026, 10, 24, 23, 0))
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_reminder((time(1, 30),), first.astimezone(LONDON)) == datetime(
        2026, 10, 26, 1, 30, tzinfo=UTC
    )
