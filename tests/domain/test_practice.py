"""Dots of a practice: kept, not kept, and nothing where it was not meant to be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kapjournal.domain.practice import (
    Dot,
    Practice,
    PracticeState,
    Rhythm,
    Spell,
    dots,
    is_over,
    kept_of,
    paused,
    revived,
    shown_dots,
)

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
    for when in (day(0), day(1), day(3)):
        assert revived(paused(going_on, when), when) == going_on
    assert revived(paused(going_on, day(3)), day(4)) == (Spell(day(0), day(2)), Spell(day(4)))
    assert paused(paused(going_on, day(3)), day(9)) == (Spell(day(0), day(2)),)
    assert revived(going_on, day(3)) == going_on


def test_what_is_done_once_has_one_dot_and_is_over_when_it_was() -> None:
    once = Practice(name="Call her", rhythm=Rhythm.ONCE, spells=(Spell(BEGAN),))
    assert shown_dots(once, (), day(0), day(6)) == (Dot(day(6), kept=False),)
    assert shown_dots(once, {day(2)}, day(0), day(6)) == (Dot(day(2), kept=True),)
    assert (is_over(once, ()), is_over(once, {day(2)})) == (False, True)
    daily = replace(once, rhythm=Rhythm.DAILY)
    assert shown_dots(daily, {day(2)}, day(0), day(6)) == dots(daily, {day(2)}, day(0), day(6))
    assert (is_over(daily, {day(2)}), is_over(replace(daily, ended=True), ())) == (False, True)


def test_states() -> None:
    assert Practice(name="Draw", spells=(Spell(day(0)),)).state is PracticeState.IN_PRACTICE
    assert Practice(name="Draw", spells=(Spell(day(0), day(2)),)).state is PracticeState.PAUSED
    assert Practice(name="Draw", spells=(Spell(day(0)),), ended=True).state is PracticeState.ENDED
    assert Practice(name="Draw").began is None
