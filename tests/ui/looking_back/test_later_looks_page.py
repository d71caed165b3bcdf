from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest

from kapjournal.clock import FixedClock
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Fragment, FragmentKind, Layer
from kapjournal.ui.looking_back.later_looks_page import LaterLooksPage
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import ReflectionWanted


@pytest.fixture
def session(place: Place) -> KapSession:
    began = place.clock.now() - timedelta(days=4)
    kept = place.journal.kap_sessions.keep(
        KapSession(moment=moment_at(began), kind=SessionKind.DOSING, status=SessionStatus.HELD)
    )
    for text, kind in (("a field", FragmentKind.IMAGE), ("enough", FragmentKind.WORD)):
        place.journal.fragments.keep(
            Fragment(moment=moment_at(began), kind=kind, text=text, kap_session_id=kept.id)
        )
    return kept


@pytest.fixture
def page(place: Place, session: KapSession) -> Iterator[LaterLooksPage]:
    made = LaterLooksPage(place)
    made.said = []  # type: ignore[attr-defined]
    made.requested.connect(made.said.append)  # type: ignore[attr-defined]
    made.resize(1280, 800)
    made.show()
    made.open_for(session.id)
    yield made
    made.deleteLater()


def test_a_look_lies_beside_the_first_words(page: LaterLooksPage, place: Place, session: KapSession) -> None:
    before = place.journal.fragments.of_session(session.id)
    page.write.click()
    fields = [cell for cell in page.grid.cells if cell.field is not None]
    assert [(cell.first.text, cell.layer) for cell in fields] == [
        ("a field", Layer.THREE_DAYS),
        ("enough", Layer.THREE_DAYS),
    ]
    assert fields[0].field is not None
    QTest.keyClicks(fields[0].field, "It was larger than I said")
    page.leave()
    (look,) = place.journal.fragments.looks_of_session(session.id)
    assert (look.text, look.layer, look.looks_at) == (
        "It was larger than I said",
        Layer.THREE_DAYS,
        before[0].id,
    )
    assert place.journal.fragments.of_session(session.id) == before


def test_a_look_may_be_mended_and_taken_away(page: LaterLooksPage, place: Place, session: KapSession) -> None:
    page.write.click()
    cell = page.grid.cells[-1]
    assert cell.field is not None
    QTest.keyClicks(cell.field, "not yet")
    page.leave()
    cell.field.setPlainText("")
    page.leave()
    assert place.journal.fragments.looks_of_session(session.id) == ()
    cell.field.setPlainText("slowly")
    page.leave()
    (look,) = place.journal.fragments.looks_of_session(session.id)
    assert look.text == "slowly"


def test_only_looks_that_have_opened_are_shown(page: LaterLooksPage, place: Place) -> None:
    assert [cell.layer for cell in page.grid.cells[:2]] == [Layer.DAY, Layer.THREE_DAYS]
    assert page._next_name.text() == "After a week"


def test_all_of_it_is_marked_to_share_at_once(
    page: LaterLooksPage, place: Place, session: KapSession
) -> None:
    page.share.click()
    assert all(f.to_share for f in place.journal.fragments.of_session(session.id))
    place.journal.undo()
    assert not any(f.to_share for f in place.journal.fragments.of_session(session.id))


def test_erasing_first_words_leaves_a_look_a_look(
    page: LaterLooksPage, place: Place, session: KapSession
) -> None:
    page.write.click()
    cell = page.grid.cells[-1]
    assert cell.field is not None
    QTest.keyClicks(cell.field, "not yet")
    page.leave()
    place.journal.timeline.erase([cell.first.id])
    assert [f.text for f in place.journal.fragments.of_session(session.id)] == ["a field"]
    (look,) = place.journal.fragments.looks_of_session(session.id)
    assert (look.text, look.looks_at) == ("not yet", None)


def test_without_first_words_a_reflection_is_offered(page: LaterLooksPage, place: Place) -> None:
    other = place.journal.kap_sessions.keep(
        KapSession(moment=moment_at(place.clock.now() - timedelta(days=9)), kind=SessionKind.DOSING)
    )
    page.open_for(other.id)
    assert not page.empty.isHidden()
    page.empty.pressed.emit()
    assert page.said == [ReflectionWanted(kap_session_id=other.id)]  # type: ignore[attr-defined]


def test_on_the_first_day_nothing_is_looked_at_again(place: Place, clock: FixedClock) -> None:
    today = place.journal.kap_sessions.keep(
        KapSession(moment=moment_at(place.clock.now() - timedelta(hours=3)), kind=SessionKind.DOSING)
    )
    place.journal.fragments.keep(
        Fragment(moment=moment_at(clock.now()), kind=FragmentKind.WORD, text="no", kap_session_id=today.id)
    )
    page = LaterLooksPage(place)
    page.open_for(today.id)
    assert page.write.isHidden()
    assert page.grid.cells == []
    page.deleteLater()
