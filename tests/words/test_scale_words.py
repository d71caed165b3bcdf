"""The sentences of a scale: its result, its changes, and the days that it asks about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kapjournal.domain.moment import moment_on
from kapjournal.domain.scale import ChangeTier, ScaleAnswer, ScaleChange, ScaleForm
from kapjournal.domain.scale_choice import AskAt
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.statistics.scale_scoring import score
from kapjournal.words.scale_rules import rule_when
from kapjournal.words.scales import (
    LOINC_NOTICE,
    answer_text,
    bands_words,
    change_signed,
    change_words,
    credit_words,
    overlap_words,
    recall_name,
    recall_span,
    result_short,
    tier_points,
)
from tests.words.speaking import speaking

PHQ9, PCL5, CHECK = (built_in_one(key) for key in ("phq9", "pcl5", "long_term"))
DAY = date(2026, 10, 19)


@pytest.mark.parametrize(
    ("previous", "said"),
    [
        (None, ""),
        (date(2026, 10, 5), ""),  # 6 to 19 October against 22 September to 5 October
        (date(2026, 10, 6), "It asks about 1 day that the one of 6 Oct asked about too."),
        (date(2026, 10, 12), "It asks about 7 days that the one of 12 Oct asked about too."),
        (DAY, "It asks about 14 days that the one of 19 Oct asked about too."),
    ],
)
def test_overlapping_windows_are_said(previous: date | None, said: str) -> None:
    with speaking("en_GB"):
        assert overlap_words(PHQ9, DAY, previous) == said


def test_a_window_ends_on_the_day_of_the_form() -> None:
    with speaking("en_GB"):
        assert recall_span(PHQ9, DAY) == "6 to 19 October"
        assert recall_span(PCL5, DAY) == "20 September to 19 October"


def filled(answers: tuple[int | None, ...]) -> ScaleForm:
    return ScaleForm(
        moment=moment_on(DAY, datetime(2026, 10, 19, tzinfo=UTC)),
        instrument=PHQ9.id,
        name=PHQ9.name,
        answers=tuple(ScaleAnswer(i.id, value) for i, value in zip(PHQ9.scored_items, answers, strict=True)),
    )


@pytest.mark.parametrize(
    ("answers", "bands", "result"),
    [
        ((1,) * 9, "mild", "9 of 27, mild"),
        (
            (1, 1, 1, 1, 1, 0, 0, 0, None),
            "mild",
            "Between 5 and 8 of 27; estimate 6, 8 of 9 answered",
        ),
        (
            (1, 1, 1, 1, 1, 0, 0, None, None),
            "mild to moderate",
            "Between 5 and 11 of 27; estimate 6, 7 of 9 answered",
        ),
        ((0, 0, 0, 0, 0, 0, None, None, None), "", "Between 0 and 9 of 27"),
        ((None,) * 9, "", "No answer was given"),
    ],
)
def test_of_open_answers_all_that_they_leave_open_is_said(
    answers: tuple[int | None, ...], bands: str, result: str
) -> None:
    found = score(PHQ9, filled(answers))
    assert found is not None
    with speaking("en_GB"):
        assert (bands_words(found), result_short(PHQ9, found)) == (bands, result)


def test_each_answer_is_told_in_its_own_words_and_none_in_those_of_another() -> None:
    form = filled((0, 1, 2, 3, None, 0, 0, 0, 0))
    with speaking("en_GB"):
        told = [answer_text(PHQ9, form, item.id) for item in PHQ9.items]
    assert told[:5] == [
        "not at all",
        "several days",
        "more than half the days",
        "nearly every day",
        "not answered",
    ]
    assert told[-1] == "not answered", "it was not reached"


@pytest.mark.parametrize(
    ("scale", "points"),
    [
        ("phq9", ["less than 5 points", "5 points", "6 points or more"]),
        ("gad7", ["less than 4 points", "4 to 5 points", "6 points or more"]),
        ("pcl5", ["less than 10 points", "10 to 14 points", "15 points or more"]),
        ("long_term", ["", "", ""]),
    ],
)
def test_how_many_points_each_step_of_a_change_is(scale: str, points: list[str]) -> None:
    """Clinical reference 1.3."""
    with speaking("en_GB"):
        assert [tier_points(built_in_one(scale), tier) for tier in ChangeTier] == points


def test_a_change_is_said_with_its_direction() -> None:
    with speaking("en_GB"):
        said = [
            (change_words(ScaleChange(by, ChangeTier.WITHIN)), change_signed(by)) for by in (-6, -1, 0, 1, 2)
        ]
    assert said == [
        ("6 points lower", "−6"),
        ("1 point lower", "−1"),
        ("the same total", "0"),
        ("1 point higher", "+1"),
        ("2 points higher", "+2"),
    ]


def test_the_days_that_a_scale_asks_about_have_a_name() -> None:
    with speaking("en_GB"):
        assert recall_name(PHQ9) == "The two weeks it asks about"
        assert recall_name(PCL5) == "The month it asks about"
        assert recall_name(replace(PHQ9, recall_days=1)) == "The 1 day it asks about"
        assert recall_span(PHQ9, date(2026, 10, 14)) == "1 to 14 October"


def test_whose_codes_a_scale_carries_is_said() -> None:
    assert credit_words(PHQ9) == f"{PHQ9.credit} {LOINC_NOTICE}"
    assert "Pfizer" in PHQ9.credit
    assert LOINC_NOTICE in credit_words(PCL5), "its panel has a code"
    assert credit_words(CHECK) == CHECK.credit


def test_a_rule_says_its_days_in_a_sentence() -> None:
    with speaking("en_GB"):
        assert rule_when(AskAt.INITIAL, 7) == "every 7 days"
        assert rule_when(AskAt.MAINTENANCE, 1) == "every day"
        assert rule_when(AskAt.MONTH_3, 91) == "91 days after the first dose"
