from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kapjournal.ui.check_in.sleep_hours import SleepHours, hours_of


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("6", 6.0),
        ("6.5", 6.5),
        ("6,5", 6.5),
        ("6:30", 6.5),
        ("6 h 30 min", 6.5),
        ("8 h", 8.0),
        ("45 min", 0.75),
    ],
)
def test_hours_are_read_as_they_may_be_typed(text: str, hours: float) -> None:
    assert hours_of(text) == hours


@pytest.mark.parametrize("text", ["", "well", "25", "-1"])
def test_what_is_no_length_of_sleep_is_not_made_one(text: str) -> None:
    assert hours_of(text) is None


def test_it_is_unset_until_touched_and_begins_at_a_usual_night(app: QApplication) -> None:
    field = SleepHours()
    told: list[object] = []
    field.hours_changed.connect(told.append)
    assert field.hours is None
    field.stepBy(1)
    assert field.hours == 7
    field.set_hours(None)
    assert field.hours is None
    assert told == [7.0]
