"""Dates and times as two countries write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from kapjournal.words import dates
from tests.words.speaking import speaking

DAY = date(2026, 10, 23)
NOW = datetime(2026, 10, 23, 9, 42)


@pytest.fixture(autouse=True)
def _british() -> object:
    with speaking("en_GB"):
        yield


def test_days_in_britain() -> None:
    assert dates.day_long(DAY) == "Friday, 23 October"
    assert dates.day_long(DAY, today=date(2026, 12, 31)) == "Friday, 23 October"
    assert dates.day_long(DAY, today=date(2027, 1, 1)) == "Friday, 23 October 2026"
    assert dates.day_short(DAY) == "23 Oct"
    assert dates.day_short(DAY, date(2027, 1, 1)) == "23 Oct 2026"
    assert dates.day_medium(DAY) == "23 October 2026"
    assert dates.weekday_day(date(2026, 10, 20)) == "Tuesday 20 October"
    assert dates.weekday_day(date(2025, 10, 20), date(2026, 1, 1)) == "Monday 20 October 2025"
    assert dates.month_year(DAY) == "October 2026"
    assert dates.weekday_short(DAY) == "Fri"
    assert dates.first_weekday() == 0


def test_september_has_three_letters_like_the_others() -> None:
    assert dates.day_short(date(2026, 9, 8)) == "8 Sep"
    assert dates.month_short(date(2026, 9, 8)) == "Sep"
    assert dates.day_medium(date(2026, 9, 8)) == "8 September 2026"


def test_days_in_america() -> None:
    with speaking("en_US"):
        assert dates.day_long(DAY) == "Friday, October 23"
        assert dates.day_long(DAY, today=date(2027, 1, 1)) == "Friday, October 23, 2026"
        assert dates.day_short(DAY) == "Oct 23"
        assert dates.day_medium(DAY) == "October 23, 2026"
        assert dates.weekday_day(date(2026, 10, 20)) == "Tuesday, October 20"
        assert dates.first_weekday() == 6


def test_the_clock_has_as_many_hours_as_the_country_s() -> None:
    assert dates.clock_time(time(7, 50)) == "07:50"
    assert dates.clock_time(datetime(2026, 10, 23, 21, 12, tzinfo=UTC)) == "21:12"
    with speaking("en_US"):
        assert dates.clock_time(time(21, 12)).split() == ["9:12", "PM"]


def test_a_time_is_the_wall_clock_wherever_it_was() -> None:
    assert dates.clock_time(time(7, 50, tzinfo=UTC)) == "07:50"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 9, 8), DAY, "8 September to 23 October 2026"),
        (date(2026, 10, 8), DAY, "8 to 23 October 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 December 2025 to 2 January 2026"),
        (DAY, DAY, "23 October 2026"),
    ],
)
def test_spans(first: date, last: date, said: str) -> None:
    assert dates.span(first, last) == said


def test_a_year_that_was_said_before_is_left_out() -> None:
    first, last = date(2026, 9, 8), date(2026, 10, 15)
    assert dates.span(first, last, within=2026) == "8 September to 15 October"
    assert dates.span(first, last, within=2027) == "8 September to 15 October 2026"
    assert dates.span(date(2025, 12, 30), last, within=2026).endswith("15 October 2026")


def test_a_span_in_america_names_the_month_twice() -> None:
    with speaking("en_US"):
        assert dates.span(date(2026, 10, 8), DAY) == "October 8 to October 23, 2026"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(390, "6 h 30 min"), (45, "45 min"), (480, "8 h"), (0, "0 min"), (89.6, "1 h 30 min")],
)
def test_durations(minutes: float, said: str) -> None:
    assert dates.duration_min(minutes) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 10, 23, 7, 50), "this morning, 07:50"),
        (datetime(2026, 10, 23, 1, 30), "in the night, 01:30"),
        (datetime(2026, 10, 23, 16, 0), "this afternoon, 16:00"),
        (datetime(2026, 10, 23, 18, 0), "this evening, 18:00"),
        (datetime(2026, 10, 22, 21, 12), "yesterday, 21:12"),
        (datetime(2026, 10, 24, 9, 0), "tomorrow, 09:00"),
        (datetime(2026, 10, 20, 14, 5), "20 Oct, 14:05"),
        (datetime(2025, 10, 20, 14, 5), "20 Oct 2025, 14:05"),
    ],
)
def test_when(moment: datetime, said: str) -> None:
    assert dates.when(moment, NOW) == said


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (datetime(2026, 10, 24, 1, 30), "Friday, 20:00"),
        (datetime(2026, 10, 24, 3, 0), "yesterday, 20:00"),
        (datetime(2026, 10, 23, 23, 59), "this evening, 20:00"),
        (datetime(2026, 10, 25, 1, 30), "23 Oct, 20:00"),
    ],
)
def test_after_midnight_the_evening_before_goes_by_its_weekday(now: datetime, wanted: str) -> None:
    assert dates.when(datetime(2026, 10, 23, 20, 0), now) == wanted
