"""The computed sentence: true, with its n, and silent where too few days are there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kapjournal.charts.day_table import day_rows_table
from kapjournal.charts.measure_axis import measure_axis
from kapjournal.charts.sentence import check_in_words, measure_sentence
from kapjournal.charts.subject import SessionMark
from kapjournal.domain.measure import BUILT_IN
from tests.charts.made import FIRST, LAST, MOOD_AXIS, SESSIONS, past, rows
from tests.statistics.columns import Row


def constant(first: date, last: date, value: float) -> list[Row]:
    return [(day, 600, value, 1, 0) for day in range(first.toordinal(), last.toordinal() + 1)]


def test_before_the_first_session_and_the_last_week() -> None:
    first_session = SESSIONS[0].day
    given = constant(FIRST, first_session - timedelta(days=1), 3) + constant(first_session, LAST, 5)
    assert measure_sentence(past(given), MOOD_AXIS, SESSIONS) == (
        "Median 3 in the two weeks before the first session, 5 in the last seven days. 54 check-ins on 54 of 54 days."
    )


def test_weeks_that_do_not_lie_in_the_range_are_not_spoken_of() -> None:
    start = SESSIONS[0].day - timedelta(days=5)
    said = measure_sentence(past(constant(start, LAST, 4), start), MOOD_AXIS, SESSIONS)
    assert said == "Median 4 in the last seven days. 37 check-ins on 37 of 37 days."


@pytest.mark.parametrize(
    ("mark", "spoken"),
    [
        (SessionMark(FIRST + timedelta(days=14), 1), True),
        (SessionMark(FIRST + timedelta(days=13), 1), False),
        (SessionMark(FIRST + timedelta(days=20), 2), False),
        (SessionMark(FIRST + timedelta(days=20), 1, planned=True), False),
        (SessionMark(LAST, 1), True),
        (SessionMark(LAST + timedelta(days=1), 1), False),
    ],
)
def test_the_weeks_before_are_spoken_of_where_all_of_them_and_the_first_session_are_in_the_range(
    mark: SessionMark, spoken: bool
) -> None:
    given = constant(FIRST - timedelta(days=30), LAST, 4)
    assert ("before the first session" in measure_sentence(past(given), MOOD_AXIS, (mark,))) is spoken


def test_the_two_weeks_before_are_fourteen_days_and_the_last_seven_seven() -> None:
    dose = FIRST + timedelta(days=20)
    given = [
        *constant(FIRST, FIRST + timedelta(days=5), 1),
        *constant(FIRST + timedelta(days=6), FIRST + timedelta(days=12), 2),
        *constant(FIRST + timedelta(days=13), dose - timedelta(days=1), 3),
        *constant(dose, LAST - timedelta(days=7), 9),
        *constant(LAST - timedelta(days=6), LAST - timedelta(days=4), 5),
        *constant(LAST - timedelta(days=3), LAST - timedelta(days=3), 6),
        *constant(LAST - timedelta(days=2), LAST, 7),
    ]
    said = measure_sentence(past(given), MOOD_AXIS, (SessionMark(dose, 1),))
    assert said.startswith("Median 2.5 in the two weeks before the first session, 6 in the last seven days.")


def test_fewer_than_three_days_have_no_median() -> None:
    said = measure_sentence(past(constant(LAST, LAST, 4)), MOOD_AXIS, SESSIONS)
    assert said == "1 check-in on 1 of 54 days. Missing days may differ from the days that were noted."


def test_without_check_ins_it_says_so() -> None:
    assert measure_sentence(past([]), MOOD_AXIS) == "No check-in with mood in these 54 days."


def test_hours_are_said_as_hours() -> None:
    said = measure_sentence(past(constant(FIRST, LAST, 6.5)), measure_axis(BUILT_IN["sleep_h"]))
    assert said.startswith("Median 6 h 30 min in the last seven days.")


def test_a_check_in_is_told_with_its_time_and_word() -> None:
    shown = past([(LAST.toordinal(), 777, 7.0, 1, 1), (LAST.toordinal(), -1, 6.0, 1, 0)]).shown
    assert check_in_words(shown, 0, MOOD_AXIS) == ("Friday 23 October", "mood 6, a little above the middle")
    assert check_in_words(shown, 1, MOOD_AXIS) == (
        "Friday 23 October, 12:57",
        "mood 7, rather good (added later)",
    )


def test_the_table_has_days_with_a_check_in_newest_first() -> None:
    table = day_rows_table(past(rows(skipped=(date(2026, 10, 3), date(2026, 10, 8)))), MOOD_AXIS)
    assert table.count == 48
    assert table.day(0) == LAST
    assert table.day(47) == FIRST
    assert [table.cell(47, column) for column in range(1, 4)] == ["1", str(2 + FIRST.toordinal() % 5), ""]
    on_dose = next(row for row in range(48) if table.day(row) == SESSIONS[0].day)
    assert table.cell(on_dose, 2) != ""
    assert table.cell(on_dose, 3) == ""
    assert table.rests_on == "48 of 54 days, newest first"
    assert len(table.as_text().splitlines()) == 49
