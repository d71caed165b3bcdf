"""What a form holds: skipped, not reached and zero are three things."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from kapjournal.domain.moment import moment_at
from kapjournal.domain.scale import ScaleAnswer, ScaleForm
from kapjournal.guidance.scale_definitions import built_in_one

PHQ9 = built_in_one("phq9")
FORM = ScaleForm(moment=moment_at(datetime(2026, 10, 23, tzinfo=UTC)), instrument="phq9", name="PHQ-9")


def test_skipped_is_reached_and_is_not_zero() -> None:
    first, second, third = (item.id for item in PHQ9.items[:3])
    form = replace(FORM, answers=(ScaleAnswer(first, 0), ScaleAnswer(second, None)))
    assert [form.answer(item) for item in (first, second, third)] == [0, None, None]
    assert [form.was_reached(item) for item in (first, second, third)] == [True, True, False]
    again = replace(form, answers=form.answered(first, 2))
    assert (again.answer(first), len(again.answers)) == (2, 2)


def test_how_hard_it_was_is_asked_only_where_something_was_there() -> None:
    *scored, difficulty = PHQ9.items
    assert not difficulty.scored
    assert len(scored) == 9
    skipped = tuple(ScaleAnswer(item.id, None) for item in scored)
    none = tuple(ScaleAnswer(item.id, 0) for item in scored)
    for answers in ((), skipped, none):
        assert difficulty not in PHQ9.items_for(replace(FORM, answers=answers))
    one = (*none[:-1], ScaleAnswer(scored[-1].id, 1))
    assert difficulty in PHQ9.items_for(replace(FORM, answers=one))
