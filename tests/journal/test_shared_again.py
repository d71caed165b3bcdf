"""What was shared is drawn again as it was; what was erased stays erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import Course
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.practice import Practice, PracticeDay, Spell
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.share import Share, ShareForm, SummaryChoice
from kapjournal.journal import Journal
from kapjournal.summary.contents import gather
from kapjournal.summary.forms import make
from kapjournal.summary.reading_text import whole_text


@pytest.fixture
def shared(journal: Journal, clock: FixedClock) -> tuple[Share, str, list[int]]:
    now = clock.now()
    for away in range(8):
        moment = moment_at(now - timedelta(days=away, hours=1))
        journal.check_ins.keep(CheckIn(moment=moment, values=(MeasureValue(MOOD, 4.0),)))
    ids = [
        journal.reflections.keep(Reflection(moment=moment_at(now), title=title, text=f"{title} words")).id
        for title in ("First", "Second")
    ]
    practice = journal.practices.keep(Practice(name="Ten minutes", spells=(Spell(now.date()),)))
    journal.practices.note(PracticeDay(practice_id=practice.id, day=now.date(), note="It rained"))
    choice = SummaryChoice(
        entry_ids=tuple(ids), practice_ids=(practice.id,), talking_points=("Then",), for_whom="Dr. K."
    )
    made = make(ShareForm.PDF, choice, journal.summaries.read(choice, now), now)
    share = journal.summaries.record(made.summary, made.form, made.data)
    return share, whole_text(made.summary), ids


def again(journal: Journal, share: Share) -> tuple[str, int]:
    found = journal.summaries.again(share)
    return whole_text(gather(found.choice, found.material, found.made)), found.erased


def test_it_is_drawn_again_as_it_was(
    journal: Journal, clock: FixedClock, shared: tuple[Share, str, list[int]]
) -> None:
    share, text, ids = shared
    journal._book.clock = FixedClock(later(clock))
    journal.reflections.keep(replace(journal.reflections.get(ids[0]), text="Written anew"))
    journal.timeline.trash(ids[1])
    journal.check_ins.keep(
        CheckIn(moment=moment_at(later(clock) - timedelta(days=3)), values=(MeasureValue(MOOD, 9.0),))
    )
    (practice,) = journal.practices.all()
    journal.practices.keep(replace(practice, name="Renamed since"))
    (day,) = journal.practices.days()
    journal.practices.note(replace(day, note="Written since"))
    journal.practices.tick(practice.id, later(clock).date(), True)
    mood = next(m for m in journal.measures.all() if m.key == MOOD)
    journal.measures.keep(replace(mood, name="Weather"))
    first = journal.check_ins.of_day(share.moment.day)[0]
    journal.check_ins.keep(replace(first, values=(MeasureValue(MOOD, 0.0),)))
    assert again(journal, share) == (text, 0)


def test_what_was_erased_stays_erased_and_the_hash_remains(
    journal: Journal, shared: tuple[Share, str, list[int]]
) -> None:
    share, _text, ids = shared
    journal.timeline.erase([ids[0]])
    text, erased = again(journal, share)
    assert erased == 1
    assert "First words" not in text
    assert "Second words" in text
    assert journal.shares.all()[0].sha256 == share.sha256


@pytest.fixture
def course_shared(journal: Journal, clock: FixedClock) -> tuple[Share, list[KapSession]]:
    now = clock.now()
    course = journal.courses.keep(Course(started=now.date() - timedelta(days=30), sessions_planned=6))
    for away in range(36):
        moment = moment_at(now - timedelta(days=away, hours=1))
        journal.check_ins.keep(
            CheckIn(moment=moment, values=(MeasureValue(MOOD, 3.0 if away > 20 else 5.0),))
        )
    sessions = [
        journal.kap_sessions.keep(
            KapSession(
                moment=moment_at(now - timedelta(days=away)),
                kind=SessionKind.DOSING,
                status=SessionStatus.HELD,
                course_id=course.id,
            )
        )
        for away in (21, 14, 7)
    ]
    choice = SummaryChoice()
    made = make(ShareForm.TEXT, choice, journal.summaries.read(choice, now), now)
    return journal.summaries.record(made.summary, made.form, made.data), sessions


def test_the_sessions_keep_their_numbers_where_one_was_erased_since(
    journal: Journal, course_shared: tuple[Share, list[KapSession]]
) -> None:
    share, sessions = course_shared
    before, _erased = again(journal, share)
    journal.timeline.erase([sessions[1].id])
    text, erased = again(journal, journal.shares.all()[0])
    assert erased == 1
    for words in ("3 of 6 dosing sessions", "day 7 after session 3", "Session 1", "Session 3"):
        assert words in before
        assert words in text
    assert "Session 2" in before
    assert "Session 2" not in text


def test_nothing_stands_before_the_second_dose_where_the_first_was_erased_since(
    journal: Journal, course_shared: tuple[Share, list[KapSession]]
) -> None:
    share, sessions = course_shared
    found = journal.summaries.again(share)
    assert gather(found.choice, found.material, found.made).glances[0].change
    journal.timeline.erase([sessions[0].id])
    found = journal.summaries.again(share)
    assert not gather(found.choice, found.material, found.made).glances[0].change


def test_the_ledger_says_what_when_and_for_whom(
    journal: Journal, clock: FixedClock, shared: tuple[Share, str, list[int]]
) -> None:
    share, _text, ids = shared
    assert (share.form, share.for_whom, share.entry_ids) == ("pdf", "Dr. K.", tuple(ids))
    assert share.choice is not None
    assert share.choice.talking_points == ("Then",)
    assert set(ids) <= set(share.record_ids)


def later(clock: FixedClock) -> datetime:
    return clock.now() + timedelta(days=2)
