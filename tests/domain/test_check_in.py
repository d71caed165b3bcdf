"""A check-in holds what was given, and nothing absent is zero."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import ALWAYS_THERE, BUILT_IN, Direction, MeasureValue
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


def test_each_measure_has_the_ends_the_sense_and_the_place_of_the_clinical_reference() -> None:
    found = [(m.key, m.low, m.high, m.step, m.direction) for m in BUILT_IN.values()]
    higher, lower, neither = Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER, Direction.NEITHER
    assert found == [
        ("mood", 0, 10, 1, higher),
        ("distress", 0, 10, 1, lower),
        ("anxiety", 0, 10, 1, lower),
        ("energy", 0, 10, 1, neither),
        ("sleep_h", 0, 24, 0.5, neither),
        ("sleep_quality", 0, 4, 1, higher),
        ("connection", 0, 10, 1, higher),
        ("pain", 0, 10, 1, lower),
        ("wanting_more", 0, 10, 1, lower),
    ]
    assert [m.position for m in BUILT_IN.values()] == list(range(9))
