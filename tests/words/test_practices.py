"""What is said of a practice: days, never a share; since when; and what became of a medicine."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kapjournal.domain.course import CurrentMedicine
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.practice import Dot, Practice, Rhythm, Spell
from kapjournal.words import language
from kapjournal.words.medicines import medicine_changes
from kapjournal.words.practices import kept_on, kept_short, since

BEGAN = date(2026, 9, 15)
DOTS = [Dot(BEGAN + timedelta(days=step), step % 3 == 0) for step in range(7)]


@pytest.fixture(autouse=True)
def british_english() -> None:
    language.use("en_GB")


@pytest.mark.parametrize(
    ("rhythm", "short", "on"),
    [
        (Rhythm.DAILY, "3 of 7 days", "kept on 3 of 7 days"),
        (Rhythm.SOME_DAYS, "3 of 7 days", "kept on 3 of 7 days"),
        (Rhythm.WHEN_NEEDED, "3 days", "kept on 3 days"),
        (Rhythm.ONCE, "3 days", "kept, 15 September"),
    ],
)
def test_on_how_many_days_it_was_kept(rhythm: Rhythm, short: str, on: str) -> None:
    assert (kept_short(DOTS, rhythm), kept_on(DOTS, rhythm)) == (short, on)
    assert kept_on([], rhythm) == "not begun yet"


def test_what_is_done_once_is_still_to_come_or_kept() -> None:
    assert kept_on(DOTS[1:2], Rhythm.ONCE) == "once"
    assert kept_short(DOTS[:1], Rhythm.DAILY) == "1 of 1 day"


def session(
    id_: int,
    days_before: int,
    kind: SessionKind = SessionKind.DOSING,
    status: SessionStatus = SessionStatus.HELD,
) -> KapSession:
    local = datetime(2026, 9, 15, 10, tzinfo=UTC) - timedelta(days=days_before)
    return KapSession(id=id_, moment=moment_at(local), kind=kind, status=status)


@pytest.mark.parametrize(
    ("sessions", "said"),
    [
        ((session(1, 20), session(2, 14)), "since session 2"),
        ((session(1, 20), session(2, 15)), "since 15 September"),
        ((session(1, 3), session(2, 0)), "since session 2"),
        ((session(1, 3), session(2, -1)), "since session 1"),
        ((session(1, 3, kind=SessionKind.INTEGRATION),), "since 15 September"),
        ((session(1, 3, status=SessionStatus.CANCELLED),), "since 15 September"),
        ((session(9, 3),), "since 15 September"),
    ],
)
def test_it_is_since_a_session_only_within_two_weeks_of_one_that_took_place(
    sessions: tuple[KapSession, ...], said: str
) -> None:
    practice = Practice(name="Outside", spells=(Spell(BEGAN),))
    assert since(practice, sessions, {1: 1, 2: 2}, date(2026, 10, 23)) == said


def test_since_when_names_the_year_where_it_is_another() -> None:
    assert (
        since(Practice(name="x", spells=(Spell(BEGAN),)), (), {}, date(2027, 1, 2))
        == "since 15 September 2026"
    )
    assert since(Practice(name="x"), (), {}, BEGAN) == ""


def test_what_became_of_each_medicine() -> None:
    before = [
        CurrentMedicine("A", "50 mg"),
        CurrentMedicine("B", ""),
        CurrentMedicine("C", "1"),
        CurrentMedicine("D", "x"),
    ]
    after = [
        CurrentMedicine("A", "100 mg"),
        CurrentMedicine("B", "5 mg"),
        CurrentMedicine("D", "x"),
        CurrentMedicine("E", ""),
    ]
    assert medicine_changes(before, [*after, CurrentMedicine("F", "2")]) == (
        "C: no longer",
        "A: 50 mg, now 100 mg",
        "B: not said, now 5 mg",
        "E: begun",
        "F: begun, 2",
    )
    assert medicine_changes(after, after) == ()
