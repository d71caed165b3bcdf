"""Dates under a chart, from days to decades."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest

from kapjournal.charts.time_axis import Tick, ticks


def width_of(text: str) -> float:
    return 7.0 * len(text)


def labelled(days: int, last: date = date(2026, 10, 23), width: float = 840) -> list[Tick]:
    end = last.toordinal() + 1
    return [tick for tick in ticks(end - days, end, width, width_of) if tick.label]


@pytest.mark.parametrize("days", [1, 2, 5, 8, 14, 42, 54, 120, 365, 1000, 3652, 10957, 36525])
@pytest.mark.parametrize("width", [240, 840, 1400])
def test_dates_never_touch_and_are_always_there(days: int, width: float) -> None:
    found = labelled(days, width=width)
    assert found
    a_day = width / days
    for tick, following in itertools.pairwise(found):
        assert (following.day - tick.day) * a_day >= width_of(tick.label)


def test_weeks_begin_on_mondays() -> None:
    found = labelled(54)
    assert [tick.label for tick in found][:3] == ["31 Aug", "7 Sep", "14 Sep"]
    assert all(date.fromordinal(tick.day).weekday() == 0 for tick in found)


def test_wide_days_have_small_marks_between_the_dates() -> None:
    end = date(2026, 10, 23).toordinal() + 1
    assert len(ticks(end - 14, end, 840, width_of)) == 15


def test_months_say_their_year_once() -> None:
    found = [tick.label for tick in labelled(365)]
    assert found[0].endswith("2025")
    assert [label for label in found if "2026" in label] == ["Jan 2026"]


def test_decades_are_years() -> None:
    assert [tick.label for tick in labelled(3652)] == [str(year) for year in range(2017, 2027)]
    assert all(date.fromordinal(tick.day) == date(int(tick.label), 1, 1) for tick in labelled(10957))


def test_a_journal_of_two_days_has_its_days() -> None:
    last = date(2026, 10, 23)
    assert [tick.label for tick in labelled(2, last)][:2] == ["22 Oct", "23 Oct"]
    assert labelled(2, last)[0].day == (last - timedelta(days=1)).toordinal()
