"""A page that is shown for the first time is loaded beside the window and made in steps between which it turns."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kapjournal.ui import window_inside
from kapjournal.ui.pages import PAGES, PageEntry
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.page import Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import ShowPage
from kapjournal.ui.window_inside import Inside
from tests.ui.waiting import wait_until

ENTRIES = tuple(entry for entry in PAGES if entry.name in ("today", "journal", "trends", "support"))


@pytest.fixture
def taken() -> list[str]:
    """What was done, in its order; '.' is a turn of the loop."""
    return []


@pytest.fixture
def inside(place: Place, taken: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Inside]:
    class Told(Page):
        def reload(self) -> None:
            taken.append(f"fill over {shown.now_shown}")

    def load(entry: PageEntry) -> None:
        main = threading.current_thread() is threading.main_thread()
        taken.append(f"load {entry.name} {'here' if main else 'beside'}")

    def make(entry: PageEntry, place: Place) -> Page:
        taken.append(f"make {entry.name}")
        return Told(place)

    monkeypatch.setattr(window_inside, "pages", lambda: ENTRIES)
    monkeypatch.setattr(PageEntry, "load", load)
    monkeypatch.setattr(PageEntry, "make", make)
    shown = Inside(place)
    shown.show_page("today")
    shown.show()
    QApplication.processEvents()
    taken.clear()
    yield shown
    place.worker.close()
    shown.deleteLater()


def test_the_loop_turns_between_the_steps_and_the_old_page_stands_until_the_last(
    inside: Inside, taken: list[str]
) -> None:
    turns = QTimer(inside)
    turns.timeout.connect(lambda: taken.append("."))
    turns.start(0)
    inside.go_to("trends")
    assert "make trends" not in taken, "not in the turn of the click"
    assert not inside._sidebar._buttons["trends"].isChecked(), "a name is lit once its page is shown"
    wait_until(lambda: inside.now_shown == "trends")
    turns.stop()
    steps = [step for step in taken if step != "."]
    assert steps == ["load trends beside", "load trends here", "make trends", "fill over today"]
    places = [taken.index(step) for step in steps]
    between = [taken[before:after] for before, after in pairwise(places)]
    assert all("." in turn for turn in between)


def test_a_key_on_the_way_meets_the_page_that_was_chosen(inside: Inside, taken: list[str]) -> None:
    inside.go_to("trends")
    QTest.keyPress(inside.windowHandle(), Qt.Key.Key_A)
    assert inside.now_shown == "trends"
    QApplication.processEvents()
    assert taken.count("fill over today") == 1, "no step is taken twice"


def test_so_does_a_wish(inside: Inside) -> None:
    inside.go_to("trends")
    inside.follow_wish(ShowPage("journal"))
    assert inside.now_shown == "journal"
    inside.back()
    assert inside.now_shown == "trends"


def test_who_chooses_another_on_the_way_is_led_there_alone(inside: Inside, taken: list[str]) -> None:
    inside.go_to("trends")
    inside.go_to("journal")
    wait_until(lambda: inside.now_shown == "journal")
    assert "make trends" not in taken


def test_nobody_waits_for_other_work_behind_the_window(
    inside: Inside, place: Place, taken: list[str]
) -> None:
    goes_on = threading.Event()
    place.worker.run(goes_on.wait)
    inside.go_to("trends")
    try:
        wait_until(lambda: inside.now_shown == "trends")
    finally:
        goes_on.set()
    assert [step for step in taken if step.startswith("load")] == ["load trends here"]


def test_of_names_that_are_passed_the_last_is_loaded_after_the_first(
    inside: Inside, place: Place, taken: list[str]
) -> None:
    for name in ("journal", "today", "trends"):
        inside._sidebar.approached.emit(name)
    wait_until(lambda: not place.worker.busy)
    assert taken == ["load journal beside", "load trends beside"]


def test_a_dialog_that_was_opened_on_the_way_stays_over_its_page(inside: Inside, taken: list[str]) -> None:
    inside.go_to("trends")
    dialog = Dialog("Asked meanwhile", inside)
    dialog.open()
    wait_until(lambda: "fill over today" in taken)
    QApplication.processEvents()
    QApplication.processEvents()
    assert inside.now_shown == "today"
    dialog.close_dialog()


def test_support_is_there_at_once(inside: Inside) -> None:
    inside.go_to("support")
    assert inside.now_shown == "support"


def test_on_the_way_to_be_locked_no_page_is_made(inside: Inside, taken: list[str]) -> None:
    inside.go_to("trends")
    inside.leave()
    wait_until(lambda: not inside.place.worker.busy)
    QApplication.processEvents()
    assert inside.now_shown == "today"
    assert "make trends" not in taken
