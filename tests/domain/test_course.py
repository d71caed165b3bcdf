"""To which course and phase a day belongs."""

from __future__ import annotations

from datetime import date

import pytest

from kapjournal.domain.course import Course, Phase, PhaseSpan, course_on

COURSES = (
    Course(id=1, started=date(2026, 1, 1), ended=date(2026, 3, 31)),
    Course(id=2, started=date(2026, 3, 1)),
    Course(id=3),
)


@pytest.mark.parametrize(
    ("day", "course"),
    [
        (date(2025, 12, 31), 3),
        (date(2026, 1, 1), 1),
        (date(2026, 2, 28), 1),
        (date(2026, 3, 1), 2),
        (date(2026, 10, 1), 2),
    ],
)
def test_a_day_belongs_to_the_last_course_that_has_begun(day: date, course: int) -> None:
    found = course_on(COURSES, day)
    assert found is not None
    assert found.id == course


def test_a_course_holds_its_last_day_and_no_day_after_it() -> None:
    assert course_on(COURSES[:1], date(2026, 3, 31)) is COURSES[0]
    assert course_on(COURSES[:1], date(2026, 4, 1)) is None
    twins = (Course(id=7, started=date(2026, 1, 1)), Course(id=5, started=date(2026, 1, 1)))
    assert course_on(twins, date(2026, 1, 1)) is twins[0]


def test_the_phase_of_a_day_is_the_last_that_was_set_and_has_not_ended() -> None:
    course = Course(
        phases=(
            PhaseSpan(Phase.MAINTENANCE, date(2026, 3, 1), date(2026, 3, 31)),
            PhaseSpan(Phase.INITIAL, date(2026, 1, 1)),
        )
    )
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1))
    assert [course.phase_on(day) for day in days] == [
        None, Phase.INITIAL, Phase.MAINTENANCE, Phase.MAINTENANCE, Phase.INITIAL,
    ]  # fmt: skip
