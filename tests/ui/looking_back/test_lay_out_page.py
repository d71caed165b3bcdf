from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Fragment, FragmentKind
from kapjournal.ui.looking_back.lay_out_page import LayOutPage
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import BackWanted, ReflectionWanted


@pytest.fixture
def session(place: Place) -> KapSession:
    began = place.clock.now() - timedelta(days=1)
    kept = place.journal.kap_sessions.keep(
        KapSession(moment=moment_at(began), kind=SessionKind.DOSING, status=SessionStatus.HELD)
    )
    words = ("a field", "enough", "like rain", "warm hands")
    for minutes, (text, kind) in enumerate(zip(words, FragmentKind, strict=False)):
        moment = moment_at(began + timedelta(minutes=60 + minutes))
        place.journal.fragments.keep(Fragment(moment=moment, kind=kind, text=text, kap_session_id=kept.id))
    return kept


@pytest.fixture
def page(place: Place, session: KapSession) -> Iterator[LayOutPage]:
    made = LayOutPage(place)
    made.said = []  # type: ignore[attr-defined]
    made.requested.connect(made.said.append)  # type: ignore[attr-defined]
    made.resize(1280, 800)
    made.show()
    made.open_for(session.id)
    yield made
    made.deleteLater()


def test_slips_lie_in_order_of_time(page: LayOutPage) -> None:
    assert [slip.fragment.text for slip in page.slips.slips] == [
        "a field",
        "enough",
        "like rain",
        "warm hands",
    ]
    assert not page.card.nothing.isHidden()


def test_the_question_follows_the_number_taken(page: LayOutPage) -> None:
    page.slips.slips[0].click()
    assert page.card.question.text() == "What is this about, now that a night has passed?"
    page.slips.slips[3].click()
    assert page.card.question.text() == "What are these two about, now that a night has passed?"
    page.slips.slips[1].click()
    assert page.card.question.text() == "What are these about together, now that a night has passed?"


def test_a_reflection_grows_and_keeps_the_links_both_ways(
    page: LayOutPage, place: Place, session: KapSession
) -> None:
    page.slips.slips[3].click()
    page.slips.slips[0].click()
    page.card.another.click()
    QTest.keyClicks(page.card.text, "Nobody has to be kept in")
    page.card.open_button.click()
    (grown,) = place.journal.reflections.of_session(session.id)
    fragments = place.journal.fragments.of_session(session.id)
    assert grown.text == "Nobody has to be kept in"
    assert grown.fragment_ids == (fragments[0].id, fragments[3].id)
    assert grown.prompt is not None
    assert grown.prompt.question == "What do these two have to do with each other?"
    assert page.said == [ReflectionWanted(grown.id)]  # type: ignore[attr-defined]
    back = place.journal.reflections.grown_from([f.id for f in fragments])
    assert set(back) == {fragments[0].id, fragments[3].id}
    assert back[fragments[0].id] == (grown,)


def test_what_was_begun_goes_on(page: LayOutPage, place: Place, session: KapSession) -> None:
    page.slips.slips[2].click()
    QTest.keyClicks(page.card.text, "It rained")
    page.later.click()
    assert page.said == [BackWanted()]  # type: ignore[attr-defined]
    again = LayOutPage(place)
    again.open_for(session.id)
    assert again.card.text.text == "It rained"
    assert [f.text for f in again.slips.taken()] == ["like rain"]
    QTest.keyClicks(again.card.text, " all night")
    again.later.click()
    assert len(place.journal.reflections.of_session(session.id)) == 1
    again.deleteLater()


def test_nothing_written_leaves_nothing(page: LayOutPage, place: Place, session: KapSession) -> None:
    page.slips.slips[2].click()
    page.later.click()
    assert place.journal.reflections.of_session(session.id) == ()


def test_first_words_cannot_be_made_to_say_something_else(place: Place, session: KapSession) -> None:
    first = place.journal.fragments.of_session(session.id)[0]
    with pytest.raises(ValueError, match="never changed"):
        place.journal.fragments.keep(replace(first, text="another field"))
    place.journal.timeline.trash(first.id)
    assert first.id not in [f.id for f in place.journal.fragments.of_session(session.id)]
    place.journal.timeline.erase([first.id])
    with pytest.raises(KeyError):
        place.journal.fragments.get(first.id)
