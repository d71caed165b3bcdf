from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus, dosing_numbers
from kapjournal.domain.moment import moment_at
from kapjournal.ui.today.whereabouts import whereabouts
from kapjournal.words import language

NOW = datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(autouse=True)
def _english() -> None:
    language.use("en_GB")


def session(days: int, kind: SessionKind, status: SessionStatus, id: int, hour: int = 13) -> KapSession:
    moment = moment_at(NOW.replace(hour=hour, minute=0) + timedelta(days=days))
    return KapSession(id=id, kind=kind, status=status, moment=moment)


def said(*sessions: KapSession) -> str:
    return whereabouts(sessions, dosing_numbers(sessions), NOW.date(), NOW)


def test_nothing_is_made_up() -> None:
    assert said() == "Nothing is planned."


def test_the_day_of_a_session_and_a_session_to_come() -> None:
    held = session(0, SessionKind.DOSING, SessionStatus.HELD, 1, hour=8)
    tomorrow = session(1, SessionKind.INTEGRATION, SessionStatus.PLANNED, 2)
    assert said(held) == "The day of session 1."
    assert said(held, tomorrow) == "The day of session 1. Integration session tomorrow at 13:00."
    assert (
        said(session(4, SessionKind.DOSING, SessionStatus.PLANNED, 1))
        == "Dosing session 1 on Tuesday 27 October."
    )


def test_cancelled_and_past_plans_are_not_announced() -> None:
    cancelled = session(1, SessionKind.DOSING, SessionStatus.CANCELLED, 1)
    missed = session(0, SessionKind.INTEGRATION, SessionStatus.PLANNED, 2, hour=8)
    assert said(cancelled, missed) == "Nothing is planned."
