"""What is said beside a result, by the table of the clinical reference."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kapjournal.domain.moment import moment_at
from kapjournal.domain.scale import ScaleAnswer, ScaleForm, ScaleScore
from kapjournal.guidance.concerns import Concern
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.guidance.scale_support import concerns, opens_support
from kapjournal.guidance.side_effect_support import noted_in_form

PHQ9, GAD7, CHECK = (built_in_one(key) for key in ("phq9", "gad7", "long_term"))
NOW = datetime(2026, 10, 19, 20, 41, tzinfo=UTC)


def form(instrument: str, days: int = 0, **answers: int | None) -> ScaleForm:
    given = tuple(ScaleAnswer(item, value) for item, value in answers.items())
    return ScaleForm(
        moment=moment_at(NOW + timedelta(days=days)), instrument=instrument, name="", answers=given
    )


def total(value: int) -> ScaleScore:
    return ScaleScore(answered=9, of=9, total=value, lower=value, upper=value)


@pytest.mark.parametrize(("value", "opens"), [(0, False), (1, True), (2, True), (3, True), (None, False)])
def test_item_nine_opens_the_support_page_whatever_the_total(value: int | None, opens: bool) -> None:
    assert opens_support(PHQ9, form("phq9", phq9_9=value)) is opens


def test_the_same_answer_does_not_bring_the_page_again() -> None:
    before = replace(form("phq9", phq9_9=1), support_shown=NOW)
    assert not opens_support(
        PHQ9, replace(before, answers=(*before.answers, ScaleAnswer("phq9_1", 2))), before
    )
    assert opens_support(PHQ9, replace(before, answers=before.answered("phq9_9", 2)), before)
    assert not opens_support(GAD7, form("gad7", gad7_1=3))


def test_phq_9_of_twenty_or_a_worsening_is_a_hard_time() -> None:
    answered = form("phq9", phq9_9=0)
    assert concerns(PHQ9, answered, total(19)) == ()
    assert concerns(PHQ9, answered, total(20)) == (Concern.HARD_TIME,)
    assert concerns(PHQ9, answered, total(12), worse=True) == (Concern.HARD_TIME,)
    assert concerns(GAD7, form("gad7"), total(21)) == ()
    assert concerns(PHQ9, form("phq9", phq9_9=None), None) == (Concern.ITEM_OPEN,)


def test_bounds_that_reach_twenty_are_a_hard_time_too() -> None:
    open_item = ScaleScore(answered=8, of=9, total=None, lower=20, upper=23)
    assert concerns(PHQ9, form("phq9", phq9_9=0), open_item) == (Concern.HARD_TIME,)
    assert concerns(PHQ9, form("phq9", phq9_9=0), replace(open_item, lower=19, estimate=21)) == ()


def test_the_long_term_check_reads_what_was_noted_elsewhere() -> None:
    first, second = form("long_term", urinary_pain=1), form("long_term", 28, urinary_frequency=1)
    assert concerns(CHECK, first, None) == ()
    assert concerns(CHECK, second, None, noted_in_form(first)) == (Concern.BLADDER,)
    assert concerns(GAD7, second, None, noted_in_form(first)) == ()
