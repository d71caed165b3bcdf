"""A check-in holds what was given, and nothing absent is zero."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import ALWAYS_THERE, BUILT_IN, MeasureValue
from kapjournal.domain.moment import moment_at

NOW = moment_at(datetime(2026, 10, 23, 9, 42, tzinfo=UTC))


def test_what_was_not_set_is_none_and_not_zero() -> None:
    check_in = CheckIn(moment=NOW, values=(MeasureValue("mood", 0.0),))
    assert check_in.mood == 0.0
    assert check_in.distress is None


def test_a_value_can_be_set_changed_and_taken_out() -> None:
    check_in = CheckIn(moment=NOW)
    check_in = replace(check_in, values=check_in.with_value("energy", 4))
    check_in = replace(check_in, values=check_in.with_value("energy", 6))
    assert check_in.values == (MeasureValue("energy", 6),)
    assert check_in.with_value("energy", None) == ()


def test_mood_and_distress_are_always_asked() -> None:
    assert {key for key, measure in BUILT_IN.items() if measure.in_use} == set(ALWAYS_THERE)
