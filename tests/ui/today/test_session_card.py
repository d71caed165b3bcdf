from __future__ import annotations

from datetime import timedelta

from sqlalchemy import event

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Fragment, FragmentKind, Reflection
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import CaptureWanted, LayOutWanted
from kapjournal.ui.today.page import TodayPage


def dosed(place: Place, hours_ago: float) -> KapSession:
    moment = moment_at(place.clock.now() - timedelta(hours=hours_ago))
    return place.journal.kap_sessions.keep(
        KapSession(moment=moment, kind=SessionKind.DOSING, status=SessionStatus.HELD)
    )


def page_of(place: Place) -> tuple[TodayPage, list[object]]:
    page, said = TodayPage(place), []
    page.requested.connect(said.append)
    page.reload()
    return page, said


def test_on_the_day_of_a_session_words_can_be_caught(place: Place) -> None:
    session = dosed(place, 3)
    page, said = page_of(place)
    page.session_card.catch.click()
    assert said == [CaptureWanted(session.id)]
    page.deleteLater()


def test_the_next_day_fragments_can_be_laid_out_until_something_grew(place: Place) -> None:
    session = dosed(place, 24)
    page, said = page_of(place)
    assert page.session_card.isHidden()
    fragment = place.journal.fragments.keep(
        Fragment(moment=session.moment, kind=FragmentKind.WORD, text="enough", kap_session_id=session.id)
    )
    page.reload()
    page.session_card.lay_out.click()
    assert said == [LayOutWanted(session.id)]
    place.journal.reflections.keep(
        Reflection(moment=session.moment, text="It was.", fragment_ids=(fragment.id,))
    )
    page.reload()
    assert page.session_card.isHidden()
    page.deleteLater()


def test_on_other_days_nothing_is_shown(place: Place) -> None:
    dosed(place, 24 * 9)
    page, _said = page_of(place)
    assert page.session_card.isHidden()
    page.deleteLater()


def test_the_day_is_read_in_one_look(place: Place) -> None:
    dosed(place, 24)
    page, _said = page_of(place)
    looks: list[str] = []
    engine = place.journal._book.database._engine
    event.listen(engine, "begin", lambda _connection: looks.append("begin"))
    page.reload()
    page.deleteLater()
    assert looks == ["begin"]
