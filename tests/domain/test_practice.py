"""Dots of a practice: kept, not kept, and nothing where it was not meant to be done."""

from __future__ import annotations

from datetime import date, timedelta

from kapjournal.domain.practice import Practice, PracticeState, Spell, dots, kept_of, paused, revived

BEGAN = date(2026, 10, 20)


def day(after: int) -> date:
    return BEGAN + timedelta(days=after)


def test_nothing_stands_before_it_began() -> None:
    practice = Practice(name="Draw", spells=(Spell(BEGAN),))
    shown = dots(practice, {day(1)}, day(-4), day(2))
    assert [(dot.day, dot.kept) for dot in shown] == [(day(0), False), (day(1), True), (day(2), False)]
    assert kept_of(shown) == (1, 3)


def test_days_of_a_pause_are_not_missing() -> None:
    practice = Practice(name="Draw", spells=(Spell(day(0), day(1)), Spell(day(5))))
    assert [dot.day for dot in dots(practice, (), day(0), day(6))] == [day(0), day(1), day(5), day(6)]


def test_what_was_kept_in_a_pause_counts() -> None:
    practice = Practice(name="Draw", spells=(Spell(day(0), day(1)),))
    assert [dot.kept for dot in dots(practice, {day(3)}, day(0), day(6))] == [False, False, True]


def test_pausing_and_going_on_the_same_day_leaves_no_trace() -> None:
    going_on = (Spell(day(0)),)
    assert paused(going_on, day(3)) == (Spell(day(0), day(2)),)
    assert revived(paused(going_on, day(0)), day(0)) == going_on
    assert revived(paused(going_on, day(3)), day(4)) == (Spell(day(0), day(2)), Spell(day(4)))
    assert paused(paused(going_on, day(3)), day(9)) == (Spell(day(0), day(2)),)
    assert revived(going_on, day(3)) == going_on


def test_states() -> None:
    assert Practice(name="Draw", spells=(Spell(day(0)),)).state is PracticeState.IN_PRACTICE
    assert Practice(name="Draw", spells=(Spell(day(0), day(2)),)).state is PracticeState.PAUSED
    assert Practice(name="Draw", spells=(Spell(day(0)),), ended=True).state is PracticeState.ENDED
    assert Practice(name="Draw").began is None
