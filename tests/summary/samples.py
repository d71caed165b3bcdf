"""A course of four doses with what was noted around them, as plain records."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kapjournal.domain.columns import ValueColumns
from kapjournal.domain.course import Condition, Course, Phase, PhaseSpan
from kapjournal.domain.kap_session import KapSession, Route, SessionKind, SessionStatus, Severity, SideEffect
from kapjournal.domain.measure import ANXIETY, BUILT_IN, MOOD, SLEEP_H
from kapjournal.domain.moment import Moment, moment_at
from kapjournal.domain.person import Person
from kapjournal.domain.reflection import Fragment, FragmentKind, Reflection
from kapjournal.domain.share import Part, SummaryChoice
from kapjournal.summary.contents import Material
from kapjournal.summary.document import Line

ZONE = ZoneInfo("Europe/London")
NOW = datetime(2026, 10, 23, 9, 42, tzinfo=ZONE)
FIRST, LAST = date(2026, 9, 8), date(2026, 10, 23)
DOSES = (date(2026, 9, 22), date(2026, 9, 29), date(2026, 10, 13), date(2026, 10, 20))
REFLECTION, FRAGMENT, SECRET = 501, 502, 503


def at(day: date, hour: int = 10) -> Moment:
    return moment_at(datetime(day.year, day.month, day.day, hour, tzinfo=ZONE))


def column(values: dict[date, float], *, later: frozenset[date] = frozenset()) -> ValueColumns:
    """One ordinary check-in a day, at ten."""
    days = sorted(values)
    return ValueColumns(
        array("q", range(1, len(days) + 1)),
        array("l", [day.toordinal() for day in days]),
        array("l", [600] * len(days)),
        array("d", [values[day] for day in days]),
        array("b", [1] * len(days)),
        array("b", [day in later for day in days]),
    )


def each_day(first: date, last: date, value: float) -> dict[date, float]:
    return {first + timedelta(days=n): value for n in range((last - first).days + 1)}


def dose(number: int, day: date, **values: object) -> KapSession:
    made = KapSession(
        id=100 + number,
        moment=at(day, 13),
        kind=SessionKind.DOSING,
        status=SessionStatus.HELD,
        course_id=1,
        route=Route.IM,
        dose_text="as told, 40 mg",
        depth=4,
        difficulty=3,
    )
    return replace(made, **values)  # type: ignore[arg-type]


def course() -> Course:
    return Course(
        id=1,
        started=FIRST,
        conditions=(Condition.DEPRESSION,),
        phases=(PhaseSpan(Phase.INITIAL, FIRST),),
        sessions_planned=6,
    )


def material() -> Material:
    """Mood 3 before the first dose and 5 after it; a week without check-ins in October."""
    mood = each_day(FIRST, DOSES[0], 3.0) | each_day(DOSES[0] + timedelta(days=1), LAST, 5.0)
    gap = each_day(date(2026, 10, 3), date(2026, 10, 8), 0.0)
    mood = {day: value for day, value in mood.items() if day not in gap}
    nausea = SideEffect("nausea", Severity.MILD, True, 120)
    return Material(
        person=Person(name="R."),
        course=course(),
        kap_sessions=(
            dose(1, DOSES[0], side_effects=(nausea,)),
            dose(2, DOSES[1]),
            dose(3, DOSES[2], difficulty=8, side_effects=(SideEffect("headache", Severity.STRONG, False),)),
            dose(
                4, DOSES[3], side_effects=(nausea, SideEffect("other", Severity.MODERATE, None, 40, "Fear"))
            ),
        ),
        measures=tuple(BUILT_IN[key] for key in (MOOD, ANXIETY, SLEEP_H)),
        values={
            MOOD: column(mood, later=frozenset((FIRST,))),
            SLEEP_H: column(each_day(LAST - timedelta(days=6), LAST, 6.5)),
        },
        entries=(
            Reflection(
                id=REFLECTION,
                moment=at(date(2026, 10, 21)),
                title="Forgiven",
                text="The lake was *darkwater*.",
            ),
            Fragment(
                id=FRAGMENT,
                moment=at(date(2026, 10, 20), 14),
                kind=FragmentKind.IMAGE,
                text="Openceilings above",
            ),
            Reflection(
                id=SECRET, moment=at(date(2026, 10, 19)), title="Unsharedtitle", text="Unsharedwords here"
            ),
        ),
    )


PAGES_ONE_AND_TWO = tuple(part for part in Part if part is not Part.FURTHER)


def choice(**values: object) -> SummaryChoice:
    made = SummaryChoice(
        parts=PAGES_ONE_AND_TWO, entry_ids=(REFLECTION, FRAGMENT), talking_points=("Telling my sister.",)
    )
    return replace(made, **values)  # type: ignore[arg-type]


def said(lines: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)
