"""How dosing sessions are numbered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from kapjournal.domain.around_dose import VitalSigns, VitalTime
from kapjournal.domain.kap_session import (
    KapSession,
    Onset,
    SessionKind,
    SessionStatus,
    Severity,
    SideEffect,
    dosing_numbers,
)
from kapjournal.domain.moment import moment_at


def on(
    day: int,
    id: int,
    status: SessionStatus = SessionStatus.HELD,
    kind: SessionKind = SessionKind.DOSING,
    course: int | None = 1,
) -> KapSession:
    return KapSession(
        id=id,
        moment=moment_at(datetime(2026, 9, day, 10, tzinfo=UTC)),
        kind=kind,
        status=status,
        course_id=course,
    )


def test_only_dosing_sessions_that_count_have_a_number() -> None:
    sessions = [
        on(20, 4, SessionStatus.PLANNED),
        on(1, 1),
        on(8, 2, SessionStatus.POSTPONED),
        on(9, 3, SessionStatus.STOPPED_EARLY),
        on(10, 5, kind=SessionKind.INTEGRATION),
        on(11, 6, SessionStatus.CANCELLED),
    ]
    assert dosing_numbers(sessions) == {1: 1, 3: 2, 4: 3}


def test_each_course_counts_its_own() -> None:
    assert dosing_numbers([on(1, 1), on(2, 2, course=2), on(3, 3)]) == {1: 1, 2: 1, 3: 2}


def test_what_was_told_twice_is_told_once_as_the_stronger_and_with_the_later_word() -> None:
    evening = (
        SideEffect("nausea", Severity.MILD, None, 120, onset=Onset.DURING),
        SideEffect("headache", Severity.STRONG, True, 30),
        SideEffect("other", Severity.MILD, note="Cold"),
    )
    later = (
        SideEffect("other", Severity.MILD, note="Fear"),
        SideEffect("headache", Severity.MILD),
        SideEffect("nausea", Severity.MODERATE, False, note="all night"),
        SideEffect("other", Severity.STRONG, True, note="Cold"),
    )
    told = replace(on(1, 1), side_effects=evening, side_effects_later=later).side_effects_told
    assert told == (
        SideEffect("nausea", Severity.MODERATE, False, None, "all night", Onset.DURING),
        SideEffect("headache", Severity.STRONG, True, 30),
        SideEffect("other", Severity.STRONG, True, note="Cold"),
        SideEffect("other", Severity.MILD, note="Fear"),
    )


def test_vital_signs_are_there_where_any_of_them_was_told() -> None:
    assert VitalSigns(VitalTime.BEFORE, " ", "", "\t").is_empty
    for told in ({"pressure": "120/80"}, {"pulse": "70"}, {"oxygen": "98"}):
        assert not VitalSigns(VitalTime.BEFORE, **told).is_empty
