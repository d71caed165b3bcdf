"""The window: pages when they are wanted, wishes followed, changes shown, the journal locked when nobody is there."""

from collections.abc import Iterator
from importlib.util import find_spec

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QAccessible, QEnterEvent, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kapjournal.domain.backup import BackupReason
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.journal import Journal
from kapjournal.settings import SettingsStore
from kapjournal.ui import window_flow, window_inside, window_steps
from kapjournal.ui.find_action.finder import ActionFinder
from kapjournal.ui.pages import PAGES, PageEntry
from kapjournal.ui.reflection.page import ReflectionPage
from kapjournal.ui.sessions.page import SessionsPage
from kapjournal.ui.shared.accessibles import install_accessibles
from kapjournal.ui.shared.long_work import LongWork
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import BackWanted, LockWanted, ReflectionWanted, Said, ShowPage
from kapjournal.ui.window import Window
from kapjournal.ui.window_flow import Flow
from kapjournal.ui.window_idle import IdleWatch
from kapjournal.ui.window_inside import Inside
from tests.ui.waiting import wait_until


class FirstPage(Page):
    concerns = frozenset({Kind.CHECK_IN})

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.reloads = 0
        self.left = 0

    def reload(self) -> None:
        self.reloads += 1

    def leave(self) -> None:
        self.left += 1


class SecondPage(FirstPage):
    concerns = frozenset({Kind.EVENT})


ENTRIES = (
    PageEntry("today", lambda: "Today", "today", __name__, "FirstPage"),
    PageEntry("journal", lambda: "Journal", "journal", __name__, "SecondPage"),
)


@pytest.fixture
def inside(place: Place, monkeypatch: pytest.MonkeyPatch) -> Iterator[Inside]:
    monkeypatch.setattr(window_inside, "pages", lambda: ENTRIES)
    made = {"FirstPage": FirstPage, "SecondPage": SecondPage}
    monkeypatch.setattr(PageEntry, "make", lambda self, place: made[self.class_name](place))
    shown = Inside(place)
    shown.resize(1280, 800)
    shown.show_page("today")
    yield shown
    shown.deleteLater()


def _keep_check_in(place: Place, by: str = "") -> None:
    moment = moment_at(place.clock.now())
    place.journal.check_ins.keep(CheckIn(moment=moment, values=(MeasureValue(MOOD, 6),)), by)


def test_pages_are_made_when_they_are_first_shown(inside: Inside) -> None:
    assert set(inside._pages) == {"today"}
    inside.show_page("journal")
    assert set(inside._pages) == {"today", "journal"}
    assert inside._pages["today"].left == 1


def test_a_page_that_is_not_there_is_passed_over(inside: Inside) -> None:
    assert inside.show_page("nowhere") is None
    assert inside.now_shown == "today"


def test_changes_reach_the_shown_page_at_once_and_the_others_later(inside: Inside, place: Place) -> None:
    today = inside._pages["today"]
    before = today.reloads
    _keep_check_in(place)
    assert today.reloads == before + 1
    inside.show_page("journal")
    _keep_check_in(place)
    assert today.reloads == before + 1
    inside.show_page("today")
    assert today.reloads == before + 2


def test_a_page_shows_its_own_changes_by_itself(inside: Inside, place: Place) -> None:
    before = inside._pages["today"].reloads
    _keep_check_in(place, by="today")
    assert inside._pages["today"].reloads == before


def test_wishes_are_followed(inside: Inside) -> None:
    locks: list[bool] = []
    inside.lock_wanted.connect(lambda: locks.append(True))
    page = inside._pages["today"]
    page.requested.emit(ShowPage("journal"))
    assert inside.now_shown == "journal"
    page.requested.emit(BackWanted())
    assert inside.now_shown == "today"
    page.requested.emit(Said("Kept, 09:42"))
    assert inside._toast.accessibleName() == "Kept, 09:42"
    page.requested.emit(LockWanted())
    assert locks == [True]


def test_undo_takes_back_the_last_change(inside: Inside, place: Place) -> None:
    _keep_check_in(place)
    inside.undo()
    assert place.journal.check_ins.latest() is None
    inside.undo()
    assert inside._toast.accessibleName() == "There is nothing to undo."


def test_redo_does_it_again_and_both_are_named(inside: Inside, place: Place) -> None:
    _keep_check_in(place)
    names = [action.name for action in inside.actions_now()]
    assert "Undo: check-in added" in names
    inside.undo()
    assert inside._toast.accessibleName() == "Taken back: check-in added"
    assert "Do again: check-in added" in [action.name for action in inside.actions_now()]
    inside.redo()
    assert inside._toast.accessibleName() == "Done again: check-in added"
    assert place.journal.check_ins.latest() is not None
    inside.redo()
    assert inside._toast.accessibleName() == "There is nothing to do again."


def test_undo_and_redo_of_many_go_on_behind_the_window_and_can_be_stopped(
    inside: Inside, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_steps, "MANY", 1)
    _keep_check_in(place)
    count = place.journal.timeline.count
    with place.journal._book.database.holding():  # so that it cannot end before it is stopped
        inside.undo()
        inside.window().findChildren(LongWork)[-1].stop.click()
    wait_until(lambda: not place.worker.busy)
    assert inside._toast.accessibleName() == "It was stopped. Everything stays as it was."
    assert count() == 1
    inside.undo()
    wait_until(lambda: not place.worker.busy)
    assert (count(), inside._toast.accessibleName()) == (0, "Taken back: check-in added")
    inside.redo()
    wait_until(lambda: not place.worker.busy)
    assert (count(), inside._toast.accessibleName()) == (1, "Done again: check-in added")


def test_every_page_of_the_table_can_be_found() -> None:
    assert all(find_spec(entry.module) is not None for entry in PAGES)
    assert len({entry.name for entry in PAGES}) == len(PAGES)


def test_the_sidebar_becomes_a_rail_with_tooltips(inside: Inside) -> None:
    inside.resize(800, 700)
    inside.grab()
    button = inside._sidebar._buttons["today"]
    assert button.text() == ""
    assert button.toolTip().startswith("Today")
    inside.resize(1280, 800)
    inside.grab()
    assert button.text().strip() == "Today"


def test_finding_an_action_without_case_and_accents(inside: Inside) -> None:
    done: list[str] = []
    actions = [Action("New check-in", "add", lambda: done.append("new")), Action("Café", "add", lambda: None)]
    finder = ActionFinder(actions, inside)
    finder._find("CAFE")
    assert finder._list.count() == 1
    finder._find("nothing like it")
    assert finder._list.item(0).text() == "Nothing by that name."
    finder._run_current()
    assert done == []


def test_idle_locks_once_also_after_sleep(app: QApplication) -> None:
    window, locked = QWidget(), []
    seconds = [1000.0]
    watch = IdleWatch(window, lambda: locked.append(True), lambda: seconds[0])
    watch.set_minutes(5)
    seconds[0] += 299
    assert not watch.look()
    seconds[0] += 4000
    assert watch.look()
    assert not watch.look()
    assert locked == [True]


def test_a_clock_that_is_set_back_neither_unlocks_nor_waits_for_ever(app: QApplication) -> None:
    window, locked = QWidget(), []
    now = [10_000.0]
    watch = IdleWatch(window, lambda: locked.append(True), lambda: now[0])
    watch.set_minutes(5)
    now[0] -= 9_000
    assert not watch.look()
    now[0] += 301
    assert watch.look()
    now[0] -= 9_000
    watch.look()
    assert locked == [True]


def test_what_is_being_written_is_kept_before_the_lock(
    place: Place, settings: SettingsStore, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    monkeypatch.setattr(window_flow, "begin_anew", begun.append)
    window = Window(app, settings)
    flow = Flow(window, settings, place.journal.folder, place.clock)
    flow._opened(place.journal)
    assert flow._inside is not None
    flow._inside.follow_wish(ReflectionWanted())
    page = flow._inside._pages["reflection"]
    assert isinstance(page, ReflectionPage)
    page.column.text.insert_words("half a sentence about the harbour")
    page.column.text.insert_words(" and more")
    assert window.windowTitle() == "Kap Journal"
    folder, clock = place.journal.folder, place.clock
    flow.lock()
    assert begun == [folder]
    reopened = Journal.unlock(folder, "a calm and quiet harbour", clock)
    try:
        (kept,) = reopened.reflections.left_open()
        assert kept.text == "half a sentence about the harbour and more"
        assert [backup.reason for backup in reopened.backups.all()] == [BackupReason.LOCK]
    finally:
        reopened.close()
        shiboken6.delete(window)


def test_the_field_that_is_typed_in_is_kept_with_its_page(place: Place) -> None:
    inside = Inside(place)
    page = inside.show_page("sessions")
    assert isinstance(page, SessionsPage)
    page.show_course()
    medicines = page.course_pane.medicines
    medicines.add.click()
    name, _as_told = medicines.rows[-1]
    inside.show()
    name.setFocus()
    QTest.keyClicks(name, "Sertraline")
    inside.leave()
    (course,) = place.journal.courses.all()
    assert [medicine.name for medicine in course.medicines] == ["Sertraline"]


def test_idle_never_locks_when_told_so(app: QApplication) -> None:
    window, locked = QWidget(), []
    seconds = [0.0]
    watch = IdleWatch(window, lambda: locked.append(True), lambda: seconds[0])
    watch.set_minutes(0)
    seconds[0] += 1e6
    watch.look()
    assert locked == []


def test_a_new_day_fills_the_pages_again(inside: Inside, place: Place) -> None:
    today = inside._pages["today"]
    before = today.reloads
    inside._day = inside._day.replace(day=1)
    inside.show_page("journal")
    inside.show_page("today")
    assert today.reloads == before + 1


def test_a_reader_hears_of_a_button_which_page_is_shown_and_may_press_it(inside: Inside) -> None:
    install_accessibles()
    told = {name: QAccessible.queryAccessibleInterface(b) for name, b in inside._sidebar._buttons.items()}
    assert {account.role() for account in told.values()} == {QAccessible.Role.Button}
    assert not any(account.state().checkable for account in told.values())
    for name in ("journal", "journal", "today"):
        journal = told[name].actionInterface()
        assert journal.actionNames() == [journal.pressAction(), journal.setFocusAction()]
        journal.doAction(journal.pressAction())
        wait_until(lambda name=name: inside.now_shown == name)
        shown = [own for own, one in told.items() if one.text(QAccessible.Text.Description) == "Shown now"]
        assert shown == [name]


def test_what_a_page_needs_is_loaded_once_somebody_goes_towards_its_name(
    inside: Inside, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(PageEntry, "load", lambda self: loaded.append(self.name))
    for name in ("today", "journal"):
        button = inside._sidebar._buttons[name]
        QApplication.sendEvent(button, QEnterEvent(QPointF(), QPointF(), QPointF()))
    while place.worker.busy:
        QApplication.processEvents()
    assert loaded == ["journal"]
    inside.show_page("journal")
    QApplication.sendEvent(inside._sidebar._buttons["journal"], QFocusEvent(QEvent.Type.FocusIn))
    assert not place.worker.busy
