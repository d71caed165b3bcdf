from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import DISTRESS, MOOD, SLEEP_H, SLEEP_QUALITY, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.prompt import PromptOffer
from kapjournal.journal import Journal
from kapjournal.ui.check_in.dialog import CheckInDialog
from kapjournal.ui.check_in.feelings import MOST_FEELINGS
from kapjournal.ui.check_in.time_choice import TimeButton, earlier_times
from kapjournal.ui.shared.chips import Chip
from kapjournal.ui.shared.measure_slider import MeasureSlider
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import ShowPage

TODAY = datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def dialog(place: Place) -> Iterator[CheckInDialog]:
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    made = CheckInDialog(place, window)
    yield made
    made.close_dialog()
    window.deleteLater()


def kept(journal: Journal) -> tuple[CheckIn, ...]:
    return journal.check_ins.of_day(TODAY.date())


def slider(dialog: CheckInDialog, name: str) -> MeasureSlider:
    return next(s for s in dialog.findChildren(MeasureSlider) if s.accessibleName() == name)


def button(widget: QWidget, words: str) -> QAbstractButton:
    return next(b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == words)


def chip(dialog: CheckInDialog, words: str) -> Chip:
    return next(c for c in dialog.findChildren(Chip) if c.words == words)


def test_opening_it_and_giving_nothing_stores_nothing(dialog: CheckInDialog, place: Place) -> None:
    dialog.open_for()
    dialog.close_dialog()
    assert kept(place.journal) == ()


def test_each_change_is_kept_on_the_same_check_in(dialog: CheckInDialog, place: Place) -> None:
    dialog.open_for(None, 6)
    QTest.keyClick(slider(dialog, "Distress"), Qt.Key.Key_4)
    chip(dialog, "hopeful").click()
    (check_in,) = kept(place.journal)
    assert check_in.mood == 6
    assert check_in.distress == 4
    assert check_in.feelings == ("hopeful",)


def test_what_is_not_touched_stays_unset(dialog: CheckInDialog, place: Place) -> None:
    dialog.open_for(None, 6)
    (check_in,) = kept(place.journal)
    assert [value.measure for value in check_in.values] == [MOOD]


def test_delete_takes_a_measure_back(dialog: CheckInDialog, place: Place) -> None:
    dialog.open_for(None, 6)
    QTest.keyClick(slider(dialog, "Distress"), Qt.Key.Key_4)
    QTest.keyClick(slider(dialog, "Distress"), Qt.Key.Key_Delete)
    assert kept(place.journal)[0].distress is None


def test_escape_keeps_the_words_that_were_typed(dialog: CheckInDialog, place: Place) -> None:
    dialog.open_for(None, 6)
    QTest.keyClicks(dialog.note, "Rain")
    QTest.keyClick(dialog.mood_row, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert kept(place.journal)[0].note == "Rain"


def test_undo_takes_a_new_check_in_away_and_mends_an_old_one_back(
    dialog: CheckInDialog, place: Place
) -> None:
    dialog.open_for(None, 6)
    place.journal.prompts.offered(PromptOffer(TODAY.date(), 1, "M01", "steady"), "today")
    dialog.feelings.changed.emit(("tender",))
    dialog.undo_button.click()
    assert kept(place.journal) == ()
    assert dialog.mood_row.mood is None
    assert place.journal.timeline.in_trash() == (), "it is gone as if it had never been"
    while place.journal.redo() is not None:
        pass
    (again,) = kept(place.journal)
    assert (again.mood, again.feelings) == (6, ("tender",)), "undo can be undone"


def test_ticks_that_are_taken_back_are_gone_and_what_was_written_lies_in_the_trash(
    dialog: CheckInDialog, place: Place
) -> None:
    dialog.open_for()
    chip(dialog, "hopeful").click()
    chip(dialog, "hopeful").click()
    assert place.journal.timeline.in_trash() == ()
    for words in ("Slept badly.", ""):
        dialog.note.setPlainText(words)
        dialog.draft.flush()
    (trashed,) = place.journal.timeline.in_trash()
    assert trashed.item.preview.text == "Slept badly."


def test_words_with_a_star_are_not_gone_by_undo(dialog: CheckInDialog, place: Place) -> None:
    dialog.open_for()
    dialog.note.setPlainText("Slept badly.")
    dialog.star.click()
    dialog.undo_button.click()
    assert len(place.journal.timeline.in_trash()) == 1


def test_undo_sets_another_time_back(dialog: CheckInDialog, place: Place) -> None:
    dialog.open_for(None, 6)
    write_day(dialog, "21 Oct 2026")
    dialog.other_time.finish()
    write_day(dialog, "31 Feb")
    dialog.undo_button.click()
    assert not dialog.other_time.isVisibleTo(dialog)
    dialog.time_button.other_wanted.emit()
    assert dialog.other_time.day.value == TODAY.date()
    assert not dialog.other_time.day.edit.property("wrong")
    dialog.close_dialog()
    assert place.journal.drafts.held("check_in") is None


def test_a_past_check_in_opens_again_and_can_be_mended(dialog: CheckInDialog, place: Place) -> None:
    evening = moment_at(TODAY - timedelta(hours=12))
    old = place.journal.check_ins.keep(
        CheckIn(moment=evening, values=(MeasureValue(MOOD, 3.0), MeasureValue(DISTRESS, 6.0)), note="Tired")
    )
    dialog.open_for(old.id)
    assert dialog.mood_row.mood == 3
    assert slider(dialog, "Distress").value == 6
    assert dialog.note.text == "Tired"
    QTest.keyClick(dialog.mood_row, Qt.Key.Key_5)
    mended = place.journal.check_ins.get(old.id)
    assert mended.mood == 5
    assert mended.moment == evening
    dialog.undo_button.click()
    assert place.journal.check_ins.get(old.id).mood == 3


def test_it_can_be_about_yesterday_evening(dialog: CheckInDialog, place: Place) -> None:
    dialog.open_for(None, 6)
    actions = [a for a in dialog.time_button.menu_shown.actions() if a.text().startswith("Yesterday evening")]
    actions[0].trigger()
    assert kept(place.journal) == ()
    (check_in,) = place.journal.check_ins.of_day(TODAY.date() - timedelta(days=1))
    assert check_in.moment.local == datetime(2026, 10, 22, 20, 0)


@pytest.mark.parametrize("hour", [0, 2, 4, 9, 23])
def test_yesterday_evening_is_the_evening_before_this_date(app: QApplication, hour: int) -> None:
    now = datetime(2026, 11, 29, hour, 30, tzinfo=ZoneInfo("America/New_York"))
    offered = earlier_times(now)
    assert datetime(2026, 11, 28, 20, 0, tzinfo=now.tzinfo) in offered
    assert min(offered).date() == now.date() - timedelta(days=1)
    assert list(offered) == sorted(set(offered), reverse=True)
    button = TimeButton(now)
    (evening,) = (a.text() for a in button.menu_shown.actions() if "evening, 20:00" in a.text())
    assert evening.startswith("Saturday" if hour < 3 else "Yesterday" if hour < 23 else "")


def test_another_day_takes_the_place_of_the_one_that_stands_there(dialog: CheckInDialog) -> None:
    dialog.open_for(None, 6)
    dialog.time_button.other_wanted.emit()
    assert dialog.other_time.day.edit.selectedText() == dialog.other_time.day.edit.text() != ""


def test_the_line_that_is_written_stays_in_sight(dialog: CheckInDialog, app: QApplication) -> None:
    dialog.window().resize(1024, 700)
    QTest.qWaitForWindowActive(dialog.window())
    dialog.open_for(None, 6)
    dialog.note.setFocus()
    for _line in range(6):
        QTest.keyClicks(dialog.note, "a line")
        QTest.keyClick(dialog.note, Qt.Key.Key_Return)
    app.processEvents()
    caret = dialog.note.viewport().mapTo(dialog, dialog.note.cursorRect().bottomLeft())
    assert dialog._scroll is not None
    assert caret.y() <= dialog._scroll.mapTo(dialog, dialog._scroll.rect().bottomLeft()).y()


def test_sleep_is_kept_in_hours_and_from_nought_to_four(dialog: CheckInDialog, place: Place) -> None:
    dialog.open_for(None, 6)
    dialog.last_night.hours.stepBy(1)
    dialog.last_night.hours.stepBy(-1)
    dialog.last_night.rested.set_value(None)
    buttons = [
        b for b in dialog.last_night.rested.findChildren(QWidget) if b.accessibleName().endswith(": 3")
    ]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    (check_in,) = kept(place.journal)
    assert check_in.value(SLEEP_H) == 6.5
    assert check_in.value(SLEEP_QUALITY) == 3, "the number that was pressed is the one that is shown later"
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert kept(place.journal)[0].value(SLEEP_QUALITY) is None


def test_five_feelings_are_the_most(dialog: CheckInDialog, place: Place) -> None:
    dialog.open_for(None, 6)
    for words in ("safe", "quiet", "hopeful", "tender", "heavy", "hurt"):
        chip(dialog, words).click()
    assert len(kept(place.journal)[0].feelings) == MOST_FEELINGS
    assert not chip(dialog, "hurt").isChecked()


def test_what_happened_can_be_named(dialog: CheckInDialog, place: Place) -> None:
    dialog.open_for(None, 6)
    dialog.what_happened.open_field()
    QTest.keyClicks(dialog.what_happened.field, "a long walk")
    QTest.keyClick(dialog.what_happened.field, Qt.Key.Key_Return)
    assert kept(place.journal)[0].tags == ("a long walk",)
    assert chip(dialog, "a long walk").isChecked()


def test_high_distress_offers_support_once(dialog: CheckInDialog) -> None:
    wishes: list[object] = []
    dialog.requested.connect(wishes.append)
    dialog.open_for(None, 6)
    assert dialog.support_note.isHidden()
    QTest.keyClick(slider(dialog, "Distress"), Qt.Key.Key_9)
    assert not dialog.support_note.isHidden()
    dialog.support_note.set_aside.emit()
    dialog.support_note.hide()
    QTest.keyClick(slider(dialog, "Distress"), Qt.Key.Key_Up)
    assert dialog.support_note.isHidden()
    dialog.support_note.support_wanted.emit()
    assert wishes == [ShowPage("support")]
    assert dialog.isHidden()


def test_every_control_has_a_name(dialog: CheckInDialog) -> None:
    dialog.open_for(None, 6)
    takers = [w for w in dialog.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    unnamed = [
        w for w in takers if w.isVisibleTo(dialog) and not w.accessibleName() and w.focusProxy() is None
    ]
    assert unnamed == []


def test_a_note_is_starred_by_the_keys_and_it_is_said_in_the_dialog(
    dialog: CheckInDialog, place: Place
) -> None:
    dialog.open_for(None, 6)
    dialog.note.setPlainText("Slept badly. The dream again.")
    QTest.qWaitForWindowActive(dialog.window())
    QApplication.processEvents()
    dialog.note.setFocus()
    QTest.keyClick(dialog.note, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    kept = place.journal.check_ins.latest()
    assert kept is not None
    assert place.journal.shares.talking_points().lines() == (("Slept badly.", kept.id),)
    assert dialog.star.isChecked()
    assert "Slept badly." in dialog._said.text()
    dialog.star.click()
    assert place.journal.shares.talking_points().texts == ()


def write_day(dialog: CheckInDialog, words: str) -> None:
    dialog.time_button.other_wanted.emit()
    dialog.other_time.day.edit.selectAll()
    QTest.keyClicks(dialog.other_time.day.edit, words)


def opened(place: Place, window: QWidget, check_in_id: int | None = None) -> CheckInDialog:
    made = CheckInDialog(place, window)
    made.open_for(check_in_id)
    return made


def test_another_day_that_cannot_be_read_waits(dialog: CheckInDialog, place: Place) -> None:
    """For the next new check-in as long as nothing of this one is stored, and with this one from then on."""
    window = dialog.parentWidget()
    dialog.open_for()
    write_day(dialog, "31 Feb")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    again = opened(place, window)
    assert again.other_time.isVisibleTo(again)
    assert again.other_time.day.edit.text() == "31 Feb"
    assert again.other_time.day.edit.property("wrong")
    again.time_button.other_wanted.emit()
    assert again.other_time.day.edit.text() == "31 Feb"

    again.mood_row.setFocus()
    QTest.keyClick(again.mood_row, Qt.Key.Key_5)
    again.close_dialog()
    (check_in,) = kept(place.journal)
    new = opened(place, window)
    assert not new.other_time.isVisibleTo(new)
    new.close_dialog()
    once_more = opened(place, window, check_in.id)
    assert once_more.other_time.day.edit.text() == "31 Feb"

    write_day(once_more, "21 Oct 2026")
    once_more.close_dialog()
    assert place.journal.check_ins.get(check_in.id).moment.day == TODAY.date() - timedelta(days=2)
    last = opened(place, window, check_in.id)
    assert not last.other_time.isVisibleTo(last)
    last.close_dialog()


def test_a_day_that_cannot_be_used_stays_in_sight(dialog: CheckInDialog) -> None:
    dialog.open_for()
    for words in ("31 Feb", "24 Oct 2026"):
        write_day(dialog, words)
        button(dialog.other_time, "Use this time").click()
        assert dialog.other_time.isVisibleTo(dialog)
    write_day(dialog, "22 Oct 2026")
    button(dialog.other_time, "Use this time").click()
    assert not dialog.other_time.isVisibleTo(dialog)


def test_another_time_from_the_menu_lets_go_of_what_could_not_be_read(
    dialog: CheckInDialog, place: Place
) -> None:
    dialog.open_for()
    write_day(dialog, "31 Feb")
    dialog.other_time.unread.hold()
    dialog.time_button.menu_shown.actions()[0].trigger()
    assert not dialog.other_time.isVisibleTo(dialog)
    assert place.journal.drafts.held("check_in") is None


def test_a_day_still_to_come_waits_and_is_taken_when_the_person_says_so(place: Place) -> None:
    window, clock = QWidget(), _Ticking()
    at = Place(place.journal, clock, place.settings, place.worker)
    first = opened(at, window)
    write_day(first, "24 Oct 2026")
    first.other_time.unread.hold()  # as after a pause
    assert place.journal.drafts.held("check_in") is not None
    first.close_dialog()
    again = opened(at, window)
    assert again.other_time.isVisibleTo(again)
    assert again.other_time.day.value == TODAY.date() + timedelta(days=1)
    assert "still to come" in again.other_time._day_field._note.text()
    again.close_dialog()
    clock.at = TODAY + timedelta(days=2)
    later = opened(at, window)
    assert later.other_time.isVisibleTo(later)
    assert later.draft.check_in.moment.day == clock.at.date(), "nobody has said yet that it is the time"
    button(later.other_time, "Use this time").click()
    assert later.draft.check_in.moment.local.date() == TODAY.date() + timedelta(days=1)
    later.close_dialog()
    assert place.journal.drafts.held("check_in") is None
    window.deleteLater()


class _Ticking:
    """A clock that stands where it is put."""

    at = TODAY

    def now(self) -> datetime:
        return self.at


def test_now_is_the_time_when_it_is_pressed_and_never_still_to_come(place: Place) -> None:
    window, clock = QWidget(), _Ticking()
    dialog = CheckInDialog(Place(place.journal, clock, place.settings, place.worker), window)
    dialog.open_for()
    dialog.time_button.other_wanted.emit()
    clock.at = TODAY + timedelta(minutes=7)
    dialog.other_time.time.button.click()
    assert dialog.other_time.time.value == clock.at.time().replace(second=0, microsecond=0)
    dialog.other_time._shut.click()
    assert not dialog.other_time.isVisibleTo(dialog)
    dialog.close_dialog()
    window.deleteLater()


def test_what_uses_the_time_stands_beside_its_field_also_above_a_note(dialog: CheckInDialog) -> None:
    dialog.open_for()
    other = dialog.other_time
    without = other._day_field.sizeHint().height()
    write_day(dialog, "31 Feb")
    other.finish()
    QApplication.processEvents()
    assert other._day_field.sizeHint().height() > without, "a note stands under the field"
    middles = [w.mapTo(other, w.rect().center()).y() for w in (other.day, other.time, other._shut)]
    assert max(middles) - min(middles) <= 1
