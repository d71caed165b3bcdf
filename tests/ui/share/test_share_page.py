from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import delete

from kapjournal.clock import FixedClock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event as JournalEvent
from kapjournal.domain.event import EventKind
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.share import Part, ShareForm, SummaryChoice
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal
from kapjournal.ui.share import page as share_page
from kapjournal.ui.share.entries_part import entry_name
from kapjournal.ui.share.page import SharePage
from kapjournal.ui.share.saving import saved
from kapjournal.ui.share.strike_line import StrikeLine
from kapjournal.ui.shared.breakpoints import WIDE
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.shared.wishes import Said
from tests.ui.clicking import double_click
from tests.ui.waiting import wait_until


@pytest.fixture
def page(place: Place) -> Iterator[SharePage]:
    now = place.clock.now()
    for days_ago in range(20):
        moment = moment_at(now - timedelta(days=days_ago, hours=1))
        place.journal.check_ins.keep(CheckIn(moment=moment, values=(MeasureValue(MOOD, 5.0),)))
    for title in ("Forgiven", "The lake"):
        place.journal.reflections.keep(
            Reflection(moment=moment_at(now), title=title, text="The water was dark.")
        )
    parts = tuple(part for part in Part if part not in (Part.FURTHER, Part.SESSION_DETAILS, Part.TAGS))
    place.journal.shares.keep_choice(SummaryChoice(parts=parts))
    made = SharePage(place)
    made.resize(1072, 800)
    made.show()
    made.reload()
    wait_until(lambda: shown(made) == 1)
    yield made
    wait_until(lambda: not place.worker.busy)
    made.close()


def shown(page: SharePage) -> int:
    return page.preview.sheet.accessibleName().endswith(
        "of 1"
    ) + 2 * page.preview.sheet.accessibleName().endswith("of 2")


def test_a_reader_hears_of_the_scales_what_is_seen(page: SharePage) -> None:
    tick = page.builder.parts.ticks[Part.SCALES]
    page.builder.parts.name_scales("PHQ-9, GAD-7", has_safety_item=True)
    assert (tick.text(), tick.accessibleName()) == ("PHQ-9, GAD-7", "PHQ-9, GAD-7")


def test_nothing_is_ticked_by_itself(page: SharePage) -> None:
    assert [row.tick.isChecked() for row in page.builder.entries.rows] == [False, False]
    assert "The water" not in page.preview.sheet.accessibleDescription()


def test_a_tick_brings_the_entry_onto_a_page_and_is_remembered(page: SharePage, place: Place) -> None:
    QTest.mouseClick(page.builder.entries.rows[0].tick, Qt.MouseButton.LeftButton)
    wait_until(lambda: shown(page) == 2)
    page.preview.turn(1)
    assert "The water was dark." in page.preview.sheet.accessibleDescription()
    assert len(place.journal.shares.choice().entry_ids) == 1


def test_a_page_is_drawn_once_it_is_turned_to_and_says_what_it_says_at_once(page: SharePage) -> None:
    page.builder.entries.rows[0].tick.click()
    wait_until(lambda: shown(page) == 2)
    pages, sheet = page.preview.pages, page.preview.sheet
    assert pages is not None
    assert (pages.image(0) is None, pages.image(1) is None) == (False, True)
    page.preview.turn(1)
    assert sheet._image.isNull()
    assert "The water was dark." in sheet.accessibleDescription()
    assert sheet.boxes == pages.boxes(1) != ()
    wait_until(lambda: not sheet._image.isNull())
    page.builder.entries.rows[1].tick.click()
    wait_until(lambda: page.preview.pages is not pages)
    assert not sheet._image.isNull()
    assert page.preview.pages is not None
    assert page.preview.pages.image(0) is None


def test_an_event_is_ticked_in_a_list_of_its_own_and_is_a_mark_on_the_chart(
    page: SharePage, place: Place
) -> None:
    assert not page.builder.events.isVisibleTo(page)
    moment = moment_at(place.clock.now() - timedelta(days=2))
    kept = place.journal.events.keep(JournalEvent(moment=moment, kind=EventKind.MEDICINE_CHANGE, text="Less"))
    page.reload()
    assert page.builder.events.isVisibleTo(page)
    assert len(page.builder.entries.rows) == 2
    page.builder.events.rows[0].tick.click()
    page.builder.entries.rows[0].tick.click()
    page.builder.tags.click()
    wait_until(lambda: shown(page) == 2)
    choice = place.journal.shares.choice()
    assert kept.id in choice.entry_ids
    assert len(choice.entry_ids) == 2
    assert Part.TAGS in choice.parts
    wait_until(lambda: not place.worker.busy)
    with QSignalBlocker(page.builder.tags):
        page.builder.tags.setChecked(False)
    page.reload()
    assert page.builder.tags.isChecked()
    assert page.builder.events.rows[0].tick.isChecked()
    assert page.builder.choice == choice


def test_the_keys_turn_the_page(page: SharePage) -> None:
    page.builder.entries.rows[0].tick.click()
    wait_until(lambda: shown(page) == 2)
    QTest.keyClick(page.preview.sheet, Qt.Key.Key_PageDown)
    assert page.preview.page == 1
    QTest.keyClick(page.preview.sheet, Qt.Key.Key_Left)
    assert page.preview.page == 0


def test_a_part_can_be_left_out(page: SharePage, place: Place) -> None:
    page.builder.parts.ticks[Part.MEASURES].click()
    wait_until(lambda: "5 of 10" not in page.preview.sheet.accessibleDescription())
    assert Part.MEASURES not in place.journal.shares.choice().parts
    page.leave()


def test_what_to_talk_about_is_kept_when_the_page_is_left(page: SharePage, place: Place) -> None:
    QTest.keyClicks(page.builder.talking.fields[0], "Telling my sister")
    page.leave()
    assert place.journal.shares.choice().talking_points == ("Telling my sister",)


def test_saving_writes_the_file_and_records_it(
    page: SharePage, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "for my therapist.pdf"
    monkeypatch.setattr(share_page, "ask_where", lambda _parent, _name, _form: target)
    said: list[object] = []
    page.requested.connect(said.append)
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    wait_until(lambda: bool(said))
    assert target.read_bytes().startswith(b"%PDF")
    (share,) = place.journal.shares.all()
    assert share.form == "pdf"
    assert isinstance(said[0], Said)
    assert "for my therapist.pdf" in said[0].text
    assert page.builder.before.isVisibleTo(page.builder)


def test_a_folder_that_is_gone_is_said_and_nothing_is_recorded(
    page: SharePage, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_page, "ask_where", lambda _parent, _name, _form: tmp_path / "gone" / "x.pdf")
    said: list[object] = []
    page.requested.connect(said.append)
    page.save.click()
    wait_until(lambda: bool(said))
    assert not place.journal.shares.all()
    assert page.save.isEnabled()


def test_letting_the_dialog_be_saves_nothing(
    page: SharePage, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_page, "ask_where", lambda _parent, _name, _form: None)
    page.save.click()
    assert page.save.isEnabled()
    assert not place.journal.shares.all()


def test_in_a_narrow_window_pages_and_choice_take_turns(page: SharePage) -> None:
    page.resize(700, 800)
    assert page.builder.isVisibleTo(page)
    assert not page.preview.isVisibleTo(page)
    page.bar.see_pages.click()
    assert page.preview.isVisibleTo(page)
    assert not page.builder.isVisibleTo(page)
    page.preview.back.click()
    assert page.builder.isVisibleTo(page)


def test_everything_that_can_be_used_has_a_name(page: SharePage) -> None:
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit):
        for widget in page.findChildren(kind):
            if widget.isVisibleTo(page) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName(), widget


def line_of(page: SharePage, key: str) -> StrikeLine:
    (line,) = [line for line in page.preview.sheet.lines if line.box.key == key]
    return line


def test_a_line_is_struck_by_the_mouse_and_put_back(page: SharePage, place: Place) -> None:
    sheet = page.preview.sheet
    assert "Mood: 5 of 10" in sheet.accessibleDescription()
    mood = line_of(page, "glance:mood")
    assert sheet.childAt(mood.geometry().center()) is mood
    QTest.mouseClick(mood, Qt.MouseButton.LeftButton)
    wait_until(lambda: "Mood: 5 of 10" not in sheet.accessibleDescription())
    assert place.journal.shares.choice().struck == ("glance:mood",)
    wait_until(lambda: "glance:mood" in page.builder.struck.buttons)
    page.builder.struck.buttons["glance:mood"].click()
    wait_until(lambda: "Mood: 5 of 10" in sheet.accessibleDescription())
    assert place.journal.shares.choice().struck == ()


def test_a_line_is_struck_by_the_keys_which_stay_where_they_were(page: SharePage, place: Place) -> None:
    sheet = page.preview.sheet
    page.activateWindow()
    QApplication.processEvents()
    sheet.setFocus()
    for _box in sheet.boxes:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        if sheet.current == "chart:mood":
            break
    assert QApplication.focusWidget().accessibleName() == "Strike out: Chart: Mood"
    assert [line for line in sheet.lines if line.focusPolicy() != Qt.FocusPolicy.NoFocus] == [
        QApplication.focusWidget()
    ]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert place.journal.shares.choice().struck == ("chart:mood",)
    wait_until(lambda: all(box.key != "chart:mood" for box in sheet.boxes))
    assert sheet.current
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    for _box in sheet.boxes:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is sheet


def test_a_double_click_and_a_held_key_strike_one_line(page: SharePage, place: Place) -> None:
    mood = line_of(page, "glance:mood")
    double_click(mood)
    assert place.journal.shares.choice().struck == ("glance:mood",)
    chart = line_of(page, "chart:mood")
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(chart, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Delete, none, "", True))
    assert place.journal.shares.choice().struck == ("glance:mood",)


def test_every_line_has_a_name_for_a_reader(page: SharePage) -> None:
    names = [line.accessibleName() for line in page.preview.sheet.lines]
    assert len(names) == 2
    assert all(name.startswith("Strike out: ") and len(name) > len("Strike out: ") for name in names)


def test_each_form_is_saved_from_the_bar(
    page: SharePage, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_page, "ask_where", lambda _parent, _name, form: tmp_path / f"it.{form.value}")
    for count, form in enumerate((ShareForm.HTML, *page.bar.entries), start=1):
        if form is ShareForm.HTML:
            page.bar.web_page.click()
        else:
            page.bar.entries[form].trigger()
        wait_until(lambda count=count: len(place.journal.shares.all()) == count)  # type: ignore[misc]
        share = place.journal.shares.all()[0]
        assert share.form == form.value
        written = (tmp_path / f"it.{form.value}").read_bytes()
        assert share.sha256 == hashlib.sha256(written).hexdigest()
    assert page.bar.show_file.isVisibleTo(page)


def test_without_a_printer_the_way_round_is_said(page: SharePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_page, "can_print", lambda: False)
    said: list[object] = []
    page.requested.connect(said.append)
    page.bar.print.click()
    (told,) = said
    assert isinstance(told, Said)
    assert "Save as PDF and print from there" in told.text


def test_what_was_shared_is_shown_again(
    page: SharePage, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_page, "ask_where", lambda _parent, _name, _form: tmp_path / "x.pdf")
    page.save.click()
    wait_until(lambda: bool(place.journal.shares.all()))
    (share,) = place.journal.shares.all()
    page.builder.before.wanted.emit(share)
    wait_until(lambda: not place.worker.busy)
    assert "As you shared it on" in page.preview.told.text()
    assert not page.preview.sheet.boxes
    page.preview.now.click()
    assert "As you shared it on" in page.preview.told.text()
    assert not page.bar.isEnabled(), "what is saved is what is shown, and that is still the other one"
    wait_until(lambda: bool(page.preview.sheet.boxes))
    assert page.bar.isEnabled()
    assert not page.preview.told.isVisibleTo(page)
    page.preview.now.click()  # drawn anew, and overtaken
    page.builder.before.wanted.emit(share)
    page.preview.show_pages = lambda pages: drawn.append(bool(pages.lines))  # type: ignore[method-assign]
    drawn: list[bool] = []
    wait_until(lambda: not place.worker.busy)
    assert drawn == [False], "pages of now are not shown as those of then"


def test_a_page_is_drawn_twice_as_fine_as_it_is_shown(page: SharePage) -> None:
    """As fine as shown, a row of pixels is left out of each chart, also through its words."""
    sheet, pages = page.preview.sheet, page.preview.pages
    assert pages is not None
    drawn = QImage.fromData(pages.image(0) or b"").width()
    assert drawn == pytest.approx(2 * sheet.width() * sheet.devicePixelRatioF(), abs=3)
    assert sheet._in_its_size().size() == sheet.size() * sheet.devicePixelRatioF()


def test_a_line_whose_words_changed_is_named_by_what_stands_there_now(page: SharePage) -> None:
    sheet, mood = page.preview.sheet, line_of(page, "glance:mood")
    sheet.show_image(b"", sheet.boxes, {"glance:mood": "Mood: 7 of 10"})
    assert mood in sheet.lines
    assert mood.accessibleName() == "Strike out: Mood: 7 of 10"


def test_a_long_file_can_be_stopped_and_then_none_is_written(
    page: SharePage, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "long.fhir.json"
    reached, go_on = Event(), Event()

    def halting(form: ShareForm, *others: object) -> object:
        reached.set()
        assert go_on.wait(20)
        return saved(form, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(share_page, "ask_where", lambda _parent, _name, _form: target)
    monkeypatch.setattr(share_page, "saved", halting)
    said: list[object] = []
    page.requested.connect(said.append)
    page.bar.entries[ShareForm.FHIR].trigger()
    wait_until(reached.is_set)
    page.bar._soon.timeout.emit()
    page.bar.show_progress(0.4)
    assert page.bar.stop.isVisibleTo(page)
    assert not page.save.isEnabled()
    page.bar.stop.click()
    go_on.set()
    wait_until(lambda: bool(said))
    (told,) = said
    assert isinstance(told, Said)
    assert told.text == "Stopped. No file was written."
    assert list(tmp_path.glob("long*")) == []
    assert place.journal.shares.all() == ()
    assert page.save.isEnabled()
    assert not page.bar.stop.isVisibleTo(page)


def test_where_no_folder_can_be_opened_the_place_is_said(
    page: SharePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_page, "show_in_folder", lambda _path: False)
    said: list[object] = []
    page.requested.connect(said.append)
    page.bar.show_saved(tmp_path / "it.pdf")
    page.bar.show_file.click()
    (told,) = said
    assert isinstance(told, Said)
    assert str(tmp_path / "it.pdf") in told.text


def test_what_was_shared_is_found_by_its_day(
    page: SharePage, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_page, "ask_where", lambda _parent, _name, _form: tmp_path / "x.html")
    page.bar.web_page.click()
    wait_until(lambda: bool(place.journal.shares.all()))
    (again,) = [
        action for action in page.actions() if action.name == "Show what was shared on 23 October 2026"
    ]
    again.run()
    wait_until(lambda: not place.worker.busy)
    assert "As you shared it on" in page.preview.told.text()


def test_what_was_erased_since_is_said_and_not_shown(
    page: SharePage, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_page, "ask_where", lambda _parent, _name, _form: tmp_path / "x.txt")
    page.builder.entries.rows[0].tick.click()
    page.bar.entries[ShareForm.TEXT].trigger()
    wait_until(lambda: bool(place.journal.shares.all()))
    (share,) = place.journal.shares.all()
    assert "The water was dark." in (tmp_path / "x.txt").read_text("utf-8")
    place.journal.timeline.erase(share.entry_ids)
    page.builder.before.wanted.emit(share)
    wait_until(lambda: not place.worker.busy)
    assert page.preview.told.text().endswith("1 line erased since")
    assert "The water was dark." not in page.preview.sheet.accessibleDescription()
    assert place.journal.shares.all()[0].sha256 == share.sha256


def test_what_lays_out_pages_is_loaded_when_the_page_is_made(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading: list[str] = []
    monkeypatch.setattr(share_page, "make_ready", lambda: loading.append("typeset"))
    SharePage(place)
    assert loading == ["typeset"]


def test_a_page_that_is_closed_while_its_pages_are_drawn_hears_nothing_of_them(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    may, errors = Event(), []
    usual = share_page.drawn
    monkeypatch.setattr(share_page, "drawn", lambda *asked: may.wait() and usual(*asked))
    monkeypatch.setattr(sys, "excepthook", lambda *error: errors.append(error))
    made = SharePage(place)
    made.show()
    made.reload()
    delete(made)
    may.set()
    wait_until(lambda: not place.worker.busy)
    assert errors == []


def test_a_bar_stands_beside_the_paper_only_where_it_scrolls_something(page: SharePage) -> None:
    preview = page.preview
    preview.setParent(None)
    preview.show()
    for height, there in ((500, True), (2400, False)):
        preview.resize(900, height)
        QCoreApplication.processEvents()
        assert preview._scroll.verticalScrollBar().isVisible() is there


def test_no_word_of_the_bar_is_cut_where_there_is_little_room(page: SharePage) -> None:
    bar = page.bar
    bar.setParent(None)
    bar.show()
    bar.see_pages.hide()
    bar.arrange(WIDE)
    bar.resize(900, bar.height())
    QCoreApplication.processEvents()
    least = bar.minimumSizeHint().width()
    for less, words in ((0, ("Web page", "Data")), (10, ("", "Data")), (200, ("", ""))):
        bar.setMinimumWidth(0)
        bar.setFixedWidth(least - less)
        QCoreApplication.processEvents()
        assert (bar.web_page.text().strip(), bar.data.text().strip()) == words
        assert bar.layout().minimumSize().width() <= bar.width()
        assert [b.accessibleName() for b in (bar.web_page, bar.data)] == ["Web page", "Data"]
    for words in (bar._last, bar._form):
        words.setText("")
    for width in (900, 0):
        bar.setFixedWidth(width or bar.minimumSizeHint().width())
        QCoreApplication.processEvents()
    bar.show_shares((), 2026)
    QCoreApplication.processEvents()
    assert bar.layout().minimumSize().width() <= bar.width(), "words came, and cut those of the buttons"
    bar.setParent(page)


@pytest.mark.parametrize(("room", "begins"), [("narrow", 20), ("medium", 28), ("wide", 32)])
def test_it_begins_where_every_page_does(page: SharePage, room: str, begins: int) -> None:
    page.builder.arrange(room)
    page.bar.arrange(room)
    margins = page.builder._column.contentsMargins()
    assert (margins.left(), margins.top()) == (begins, 26 if room == "wide" else begins)
    assert page.bar._row.contentsMargins().right() == (margins.right() if room == "narrow" else 24)


def test_a_last_day_before_the_first_is_taken_at_the_pause_and_the_order_is_said(
    page: SharePage, place: Place
) -> None:
    days = page.builder.days
    days.first.take_words("12 Oct 2026")
    days.last.edit.setFocus()
    days.last.edit.selectAll()
    QTest.keyClicks(days.last.edit, "5 Oct 2026")
    days.last.edit.take_now()
    page._take_choice()
    choice = place.journal.shares.choice()
    assert (choice.first, choice.last) == (date(2026, 10, 5), date(2026, 10, 12))
    assert days.last.edit.text() == "5 Oct 2026"  # the person may go on
    said = "The last day stands before the first: the summary is about 5 October 2026 to 12 October 2026."
    assert said in [label.text() for label in days.findChildren(QLabel)]
    QTest.keyClick(days.last.edit, Qt.Key.Key_Return)
    assert (days.first.value, days.last.value) == (date(2026, 10, 5), date(2026, 10, 12))
    assert not days._said.isVisibleTo(days)
    wait_until(lambda: not place.worker.busy)


def test_a_day_that_cannot_be_read_changes_nothing_and_waits(page: SharePage, place: Place) -> None:
    before = place.journal.shares.choice()
    days = page.builder.days
    days.first.edit.setFocus()
    days.first.edit.selectAll()
    QTest.keyClicks(days.first.edit, "the first of May or so")
    QTest.keyClick(days.first.edit, Qt.Key.Key_Return)
    assert place.journal.shares.choice() == before
    page.reload()
    assert days.first.edit.text() == "the first of May or so"
    assert "Not read as a day yet." in days._said.text()
    days.chips["four_weeks"].click()
    assert days.first.value is not None
    assert not days._said.isVisibleTo(days)
    wait_until(lambda: not place.worker.busy)


def test_an_entry_is_called_by_its_words_and_not_by_their_signs(journal: Journal, clock: FixedClock) -> None:
    journal.reflections.keep(Reflection(moment=moment_at(clock.now()), text="The **dark** water.\n## Again"))
    (item,) = journal.timeline.page(TimelineFilter()).items
    assert entry_name(item) == "The dark water. Again"


def test_the_keys_are_at_the_button_again_also_after_a_dialog_of_the_system(page: SharePage) -> None:
    # The window is not active yet where such a dialog has just closed: nothing in it has the keys.
    page.save.setFocus()
    dialog = QLineEdit()
    dialog.show()
    dialog.activateWindow()
    dialog.setFocus()
    wait_until(dialog.hasFocus)
    page.bar.begin("Writing the file")
    page.bar.end()
    assert page.window().focusWidget() is page.save
    dialog.close()


def test_what_is_between_its_parts_grows_with_the_text(page: SharePage, app: QApplication) -> None:
    gaps = [below.height() for below, _gap in page.builder._gaps if isinstance(below, QWidget)]
    apply_theme(app, "light", 2.0)
    grown = [below.height() for below, _gap in page.builder._gaps if isinstance(below, QWidget)]
    apply_theme(app, "light", 1.0)
    assert grown == [2 * gap for gap in gaps]
    assert any(grown)
