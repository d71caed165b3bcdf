"""How dosing sessions are numbered."""

from __future__ import annotations

from datetime import UTC, datetime

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus, dosing_numbers
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
