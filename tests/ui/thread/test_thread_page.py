"""The thread: where its words come from, and where they lead."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.practice import Practice, PracticeDay, Rhythm, Spell
from kapjournal.domain.reflection import Fragment, FragmentKind, Reflection
from kapjournal.journal import Journal
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import EntryWanted, PracticeWanted, SessionWanted
from kapjournal.ui.thread.page import ThreadPage

NOW = datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London"))


def dosing(journal: Journal, days_ago: int, status: SessionStatus = SessionStatus.HELD) -> KapSession:
    moment = moment_at(NOW - timedelta(days=days_ago))
    words = "" if status is SessionStatus.POSTPONED else f"Intention of {days_ago}"
    session = KapSession(moment=moment, kind=SessionKind.DOSING, status=status, intention=words)
    return journal.kap_sessions.keep(session)


@pytest.fixture
def page(place: Place, journal: Journal) -> ThreadPage:
    first = dosing(journal, 20)
    dosing(journal, 12, SessionStatus.POSTPONED)
    second = dosing(journal, 5)
    dosing(journal, -3, SessionStatus.PLANNED)
    about = {"kap_session_id": first.id}
    at = moment_at(NOW - timedelta(days=20))
    journal.fragments.keep(Fragment(moment=at, kind=FragmentKind.WORD, text="a lake, from below", **about))
    text = "It was wide.\n\n## What it may mean\n\nI hold *my breath* in rooms. Often.\n\n## Else\n\nNo."
    journal.reflections.keep(Reflection(moment=at, title="The lake", text=text, **about))
    talk = KapSession(
        moment=moment_at(NOW - timedelta(days=18)),
        kind=SessionKind.INTEGRATION,
        status=SessionStatus.HELD,
        agreed_step="Tell one person",
    )
    journal.kap_sessions.keep(talk)
    began = NOW.date() - timedelta(days=4)
    walk = journal.practices.keep(
        Practice(name="Ten minutes outside", spells=(Spell(began),), kap_session_id=second.id)
    )
    journal.practices.tick(walk.id, NOW.date(), kept=True)
    once = journal.practices.keep(
        Practice(name="Ask", rhythm=Rhythm.ONCE, spells=(Spell(began),), kap_session_id=second.id)
    )
    journal.practices.note(PracticeDay(practice_id=once.id, day=began, note="Asked for a hand."))
    made = ThreadPage(place)
    made.resize(1072, 800)
    made.show()
    made.reload()
    return made


def shown(page: ThreadPage) -> list[QAbstractButton]:
    """The buttons that are there, once the page has settled."""
    QApplication.processEvents()
    return [button for button in page.findChildren(QAbstractButton) if button.isVisible()]


def test_each_place_holds_what_was_written(page: ThreadPage) -> None:
    said = [[[line.text for line in place] for place in row.places] for row in page._rows]
    assert [row.number for row in page._rows] == [1, 2, 3]
    assert said == [
        [
            ["Intention of 20"],
            ["a lake, from below"],
            ["I hold my breath in rooms."],
            ["Tell one person"],
            [],
        ],
        [
            ["Intention of 5"],
            [],
            [],
            ["Ten minutes outside", "Ask"],
            ["on 1 of 5 days", "Asked for a hand."],
        ],
        [["Intention of -3"], [], [], [], []],
    ]


def test_a_line_opens_where_it_was_written(page: ThreadPage) -> None:
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    for button in shown(page):
        if ": " in button.accessibleName():
            button.click()
    kinds = {type(wish) for wish in wishes}
    assert kinds == {SessionWanted, EntryWanted, PracticeWanted}


def test_lines_are_marked_to_share(page: ThreadPage, journal: Journal) -> None:
    page._toggle_marking()
    wanted = "Mark to share: a lake, from below"
    next(button for button in shown(page) if button.accessibleName() == wanted).click()
    assert journal.fragments.of_session(page._rows[0].session.id)[0].to_share


def test_one_session_at_a_time_where_there_is_little_room(page: ThreadPage) -> None:
    page.resize(640, 700)
    page.arrange("narrow")
    assert page._steps.isVisible()
    assert page._where.text() == "Session 2, Sunday 18 October"
    page._go_before()
    assert page._where.text().startswith("Session 1")
    assert not page._previous.isEnabled()


def test_without_a_session_there_is_a_way_to_one(place: Place) -> None:
    page = ThreadPage(place)
    page.show()
    page.reload()
    assert page._empty.isVisible()
