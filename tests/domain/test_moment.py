"""A moment keeps its day, whatever the clock or the zone do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.domain.moment import journal_day, moment_at, moment_on, near

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("local", "day"),
    [
        (datetime(2026, 10, 23, 1, 30), date(2026, 10, 22)),
        (datetime(2026, 10, 23, 2, 59), date(2026, 10, 22)),
        (datetime(2026, 10, 23, 3, 0), date(2026, 10, 23)),
        (datetime(2026, 10, 23, 23, 59), date(2026, 10, 23)),
    ],
)
def test_a_night_belongs_to_the_evening_before(local: datetime, day: date) -> None:
    assert journal_day(local) == day


def test_a_day_may_end_at_midnight() -> None:
    assert journal_day(datetime(2026, 10, 23, 0, 5), time(0, 0)) == date(2026, 10, 23)


def test_the_two_hours_of_a_clock_change_are_two_moments() -> None:
    first = moment_at(datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=0))
    second = moment_at(datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1))
    assert first.local == second.local
    assert second.instant - first.instant == timedelta(hours=1)
    assert first.day == second.day == date(2026, 10, 24)


def test_a_day_without_a_time() -> None:
    moment = moment_on(date(2026, 7, 1), datetime(2026, 10, 23, 9, 42, tzinfo=LONDON))
    assert (moment.day, moment.has_time) == (date(2026, 7, 1), False)
    assert (moment.utc_offset_min, moment.zone) == (60, "Europe/London")


def test_added_later_means_more_than_a_day() -> None:
    moment = moment_at(datetime(2026, 10, 20, 9, 0, tzinfo=UTC))
    assert not moment.added_later(datetime(2026, 10, 21, 9, 0, tzinfo=UTC))
    assert moment.added_later(datetime(2026, 10, 21, 9, 0, 1, tzinfo=UTC))


@given(
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2060, 1, 1)),
    st.sampled_from(["Europe/London", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"]),
)
def test_the_instant_survives(local: datetime, zone: str) -> None:
    aware = local.replace(tzinfo=ZoneInfo(zone), microsecond=0)
    moment = moment_at(aware)
    assert moment.aware.replace(tzinfo=None) == aware.replace(tzinfo=None)
    assert moment.zone == zone
    assert abs(moment.instant - aware.astimezone(UTC)) < timedelta(minutes=1)


def test_a_day_of_another_age_is_a_slip() -> None:
    for day in (date(1900, 1, 1), date(2199, 12, 31)):
        assert near(day) == day
    for day in (date(1899, 12, 31), date(2200, 1, 1)):
        with pytest.raises(ValueError, match="far away"):
            near(day)


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        moment_at(datetime(2026, 1, 1))
