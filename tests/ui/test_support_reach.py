"""Support within one step from wherever someone is: pages, dialogs, before a journal is open, locked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kapjournal.clock import FixedClock
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Fragment, FragmentKind
from kapjournal.journal import Journal
from kapjournal.settings import SettingsStore
from kapjournal.ui.pages import PAGES
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import (
    CaptureWanted,
    CheckInWanted,
    LaterLooksWanted,
    LayOutWanted,
    OnlyPageWanted,
    ReflectionWanted,
    ScaleWanted,
)
from kapjournal.ui.unlock.support_view import LockedSupport
from kapjournal.ui.window import Window
from kapjournal.ui.window_flow import Flow
from kapjournal.ui.window_inside import Inside


@pytest.fixture
def session(journal: Journal, clock: FixedClock) -> KapSession:
    moment = moment_at(clock.now() - timedelta(hours=2))
    made = journal.kap_sessions.keep(
        KapSession(moment=moment, kind=SessionKind.DOSING, status=SessionStatus.HELD, duration_min=60)
    )
    journal.fragments.keep(
        Fragment(moment=moment, kind=FragmentKind.IMAGE, text="a lake", kap_session_id=made.id)
    )
    return made


@pytest.fixture
def inside(place: Place) -> Iterator[Inside]:
    shown = Inside(place)
    shown.resize(1280, 800)
    shown.show()
    shown.show_page("today")
    yield shown
    place.worker.close()


def ways(widget: QWidget) -> list[QAbstractButton]:
    """The buttons that are named Support and can be pressed now."""
    QApplication.processEvents()
    return [
        button
        for button in widget.findChildren(QAbstractButton)
        if button.accessibleName() == "Support" and button.isVisibleTo(widget) and button.isEnabled()
    ]


def goes_there(inside: Inside) -> None:
    (way,) = ways(inside)
    way.click()
    assert inside.now_shown == "support"


@pytest.mark.parametrize(
    "name",
    [entry.name for entry in PAGES if entry.name not in ("support", "capture", "lay_out", "later_looks")],
)
def test_from_every_page(inside: Inside, name: str) -> None:
    inside.show_page(name)
    assert inside.now_shown == name
    goes_there(inside)


def test_from_the_pages_of_a_session(inside: Inside, session: KapSession) -> None:
    for wish in (CaptureWanted(session.id), LayOutWanted(session.id), LaterLooksWanted(session.id)):
        inside.follow_wish(wish)
        assert inside.now_shown in ("capture", "lay_out", "later_looks")
        goes_there(inside)


def test_while_a_scale_is_filled_in_and_while_only_the_page_is_shown(inside: Inside) -> None:
    inside.follow_wish(ScaleWanted(instrument="phq9"))
    goes_there(inside)
    inside.follow_wish(ReflectionWanted())
    inside.follow_wish(OnlyPageWanted(True))
    goes_there(inside)


def test_from_a_dialog_which_keeps_what_was_given(inside: Inside, journal: Journal) -> None:
    inside.follow_wish(CheckInWanted(mood=3))
    (dialog,) = (d for d in inside.findChildren(Dialog) if d.isVisible())
    over = [way for way in ways(inside) if dialog.isAncestorOf(way)]
    assert len(over) == 1
    over[0].click()
    assert inside.now_shown == "support"
    assert dialog.isHidden()
    latest = journal.check_ins.latest()
    assert latest is not None
    assert latest.mood == 3
    inside.find_action()
    (finder,) = (d for d in inside.findChildren(Dialog) if d.isVisible())
    assert [way for way in ways(inside) if finder.isAncestorOf(way)]


def test_before_there_is_a_journal_and_while_it_is_locked(
    app: QApplication, settings: SettingsStore, journal: Journal, clock: FixedClock, tmp_path: Path
) -> None:
    for folder in (tmp_path / "nothing yet", journal.folder):
        window = Window(app, settings)
        flow = Flow(window, settings, folder, clock)
        flow.begin()
        window.show()
        (way,) = ways(window)
        way.setFocus()
        way.click()
        QApplication.processEvents()
        assert window.findChildren(LockedSupport)
        window.uncover()
        assert window.focusWidget() is way, "the keys are where they were"
        window._support_key()
        assert window.findChildren(LockedSupport), "and by its key"
        flow.end()
