"""Ctrl+K finds what every page always offers, from wherever one is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kapjournal.ui.find_action.finder import ActionFinder
from kapjournal.ui.page_parts import PAGE_PARTS
from kapjournal.ui.pages import PAGES
from kapjournal.ui.sessions.ask_dialogs import NewSessionDialog
from kapjournal.ui.settings.page import SettingsPage
from kapjournal.ui.shared.place import Place
from kapjournal.ui.window_inside import Inside

WITH_WHAT_IS_SHOWN = {
    "Search every word",  # found everywhere as "Search the journal"
    "Star this entry: to talk about",
    "Write about today’s question",
    "Make a practice of today’s question",
    "Another question",
    "I looked the plan over today",
    "Add: Dosing session",  # found everywhere as "Add a session"
    "Add: Integration session",
    "Add: Preparation session",
    "Add: an event",
}


@pytest.fixture
def inside(app: QApplication, place: Place) -> Iterator[Inside]:
    window = Inside(place)
    window.resize(1280, 800)
    window.show()
    window.show_page("today")
    yield window
    window.leave()


def test_the_names_are_those_of_the_pages_and_none_is_missing(inside: Inside) -> None:
    for entry in PAGES:
        if not entry.group:
            continue
        page = inside.show_page(entry.name)
        assert page is not None
        offered = {action.name for action in page.actions()}
        named = {name() for _icon, name in PAGE_PARTS.get(entry.name, ())}
        assert named == offered - WITH_WHAT_IS_SHOWN, entry.name


def test_a_section_of_settings_is_found_from_today(app: QApplication, inside: Inside) -> None:
    finder = ActionFinder(inside.actions_now(), inside)
    finder.open_finder()
    finder._find("reminders")
    assert finder._list.count() == 1
    finder._run_current()
    app.processEvents()
    app.processEvents()
    page = inside._pages[inside.now_shown]
    assert isinstance(page, SettingsPage)
    assert page._inner.verticalScrollBar().value() > 0
    lit = [button for button in page._names.buttons if button.isChecked()]
    assert [button.accessibleName() for button in lit] == ["Reminders"]


def test_a_session_is_asked_for_from_wherever_one_is(app: QApplication, inside: Inside) -> None:
    inside.show_page("share")
    (add,) = [action for action in inside.actions_now() if action.name.endswith("Add a session")]
    add.run()
    app.processEvents()
    app.processEvents()
    assert inside.now_shown == "sessions"
    assert [d for d in inside.findChildren(NewSessionDialog) if d.isVisible()]
