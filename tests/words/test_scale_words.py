"""The sentences of a scale's window of recall."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kapjournal.domain.moment import moment_on
from kapjournal.domain.scale import ScaleAnswer, ScaleForm
from kapjournal.domain.scale_choice import AskAt
from kapjournal.guidance.scale_definitions import built_in_one
from kapjournal.statistics.scale_scoring import score
from kapjournal.words.scale_rules import rule_when
from kapjournal.words.scales import LOINC_NOTICE, bands_words, credit_words, overlap_words, recall_span
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


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((1,) * 9, "mild"),
        ((1, 1, 1, 1, 1, 0, 0, 0, None), "mild"),
        ((1, 1, 1, 1, 1, 0, 0, None, None), "mild to moderate"),
        ((0, 0, 0, 0, 0, 0, None, None, None), ""),
    ],
)
def test_of_open_answers_all_bands_that_they_leave_open_are_said(
    answers: tuple[int | None, ...], said: str
) -> None:
    form = ScaleForm(
        moment=moment_on(DAY, datetime(2026, 10, 19, tzinfo=UTC)),
        instrument=PHQ9.id,
        name=PHQ9.name,
        answers=tuple(ScaleAnswer(i.id, value) for i, value in zip(PHQ9.scored_items, answers, strict=True)),
    )
    found = score(PHQ9, form)
    assert found is not None
    with speaking("en_GB"):
        assert bands_words(found) == said


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
