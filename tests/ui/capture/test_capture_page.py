from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta
from subprocess import PIPE, Popen

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kapjournal.clock import FixedClock
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import FragmentKind
from kapjournal.errors import DiskFullError
from kapjournal.journal import Journal
from kapjournal.ui.capture.page import CapturePage
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import BackWanted, ShowPage


@pytest.fixture
def session(place: Place) -> KapSession:
    moment = moment_at(place.clock.now() - timedelta(hours=2))
    return place.journal.kap_sessions.keep(
        KapSession(moment=moment, kind=SessionKind.DOSING, status=SessionStatus.HELD)
    )


@pytest.fixture
def page(place: Place, session: KapSession) -> Iterator[CapturePage]:
    made = CapturePage(place)
    made.said = []  # type: ignore[attr-defined]
    made.requested.connect(made.said.append)  # type: ignore[attr-defined]
    made.resize(1280, 800)
    made.show()
    made.open_for(session.id)
    yield made
    made.deleteLater()


def test_every_key_is_durable_before_enter(page: CapturePage, place: Place, session: KapSession) -> None:
    for typed in ("w", "wa", "war", "warm"):
        QTest.keyClicks(page.field, typed[-1])
        draft = place.journal.fragments.draft()
        assert draft is not None
        assert (draft.text, draft.kap_session_id) == (typed, session.id)
    assert place.journal.fragments.of_session(session.id) == ()


def test_enter_keeps_and_asks_the_next(page: CapturePage, place: Place, session: KapSession) -> None:
    assert page.question.text() == "An image?"
    QTest.keyClicks(page.field, "rooms open to the sky")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    (kept,) = place.journal.fragments.of_session(session.id)
    assert (kept.text, kept.kind) == ("rooms open to the sky", FragmentKind.IMAGE)
    assert place.journal.fragments.draft() is None
    assert page.field.toPlainText() == ""
    assert page.question.text() == "A word?"
    assert place.journal.undo() is not None
    assert place.journal.fragments.of_session(session.id) == ()


def test_enough_for_now_is_remembered(page: CapturePage, place: Place, session: KapSession) -> None:
    """The next start does not open the dim page of this session by itself again; it goes when the session goes."""
    fragments = place.journal.fragments
    assert not fragments.was_enough(session.id)
    page.enough.click()
    assert page.said == [BackWanted()]  # type: ignore[attr-defined]
    assert fragments.was_enough(session.id)
    assert not fragments.was_enough(session.id + 1)
    QTest.keyClicks(page.field, "warm behind the")
    assert not fragments.was_enough(session.id), "what a kill would leave half typed is shown again"
    page.enough.click()
    assert fragments.was_enough(session.id)
    place.journal.timeline.trash(session.id)
    place.journal.timeline.erase([session.id])
    assert not fragments.was_enough(session.id)


def test_nothing_is_needed(page: CapturePage, place: Place, session: KapSession) -> None:
    for _turn in range(6):
        QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert place.journal.fragments.of_session(session.id) == ()
    assert page.question.text() == "A word?"


def test_something_else_leaves_the_words_in_the_field(page: CapturePage, place: Place) -> None:
    QTest.keyClicks(page.field, "enough")
    page.other.click()
    assert page.field.toPlainText() == "enough"
    draft = place.journal.fragments.draft()
    assert draft is not None
    assert draft.kind is FragmentKind.WORD


def test_one_key_leaves_it_and_loses_nothing(page: CapturePage, place: Place, session: KapSession) -> None:
    QTest.keyClicks(page.field, "warm behind the")
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.said == [BackWanted()]  # type: ignore[attr-defined]
    assert [f.text for f in place.journal.fragments.of_session(session.id)] == ["warm behind the"]


def test_support_is_one_step_away(page: CapturePage) -> None:
    page.support.click()
    assert page.said == [ShowPage("support")]  # type: ignore[attr-defined]


def test_what_was_half_typed_stands_in_the_field_again(
    page: CapturePage, place: Place, session: KapSession
) -> None:
    page.kinds.show_kind(FragmentKind.BODY)
    QTest.keyClicks(page.field, "cold arms")
    again = CapturePage(place)
    again.open_for(session.id)
    assert again.field.toPlainText() == "cold arms"
    assert again.question.text() == "Something in the body?"
    again.deleteLater()


def test_what_cannot_be_kept_is_said_and_stays(
    page: CapturePage, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(place.journal.fragments, "hold", full)
    QTest.keyClicks(page.field, "a")
    assert page.hint.text().startswith("Not kept yet.")
    assert page.field.toPlainText() == "a"


KILLED = """
import sys, os, pathlib, datetime, signal
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from kapjournal.clock import FixedClock
from kapjournal.journal import Journal
from kapjournal.settings import SettingsStore
from kapjournal.ui.capture.page import CapturePage
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.shared.worker import Worker

app = QApplication([])
apply_theme(app, "gentle")
clock = FixedClock(datetime.datetime(2026, 10, 23, 9, 42, tzinfo=datetime.UTC))
journal = Journal.unlock(pathlib.Path(sys.argv[1]), sys.argv[2], clock)
page = CapturePage(Place(journal, clock, SettingsStore(pathlib.Path(sys.argv[1]).parent / "s.toml"), Worker()))
page.show()
page.open_for(int(sys.argv[3]))
QTest.keyClicks(page.field, "my grandmother, young")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such kill here")
def test_a_kill_in_the_middle_of_a_fragment_loses_no_letter(
    journal: Journal, clock: FixedClock, passphrase: str
) -> None:
    moment = moment_at(clock.now() - timedelta(hours=2))
    session = journal.kap_sessions.keep(KapSession(moment=moment, kind=SessionKind.DOSING))
    folder = journal.folder
    journal.close()
    with Popen(
        [sys.executable, "-c", KILLED, str(folder), passphrase, str(session.id)], stderr=PIPE
    ) as writing:
        said = writing.communicate()[1]
    assert writing.returncode == -9, said
    again = Journal.unlock(folder, passphrase, clock)
    draft = again.fragments.draft()
    assert draft is not None
    assert draft.text == "my grandmother, young"
    kept = again.fragments.seal_left()
    assert kept is not None
    assert [f.text for f in again.fragments.of_session(session.id)] == ["my grandmother, young"]
    assert again.fragments.draft() is None
    again.close()
