from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import MeasureValue
from kapjournal.domain.moment import Moment, moment_at
from kapjournal.domain.practice import Practice, PracticeDay, Spell
from kapjournal.domain.reflection import Fragment, FragmentKind, Reflection
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal
from kapjournal.ui.journal.calendar import CalendarPopup, day_states
from kapjournal.ui.journal.page import JournalPage
from kapjournal.ui.shared import clipboard
from kapjournal.ui.shared.chips import Chip
from kapjournal.ui.shared.event_dialog import EventDialog
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import (
    CheckInWanted,
    PracticeWanted,
    ReflectionWanted,
    Said,
    SessionWanted,
    ShowPage,
)
from tests.ui.clicking import double_click

NOW = datetime(2026, 10, 23, 9, 42)


class Sample:
    """One entry of each kind, and two reflections."""

    def __init__(self, journal: Journal, now: datetime) -> None:
        self.now = now
        self.session = journal.kap_sessions.keep(
            KapSession(
                moment=self.at(3),
                kind=SessionKind.DOSING,
                status=SessionStatus.HELD,
                intention="let the water be",
            )
        )
        self.fragment = journal.fragments.keep(
            Fragment(
                moment=self.at(3, 1), kind=FragmentKind.IMAGE, text="a lid", kap_session_id=self.session.id
            )
        )
        self.house = journal.reflections.keep(
            Reflection(
                moment=self.at(1),
                title="The house",
                text="**Water** came in slowly, like café au lait.",
                tags=("home",),
                kap_session_id=self.session.id,
            )
        )
        self.lake = journal.reflections.keep(
            Reflection(moment=self.at(20), title="The lake", text="Cold", to_share=True)
        )
        self.check_in = journal.check_ins.keep(
            CheckIn(
                moment=self.at(0, 1),
                values=(MeasureValue("mood", 6.0), MeasureValue("anxiety", 4.0)),
                feelings=("tender",),
            )
        )
        self.event = journal.events.keep(
            Event(moment=self.at(5), kind=EventKind.MEDICINE_CHANGE, text="a tablet less")
        )

    def at(self, days: int, hours: int = 0) -> Moment:
        return moment_at(self.now - timedelta(days=days, hours=hours))


@pytest.fixture
def sample(journal: Journal, place: Place) -> Sample:
    return Sample(journal, place.clock.now())


@pytest.fixture
def page(place: Place, sample: Sample) -> Iterator[JournalPage]:
    made = JournalPage(place)
    made.resize(1280, 800)
    made.show()
    made.reload()
    yield made
    made.deleteLater()


def wishes(page: JournalPage) -> list[object]:
    heard: list[object] = []
    page.requested.connect(heard.append)
    return heard


def ids(page: JournalPage) -> list[int]:
    return [item.id for item in page.list.model.items()]


def test_all_of_it_newest_first_under_its_days(page: JournalPage, sample: Sample) -> None:
    wanted = [sample.check_in, sample.house, sample.session, sample.fragment, sample.event, sample.lake]
    assert ids(page) == [entry.id for entry in wanted]
    rows = [page.list.model.row_at(page.list.model.index(place, 0)) for place in range(3)]
    assert rows[0] == date(2026, 10, 23)
    assert rows[2] == date(2026, 10, 22)
    assert page.list.count.text() == "6 entries, newest first"
    assert page.pane.entry == sample.check_in


def test_days_can_be_read_and_not_chosen(page: JournalPage) -> None:
    day = page.list.model.index(0, 0)
    assert day.data(Qt.ItemDataRole.AccessibleTextRole) == "Today"
    assert page.list.model.flags(day) == Qt.ItemFlag.NoItemFlags
    page.list.view.setFocus()
    QTest.keyClick(page.list.view, Qt.Key.Key_Down)
    assert page.list.chosen_id == page.pane.entry.id if page.pane.entry else None
    assert page.list.view.currentIndex().row() == 3


def test_arrows_move_and_enter_goes_to_the_entry(page: JournalPage, sample: Sample) -> None:
    page.activateWindow()
    QApplication.processEvents()
    page.list.view.setFocus()
    QTest.keyClick(page.list.view, Qt.Key.Key_Down)
    assert page.pane.entry == sample.house
    QTest.keyClick(page.list.view, Qt.Key.Key_Return)
    assert page.focusWidget() is page.pane.reader


def test_search_finds_beginnings_with_accents_folded(page: JournalPage, sample: Sample) -> None:
    page.list.search.setText("CAFE")
    assert ids(page) == [sample.house.id]
    assert page.list.count.text() == "1 entry with “CAFE”, newest first"
    assert page.pane.entry == sample.house
    page.list.search.setText("wat")
    assert ids(page) == [sample.house.id, sample.session.id]
    item = page.list.model.items()[0]
    assert [item.preview.text[a:b] for a, b in item.preview.hits] == ["Water"]


def test_hits_are_marked_in_the_entry_too(page: JournalPage) -> None:
    from kapjournal.ui.journal.reflection_view import ReflectionView

    page.list.search.setText("wat")
    assert isinstance(page.pane.view, ReflectionView)
    assert page.pane.view.text.hit_count() == 1


def test_nothing_found_says_so_and_the_way_back(page: JournalPage) -> None:
    page.list.search.setText("lantern")
    assert ids(page) == []
    assert page.list.empty.isVisibleTo(page)
    assert page.list.empty._line.text() == "Nothing with “lantern”"
    assert page.pane.entry is None
    page.list.empty.button.click()
    assert len(ids(page)) == 6
    assert page.list.search.text() == ""


def test_an_empty_journal_offers_to_write(place: Place) -> None:
    page = JournalPage(place)
    page.reload()
    heard = wishes(page)
    page.list._first.button.click()
    assert heard == [ReflectionWanted()]


def test_filters(page: JournalPage, sample: Sample) -> None:
    filters = page.list.filters
    filters.choose_kind(Kind.REFLECTION)
    assert ids(page) == [sample.house.id, sample.lake.id]
    assert filters.kind.words == "Reflections"
    filters.kind.click()
    assert len(ids(page)) == 6
    filters.choose_tag("home")
    assert ids(page) == [sample.house.id]
    filters.tag.click()
    filters.choose_session(sample.session.id)
    assert set(ids(page)) == {sample.house.id, sample.session.id, sample.fragment.id}
    assert filters.session.words == "Session 1, 20 Oct"
    filters.session.click()
    filters.shared.click()
    assert ids(page) == [sample.lake.id]
    filters.shared.click()
    assert len(ids(page)) == 6


def test_a_tag_of_an_entry_filters(page: JournalPage, sample: Sample) -> None:
    page.pane.tag_requested.emit("home")
    assert ids(page) == [sample.house.id]


def test_delete_has_a_way_back_and_asks_nothing(page: JournalPage, sample: Sample, journal: Journal) -> None:
    heard = wishes(page)
    page.show_entry(sample.house.id)
    page.pane.tools.trash.click()
    assert sample.house.id not in ids(page)
    assert page.pane.entry is not None
    said = heard[-1]
    assert isinstance(said, Said)
    assert said.text == "“The house” is in the trash"
    assert said.undo is not None
    said.undo()
    assert sample.house.id in ids(page)
    assert page.pane.entry == journal.reflections.get(sample.house.id)
    assert journal.reflections.get(sample.house.id).trashed is None


def test_what_is_put_away_is_the_row_that_was_marked_last(
    page: JournalPage, sample: Sample, journal: Journal
) -> None:
    page.show_entry(sample.lake.id)
    marked = page.list.model.index_of(sample.house.id)
    page.list.view.selectionModel().select(marked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    page.pane.tools.trash.click()
    assert journal.reflections.get(sample.house.id).trashed is not None
    assert journal.reflections.get(sample.lake.id).trashed is None


def test_a_double_click_and_a_held_key_put_away_one_entry(
    page: JournalPage, sample: Sample, journal: Journal
) -> None:
    page.show_entry(sample.house.id)
    trash = page.pane.tools.trash
    double_click(trash)
    assert len(journal.timeline.in_trash()) == 1
    page.activateWindow()
    QApplication.processEvents()
    page.list.view.setFocus()
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(page.list.view, held)
    assert len(journal.timeline.in_trash()) == 1
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert len(journal.timeline.in_trash()) == 2


def test_the_row_that_the_keys_come_to_is_shown(page: JournalPage, sample: Sample) -> None:
    page.show_entry(sample.lake.id)
    page.list.show_entry(-1, date(2026, 10, 21))
    assert page.pane.entry is None
    page.list.focus_list()
    assert page.list.chosen_id is not None
    assert page.pane.entry is not None
    assert page.pane.entry.id == page.list.chosen_id


def test_the_way_back_holds_after_other_changes(page: JournalPage, sample: Sample, journal: Journal) -> None:
    heard = wishes(page)
    page.show_entry(sample.house.id)
    page.move_to_trash()
    journal.timeline.mark_to_share(sample.house.id, True)
    said = heard[-1]
    assert isinstance(said, Said)
    assert said.undo is not None
    said.undo()
    assert journal.reflections.get(sample.house.id).trashed is None


def test_the_trash_is_a_page_of_its_own(page: JournalPage) -> None:
    heard = wishes(page)
    page.list.filters.trash_requested.emit()
    assert heard == [ShowPage("trash")]


def test_a_trashed_entry_is_shown_in_the_trash(page: JournalPage, sample: Sample, journal: Journal) -> None:
    journal.timeline.trash(sample.house.id)
    heard = wishes(page)
    page.show_entry(sample.house.id)
    assert heard == [ShowPage("trash")]


def test_mark_to_share(page: JournalPage, sample: Sample, journal: Journal) -> None:
    page.show_entry(sample.house.id)
    page.pane.tools.share.click()
    assert journal.reflections.get(sample.house.id).to_share
    assert page.list.chosen_id == sample.house.id
    page.pane.tools.share.click()
    assert not journal.reflections.get(sample.house.id).to_share


def test_edit_asks_for_the_right_place(page: JournalPage, sample: Sample) -> None:
    heard = wishes(page)
    for entry in (sample.check_in, sample.house, sample.session):
        page.show_entry(entry.id)
        page.pane.tools.edit.click()
    assert heard == [
        CheckInWanted(check_in_id=sample.check_in.id),
        ReflectionWanted(reflection_id=sample.house.id),
        SessionWanted(sample.session.id),
    ]


def test_a_fragment_shows_the_tags_that_it_has(page: JournalPage, sample: Sample, journal: Journal) -> None:
    journal.fragments.keep(replace(sample.fragment, tags=("water",)))
    page.show_entry(sample.fragment.id)
    chip = next(c for c in page.pane.findChildren(Chip) if c.words == "water")
    chip.click()
    assert page.list.filter.tag == "water"
    assert ids(page) == [sample.fragment.id]


def test_a_fragment_is_never_edited(page: JournalPage, sample: Sample) -> None:
    heard = wishes(page)
    page.show_entry(sample.fragment.id)
    assert not page.pane.tools.edit.isVisibleTo(page)
    page.edit()
    assert heard == []


def test_an_event_is_edited_and_noted(page: JournalPage, sample: Sample, journal: Journal) -> None:
    page.show_entry(sample.event.id)
    page.edit()
    dialog = page.window().findChild(EventDialog)
    assert dialog is not None
    dialog.text.setPlainText("two tablets less")
    dialog.keep_button.click()
    assert journal.events.get(sample.event.id).text == "two tablets less"
    assert journal.events.get(sample.event.id).moment == sample.event.moment
    page._keep_event(Event(moment=sample.at(2), kind=EventKind.TRAVEL, text="to the sea"))
    assert page.pane.entry is not None
    assert page.pane.entry.moment == sample.at(2)


def test_an_event_needs_words(page: JournalPage, journal: Journal) -> None:
    page.note_event()
    dialog = page.window().findChild(EventDialog)
    assert dialog is not None
    before = journal.timeline.count()
    dialog.keep_button.click()
    assert journal.timeline.count() == before
    assert not dialog.isHidden()


def test_the_list_is_read_page_by_page(place: Place, journal: Journal) -> None:
    now = place.clock.now()
    for hour in range(150):
        journal.check_ins.keep(
            CheckIn(moment=moment_at(now - timedelta(hours=7 * hour)), values=(MeasureValue("mood", 5.0),))
        )
    page = JournalPage(place)
    page.reload()
    model = page.list.model
    assert len(model.items()) == 60
    assert model.total == 150
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    found = ids(page)
    assert len(found) == len(set(found)) == 150
    days = [
        row
        for row in (model.row_at(model.index(n, 0)) for n in range(model.rowCount()))
        if isinstance(row, date)
    ]
    assert days == sorted(set(days), reverse=True)


def test_a_reload_keeps_the_place(page: JournalPage, sample: Sample, journal: Journal) -> None:
    page.show_entry(sample.fragment.id)
    journal.check_ins.keep(CheckIn(moment=sample.at(0), values=(MeasureValue("mood", 3.0),)))
    page.reload()
    assert page.list.chosen_id == sample.fragment.id
    assert len(ids(page)) == 7


def test_a_day_is_gone_to_with_the_calendar(page: JournalPage, sample: Sample) -> None:
    page.show_day(date(2026, 10, 21))
    assert page.list.chosen_id == sample.session.id
    assert page.list.newest.isVisibleTo(page)
    page.list.newest.click()
    assert len(ids(page)) == 6


def test_planned_sessions_wait_above_today(page: JournalPage, sample: Sample, journal: Journal) -> None:
    journal.kap_sessions.keep(KapSession(moment=sample.at(-4), kind=SessionKind.DOSING))
    page.list.show_filter(TimelineFilter())
    assert page.list.chosen_id == sample.check_in.id


def test_the_calendar_knows_moods_and_dosing_days(journal: Journal, sample: Sample) -> None:
    today = date(2026, 10, 23)
    states = {state.day: state for state in day_states(journal, date(2026, 9, 28), today, today)}
    assert len(states) == 42
    assert states[date(2026, 10, 23)].mood == 6.0
    assert states[date(2026, 10, 23)].is_today
    assert states[date(2026, 10, 20)].dosing
    assert not states[date(2026, 10, 20)].planned
    assert not states[date(2026, 10, 19)].has_entries
    assert not states[date(2026, 9, 30)].in_month


def test_the_calendar_by_keys(page: JournalPage, journal: Journal) -> None:
    popup = CalendarPopup(journal, date(2026, 10, 31), date(2026, 10, 23), page)
    chosen: list[object] = []
    popup.day_chosen.connect(chosen.append)
    QTest.keyClick(popup, Qt.Key.Key_PageUp)
    QTest.keyClick(popup, Qt.Key.Key_Up)
    QTest.keyClick(popup, Qt.Key.Key_Left)
    here = next(button for button in popup.days if button.focusPolicy() == Qt.FocusPolicy.StrongFocus)
    assert here.accessibleName().startswith("Tuesday, 22 September")
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert chosen == [date(2026, 9, 22)]


def test_what_is_copied_leaves_the_clipboard(page: JournalPage, sample: Sample) -> None:
    page.show_entry(sample.house.id)
    page.copy_text()
    copied = QGuiApplication.clipboard().text()
    assert "Water came in slowly" in copied
    assert "**" not in copied
    timer = clipboard.copy_for_a_minute("words")
    assert timer.interval() == 60_000
    timer.timeout.emit()
    assert QGuiApplication.clipboard().text() == ""
    timer = clipboard.copy_for_a_minute("words")
    QGuiApplication.clipboard().setText("something else")
    timer.timeout.emit()
    assert QGuiApplication.clipboard().text() == "something else"


def test_list_then_entry_where_there_is_little_room(page: JournalPage) -> None:
    page.arrange("narrow")
    assert page.list.isVisibleTo(page)
    assert not page.pane.isVisibleTo(page)
    page.list.opened.emit()
    assert not page.list.isVisibleTo(page)
    assert page.pane.isVisibleTo(page)
    page.pane.tools.back.click()
    assert page.list.isVisibleTo(page)


@pytest.mark.parametrize("name", ["check_in", "house", "lake", "session", "fragment", "event"])
def test_every_kind_is_shown_with_every_control_named(page: JournalPage, sample: Sample, name: str) -> None:
    entry = getattr(sample, name)
    page.show_entry(entry.id)
    assert page.pane.entry == entry
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit)
    for kind in kinds:
        for widget in page.findChildren(kind):
            assert widget.accessibleName(), widget


def test_a_check_in_without_a_note_says_what_was_measured(page: JournalPage, sample: Sample) -> None:
    item = page.list.model.items()[0]
    assert page.list.model.description(item) == "anxiety 4 · tender"


def test_an_entry_that_is_gone_shows_the_list(page: JournalPage) -> None:
    page.show_entry(999)
    assert len(ids(page)) == 6


def test_an_entry_is_starred_by_its_name_or_first_words(page: JournalPage, sample: Sample) -> None:
    page.show_entry(sample.house.id)
    page.pane.tools.star.click()
    page.show_entry(sample.session.id)
    page.activateWindow()
    QApplication.processEvents()
    page.pane.reader.setFocus()
    QTest.keyClick(page.pane.reader, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    journal = page.place.journal
    assert journal.shares.talking_points().lines() == (
        ("The house", sample.house.id),
        ("let the water be", sample.session.id),
    )
    page.show_entry(sample.house.id)
    assert page.pane.tools.star.isChecked()
    page.show_entry(sample.lake.id)
    assert not page.pane.tools.star.isChecked()


def test_practices_are_found_by_their_name_question_and_notes(page: JournalPage, place: Place) -> None:
    spell = (Spell(date(2026, 10, 1)),)
    practices = place.journal.practices
    outside = practices.keep(
        Practice(name="Ten minutes outside", spells=spell, question="What calls you out?")
    )
    breathing = practices.keep(Practice(name="Three slow breaths", spells=spell, ended=True))
    practices.note(PracticeDay(practice_id=breathing.id, day=date(2026, 10, 20), note="by the café window"))
    found = page.list.practices

    def names(text: str) -> list[str]:
        page.search(text)
        rows = found.findChildren(QAbstractButton)
        return [row.accessibleName() for row in rows if not row.isHidden()]

    page.search("")
    assert found.isHidden()
    assert names("minut") == ["Practice: Ten minutes outside"]
    assert names("calls outside") == ["Practice: Ten minutes outside"]
    assert names("cafe") == ["Practice: Three slow breaths"]
    assert names("inutes") == []
    assert found.isHidden()
    names("outs")
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    next(row for row in found.findChildren(QAbstractButton) if not row.isHidden()).click()
    assert wishes == [PracticeWanted(outside.id)]
