"""The days that a range means."""

from __future__ import annotations

from datetime import date

from kapjournal.domain.course import Course
from kapjournal.ui.trends.ranges import Days, Range, days_of, days_of_course, options

TODAY = date(2026, 10, 23)


def test_lengths_count_today() -> None:
    assert days_of(Range.TWO_WEEKS, TODAY, None, None) == Days(date(2026, 10, 10), TODAY)
    assert days_of(Range.YEAR, TODAY, None, None) == Days(date(2025, 10, 24), TODAY)
    assert days_of(Range.ALL, TODAY, None, date(2020, 1, 1)) == Days(date(2020, 1, 1), TODAY)
    assert days_of(Range.ALL, TODAY, None, None) == Days(TODAY, TODAY)
    assert days_of(Range.ALL, TODAY, None, date(2027, 1, 1)) == Days(TODAY, TODAY)


def test_a_course_begins_two_weeks_before_its_first_session_at_the_latest() -> None:
    doses = [date(2026, 9, 29), date(2026, 9, 22)]
    assert days_of_course(Course(), doses, TODAY) == Days(date(2026, 9, 8), TODAY)
    assert days_of_course(Course(started=date(2026, 8, 31)), doses, TODAY) == Days(date(2026, 8, 31), TODAY)
    ended = Course(started=date(2026, 8, 31), ended=date(2026, 10, 1))
    assert days_of_course(ended, doses, TODAY) == Days(date(2026, 8, 31), date(2026, 10, 1))
    assert days_of_course(Course(), [], TODAY) is None
    assert days_of_course(Course(started=date(2026, 12, 1)), [], TODAY) is None


def test_the_course_is_offered_only_where_there_is_one() -> None:
    assert Range.COURSE not in dict(options(with_course=False))
    assert list(dict(options(with_course=True))) == list(Range)
