"""Which window holds a moment, over time."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at, moment_on
from kapjournal.guidance.library import Depth
from kapjournal.guidance.prompts import leave, pick
from kapjournal.guidance.windows import place
from tests.guidance.situations import at, dosing, now

PLANNED = SessionStatus.PLANNED
A_WEEK_APART = (dosing(at(10, 1, 13)), dosing(at(10, 8, 13), status=PLANNED, id=2))
THREE_DAYS_APART = (dosing(at(10, 1, 13)), dosing(at(10, 4, 13), status=PLANNED, id=2))


def window(moment: datetime, *sessions: KapSession) -> str:
    may = leave(now(moment, *sessions))
    return may.window.id if may else "none"


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(9, 20), "prep"),
        (at(9, 29, 12, 59), "prep"),
        (at(10, 1, 0, 59), "prep"),
        (at(10, 1, 1), "day_of"),
        (at(10, 1, 12, 59), "day_of"),
        (at(10, 1, 13), "none"),
        (at(10, 1, 14, 59), "none"),
        (at(10, 1, 15), "h0_24"),
        (at(10, 2, 14, 59), "h0_24"),
        (at(10, 2, 15), "h24_72"),
        (at(10, 4, 14, 59), "h24_72"),
        (at(10, 4, 15), "d3_14"),
        (at(10, 6, 12, 59), "d3_14"),
        (at(10, 6, 13), "prep"),
        (at(10, 8, 1), "day_of"),
        (at(10, 8, 13), "none"),
        (at(10, 15, 15), "d3_14"),
        (at(10, 22, 14, 59), "d3_14"),
        (at(10, 22, 15), "maintenance"),
        (at(12, 24), "maintenance"),
    ],
)
def test_sessions_a_week_apart(moment: datetime, expected: str) -> None:
    assert window(moment, *A_WEEK_APART) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (at(10, 2, 13), "h0_24"),  # 48 h before the next: the first day has the higher priority
        (at(10, 2, 15), "h24_72"),
        (at(10, 3, 20), "h24_72"),
        (at(10, 4, 0, 59), "h24_72"),
        (at(10, 4, 1), "day_of"),
        (at(10, 4, 15), "h0_24"),
    ],
)
def test_sessions_three_days_apart_leave_no_preparation(moment: datetime, expected: str) -> None:
    assert window(moment, *THREE_DAYS_APART) == expected


def test_without_any_session_the_preparation_is_offered() -> None:
    assert window(at(10, 1)) == "prep"


@pytest.mark.parametrize("status", [SessionStatus.CANCELLED, SessionStatus.POSTPONED])
def test_a_session_that_is_not_held_takes_its_windows_with_it(status: SessionStatus) -> None:
    before, after = dosing(at(10, 1, 13)), dosing(at(10, 8, 13), status=status, id=2)
    assert window(at(10, 7), before, after) == "d3_14"
    assert window(at(10, 9), dosing(at(10, 8, 13), status=status)) == "prep"


def test_a_session_that_was_stopped_early_counts() -> None:
    assert window(at(10, 1, 20), dosing(at(10, 1, 13), status=SessionStatus.STOPPED_EARLY)) == "h0_24"


def test_only_dosing_sessions_have_windows() -> None:
    talk = KapSession(moment=moment_at(at(10, 1)), kind=SessionKind.INTEGRATION, status=SessionStatus.HELD)
    assert window(at(10, 1, 20), talk) == "prep"


def test_a_deleted_session_counts_no_more() -> None:
    deleted = KapSession(moment=moment_at(at(10, 1)), kind=SessionKind.DOSING, trashed=at(10, 2))
    assert window(at(10, 1, 20), deleted) == "prep"


def test_a_session_without_an_end_lasts_two_hours() -> None:
    open_end = dosing(at(10, 1, 13), minutes=None)
    assert window(at(10, 1, 14, 59), open_end) == "none"
    assert window(at(10, 1, 15), open_end) == "h0_24"


def test_a_session_without_a_time_is_at_midday() -> None:
    day_only = KapSession(moment=moment_on(at(10, 1).date(), at(10, 1)), kind=SessionKind.DOSING)
    assert window(at(10, 1, 11), day_only) == "day_of"
    assert window(at(10, 1, 13), day_only) == "none"
    assert window(at(10, 1, 14), day_only) == "h0_24"


def test_hours_are_hours_when_the_clock_goes_back() -> None:
    session = dosing(at(10, 24, 13))  # ends at 15:00 summer time; the clock goes back in the night
    assert window(at(10, 25, 13, 59), session) == "h0_24"
    assert window(at(10, 25, 14), session) == "h24_72"


def test_hours_are_hours_when_the_clock_goes_forward() -> None:
    session = dosing(at(3, 28, 13))
    assert window(at(3, 29, 15, 59), session) == "h0_24"
    assert window(at(3, 29, 16), session) == "h24_72"


def test_travel_moves_no_window() -> None:
    session = dosing(at(10, 1, 13, zone=ZoneInfo("America/New_York")))  # ends at 15:00 there, 20:00 in London
    assert window(at(10, 2, 19, 59), session) == "h0_24"
    assert window(at(10, 2, 20), session) == "h24_72"
    assert window(at(10, 3, 4, zone=ZoneInfo("Asia/Tokyo")), session) == "h24_72"
    assert window(at(10, 3, 3, 59, zone=ZoneInfo("Asia/Tokyo")), session) == "h0_24"


def test_hours_to_and_from_sessions() -> None:
    where = place(A_WEEK_APART, at(10, 4, 15))
    assert (where.hours_since_end, where.hours_to_start) == (72.0, 94.0)
    assert where.within is None


@pytest.mark.parametrize(
    ("moment", "depth"),
    [
        (at(10, 1, 20, 59), Depth.LIGHT),
        (at(10, 1, 21), Depth.MEDIUM),
        (at(10, 2, 16), Depth.DEEP),
        (at(10, 3, 12, 59), Depth.DEEP),
        (at(10, 3, 13), Depth.MEDIUM),
        (at(10, 4, 2), Depth.LIGHT),
    ],
)
def test_how_deep_a_prompt_may_go(moment: datetime, depth: Depth) -> None:
    may = leave(now(moment, *THREE_DAYS_APART))
    assert may is not None
    assert may.depth == depth


def test_nothing_deep_in_the_24_hours_before_a_session() -> None:
    for hour in range(13, 24):
        for slot in range(12):
            offer = pick(now(at(10, 3, hour), *THREE_DAYS_APART), slot)
            assert offer is not None
            assert all(p.depth <= Depth.MEDIUM for p in (offer.prompt, *offer.alternatives))
