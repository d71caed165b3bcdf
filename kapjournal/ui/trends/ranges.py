"""The one range that every chart of the page shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kapjournal.domain.course import Course
from kapjournal.words.language import _

BEFORE_FIRST_SESSION_DAYS = 14
"""The weeks that the days after the first session are compared with: a course is shown with them."""


class Range(StrEnum):
    """What can be chosen."""

    TWO_WEEKS = "two_weeks"
    SIX_WEEKS = "six_weeks"
    COURSE = "course"
    YEAR = "year"
    ALL = "all"


LENGTHS_DAYS = {Range.TWO_WEEKS: 14, Range.SIX_WEEKS: 42, Range.YEAR: 365}


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of a range, both included."""

    first: date
    last: date


def options(*, with_course: bool) -> tuple[tuple[Range, str], ...]:
    """Return the ranges with their names; without a course there is none to show."""
    names = {
        Range.TWO_WEEKS: _("2 weeks"),
        Range.SIX_WEEKS: _("6 weeks"),
        Range.COURSE: _("This course"),
        Range.YEAR: _("1 year"),
        Range.ALL: _("All"),
    }
    return tuple(
        (choice, name) for choice, name in names.items() if with_course or choice is not Range.COURSE
    )


def name_of(choice: Range) -> str:
    """Return a range as it stands after 'back to'."""
    names = {
        Range.TWO_WEEKS: _("the last 2 weeks"),
        Range.SIX_WEEKS: _("the last 6 weeks"),
        Range.COURSE: _("this course"),
        Range.YEAR: _("the last year"),
        Range.ALL: _("all days"),
    }
    return names[choice]


def days_of(choice: Range, today: date, course_days: Days | None, first_day: date | None) -> Days:
    """Return the days of a range; `first_day` is the first of the journal."""
    if choice is Range.COURSE and course_days is not None:
        return course_days
    if choice in LENGTHS_DAYS:
        return Days(today - timedelta(days=LENGTHS_DAYS[choice] - 1), today)
    return Days(min(first_day or today, today), today)


def days_of_course(course: Course, dosing_days: Iterable[date], today: date) -> Days | None:
    """Return the days of a course until today or its end, from two weeks before its first dosing session on.

    None for a course of which nothing is known yet that lies in the past.
    """
    begins = [day - timedelta(days=BEFORE_FIRST_SESSION_DAYS) for day in dosing_days]
    begins += [course.started] if course.started is not None else []
    last = min(course.ended or today, today)
    if not begins or min(begins) > last:
        return None
    return Days(min(begins), last)
