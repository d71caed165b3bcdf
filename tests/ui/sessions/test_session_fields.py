from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGridLayout, QLabel

from kapjournal.domain.around_dose import (
    Aid,
    PreparationKind,
    SessionMode,
    Theme,
    VitalSigns,
    VitalTime,
    Welcome,
)
from kapjournal.domain.course import ConditionSource, Course, CourseStatus, CurrentMedicine
from kapjournal.domain.event import EventKind
from kapjournal.domain.kap_session import (
    KapSession,
    MeetingFormat,
    MetWith,
    Onset,
    SessionKind,
    SessionStatus,
    Severity,
    SideEffect,
)
from kapjournal.domain.moment import moment_at
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal.drafts import entry_key
from kapjournal.ui.sessions.page import SessionsPage
from kapjournal.ui.sessions.preparation_card import PreparationRow
from kapjournal.ui.sessions.side_effects_dialog import SideEffectsDialog
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.text_field import TextField
from kapjournal.ui.shared.wishes import ReflectionWanted
from kapjournal.words.medicines import medicine_changes

NOW = datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def session(place: Place) -> KapSession:
    course = place.journal.courses.keep(
        Course(started=NOW.date(), clinic_words="No solid food for four hours.", clinic_phone="020 7946 0178")
    )
    return place.journal.kap_sessions.keep(
        KapSession(
            moment=moment_at(NOW - timedelta(days=2)),
            kind=SessionKind.DOSING,
            status=SessionStatus.HELD,
            course_id=course.id,
        )
    )


@pytest.fixture
def page(place: Place, session: KapSession) -> Iterator[SessionsPage]:
    made = SessionsPage(place)
    made.resize(1280, 800)
    made.show()
    made.reload()
    made.show_session(session.id)
    yield made
    made.deleteLater()


def kept(page: SessionsPage, place: Place, session: KapSession) -> KapSession:
    page.leave()
    return place.journal.kap_sessions.get(session.id)


def test_the_checklist_is_the_persons_own(page: SessionsPage, place: Place, session: KapSession) -> None:
    card = page.session_pane.dosing.before.preparation
    assert place.journal.kap_sessions.get(session.id).preparation is None
    card.rows[0].tick.click()
    QTest.keyClicks(card.rows[0].note, "my sister, 15:30")
    card.rows[4].leave_out.click()
    card.add.click()
    name = card.rows[-1].name
    assert name is not None
    QTest.keyClicks(name, "Feed the cat")
    items = kept(page, place, session).preparation
    assert items is not None
    assert (items[0].done, items[0].note) == (True, "my sister, 15:30")
    assert PreparationKind.MUSIC not in [item.kind for item in items]
    assert (items[-1].kind, items[-1].name) == (PreparationKind.OWN, "Feed the cat")


def line_of_words(row: PreparationRow) -> int:
    grid = row.layout()
    assert isinstance(grid, QGridLayout)
    return cast("tuple[int, ...]", grid.getItemPosition(grid.indexOf(row.note)))[0]


def test_long_words_of_the_checklist_stand_under_its_names_and_are_not_cut(page: SessionsPage) -> None:
    card = page.session_pane.dosing.before.preparation
    card.resize(420, 300)
    card.grab()  # a resize is told to what is not shown only then
    assert {line_of_words(row) for row in card.rows} == {0}
    QTest.keyClicks(card.rows[0].note, "my sister, half past three, and she stays for the evening")
    assert {line_of_words(row) for row in card.rows} == {1}
    assert card.rows[0].tick.nextInFocusChain() is card.rows[0].note


def test_the_clinic_is_quoted_and_entered_once(page: SessionsPage, place: Place) -> None:
    words = page.session_pane.dosing.before.clinic._words
    assert words.text() == "“No solid food for four hours.”"
    page.session_pane.dosing.before.clinic.enter.click()
    QTest.keyClicks(page.course_pane.clinic_limits, "not above 160/100")
    page.leave()
    (course,) = place.journal.courses.all()
    assert course.clinic_limits == "not above 160/100"


def test_during_and_before_have_their_fields(page: SessionsPage, place: Place, session: KapSession) -> None:
    dosing = page.session_pane.dosing
    QTest.keyClicks(dosing.before.to_say, "Still a cough")
    QTest.keyClicks(dosing.before.food, "4.5")
    dosing.during._aids[Aid.EYE_MASK].click()
    dosing.during.mode.buttons[2].click()  # type: ignore[attr-defined]
    now = kept(page, place, session)
    assert (now.to_say, now.hours_since_food) == ("Still a cough", 4.5)
    assert (now.aids, now.mode) == ((Aid.EYE_MASK,), SessionMode.MIXED)


def test_vital_signs_stand_as_they_were_typed(page: SessionsPage, place: Place, session: KapSession) -> None:
    card = page.session_pane.dosing.after.vital_signs
    QTest.keyClicks(card.fields[VitalTime.HIGHEST, "pressure"], "about 148 / 92")
    QTest.keyClicks(card.fields[VitalTime.HIGHEST, "pulse"], "91")
    assert kept(page, place, session).vital_signs == (VitalSigns(VitalTime.HIGHEST, "about 148 / 92", "91"),)


def test_a_theme_is_welcome_or_not_or_not_said(page: SessionsPage, place: Place, session: KapSession) -> None:
    card = page.session_pane.dosing.after.themes
    card.chips["sorrow"].click()
    card.rows["sorrow"].strength.buttons[0].click()  # type: ignore[attr-defined]
    assert kept(page, place, session).themes == (Theme("sorrow", 1),)
    card.rows["sorrow"].strength.buttons[0].click()  # type: ignore[attr-defined]
    assert kept(page, place, session).themes == (Theme("sorrow", 1),), (
        "what is chosen stays when pressed again"
    )
    card.rows["sorrow"].welcome.buttons[2].click()  # type: ignore[attr-defined]
    assert kept(page, place, session).themes == (Theme("sorrow", 1, Welcome.BOTH),)
    card.chips["sorrow"].click()
    assert kept(page, place, session).themes == ()


def test_side_effects_are_asked_twice(page: SessionsPage, place: Place, session: KapSession) -> None:
    page.session_pane.dosing.after.side_effects.wanted.emit()
    dialog = page.findChildren(SideEffectsDialog)[-1]
    assert dialog.asking.value is True
    dialog.ask(later=False)
    first = next(row for row in dialog._rows if row.code == "headache")
    first.strength.buttons[2].click()  # type: ignore[attr-defined]
    first.began.value = Onset.WITHIN_A_DAY
    first.began.changed.emit(Onset.WITHIN_A_DAY)
    dialog.ask(later=True)
    again = next(row for row in dialog._rows if row.code == "headache")
    assert again.effect is None
    again.strength.buttons[1].click()  # type: ignore[attr-defined]
    again.now.value = "gone"
    again.now.changed.emit("gone")
    now = kept(page, place, session)
    assert now.side_effects == (SideEffect("headache", Severity.MODERATE, onset=Onset.WITHIN_A_DAY),)
    assert now.side_effects_later == (SideEffect("headache", Severity.MILD, resolved=True),)
    assert now.side_effects_told == (
        SideEffect("headache", Severity.MODERATE, resolved=True, onset=Onset.WITHIN_A_DAY),
    )


def test_own_side_effects_keep_apart_by_their_words() -> None:
    session = KapSession(
        moment=moment_at(NOW),
        kind=SessionKind.DOSING,
        side_effects=(SideEffect("other", Severity.MILD, note="cold feet"),),
        side_effects_later=(SideEffect("other", Severity.STRONG, note="hiccups"),),
    )
    assert [e.note for e in session.side_effects_told] == ["cold feet", "hiccups"]


def test_a_change_of_medicine_is_an_event_and_one_step(page: SessionsPage, place: Place) -> None:
    page.show_course()
    card = page.course_pane.medicines
    card.add.click()
    name, as_told = card.rows[-1]
    assert as_told.accessibleName() == "Medicine: how much and when"
    name.setText("Sertraline")
    assert as_told.accessibleName() == "Sertraline: how much and when", "a reader hears whose it is"
    assert "No longer: Sertraline" in [b.accessibleName() for b in card.findChildren(IconButton)]
    as_told.setText("100 mg in the morning")
    as_told.editingFinished.emit()
    (course,) = place.journal.courses.all()
    assert course.medicines == (CurrentMedicine("Sertraline", "100 mg in the morning"),)
    (event,) = place.journal.events.between(NOW.date(), NOW.date())
    assert (event.kind, event.text) == (EventKind.MEDICINE_CHANGE, "Sertraline: begun, 100 mg in the morning")
    place.journal.undo()
    assert place.journal.events.between(NOW.date(), NOW.date()) == ()
    assert place.journal.courses.all()[0].medicines == ()


def test_changes_of_medicines_in_words() -> None:
    before = (CurrentMedicine("Sertraline", "50 mg"), CurrentMedicine("Lithium"))
    after = (replace(before[0], as_told="100 mg"),)
    assert medicine_changes(before, after) == ("Lithium: no longer", "Sertraline: 50 mg, now 100 mg")
    assert medicine_changes(after, after) == ()


def test_a_session_to_come_asks_one_question(page: SessionsPage, place: Place, session: KapSession) -> None:
    question = page.session_pane.dosing.before.question
    assert question.isHidden(), "nothing is asked before what has been"
    coming = place.journal.kap_sessions.keep(
        KapSession(moment=moment_at(NOW + timedelta(days=4)), kind=SessionKind.DOSING)
    )
    page.show_session(coming.id)
    assert not question.isHidden()
    first = question.asked
    question.another.click()
    assert question.asked != first
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    question.write.click()
    (wish,) = wishes
    assert isinstance(wish, ReflectionWanted)
    assert (wish.prompt, wish.kap_session_id) == (question.asked, coming.id)


def test_a_talk_keeps_all_that_was_said_of_it(place: Place, page: SessionsPage) -> None:
    talk = place.journal.kap_sessions.keep(
        KapSession(
            moment=moment_at(NOW - timedelta(days=1)),
            kind=SessionKind.INTEGRATION,
            status=SessionStatus.HELD,
        )
    )
    page.show_session(talk.id)
    pane = page.session_pane.meeting
    for choice, index in ((pane.met_with, 2), (pane.meeting_format, 2)):
        choice.setCurrentIndex(index)
        choice.activated.emit(index)
    QTest.keyClicks(pane.landed, "That I may rest")
    QTest.keyClicks(pane.step, "Rest on Sunday")
    QTest.keyClicks(pane.due.edit, "2026-10-25")
    pane.due.edit.editingFinished.emit()
    QTest.keyClick(pane.before, Qt.Key.Key_3)
    QTest.keyClick(pane.after, Qt.Key.Key_6)
    now = kept(page, place, talk)
    assert (now.met_with, now.meeting_format) == (MetWith.GROUP, MeetingFormat.VIDEO)
    assert (now.what_landed, now.agreed_step) == ("That I may rest", "Rest on Sunday")
    assert (now.step_due, now.mood_before, now.mood_after) == (date(2026, 10, 25), 3, 6)
    assert place.journal.timeline.page(TimelineFilter(text="may rest")).items[0].id == talk.id


def test_how_a_course_ended_is_kept_in_the_persons_words(page: SessionsPage, place: Place) -> None:
    page.show_course()
    pane = page.course_pane
    assert not pane.reason.isVisible()
    index = list(CourseStatus).index(CourseStatus.PAUSED)
    pane.status.setCurrentIndex(index)
    pane.status.activated.emit(index)
    assert pane.reason.isVisible()
    QTest.keyClicks(pane.reason, "a move")
    pane.source.buttons[0].click()  # type: ignore[attr-defined]
    page.leave()
    (course,) = place.journal.courses.all()
    assert (course.status, course.stop_reason) == (CourseStatus.PAUSED, "a move")
    assert course.condition_source is ConditionSource.CLINICIAN


def test_courses_of_several_years_stand_on_one_line(
    page: SessionsPage, place: Place, session: KapSession
) -> None:
    earlier = place.journal.courses.keep(
        Course(
            label="Spring", started=date(2024, 3, 1), ended=date(2024, 5, 1), status=CourseStatus.COMPLETED
        )
    )
    place.journal.kap_sessions.keep(
        KapSession(
            moment=moment_at(NOW - timedelta(days=900)),
            kind=SessionKind.DOSING,
            status=SessionStatus.HELD,
            course_id=earlier.id,
        )
    )
    page.reload()
    line = page.column.list
    rows = [line.item(at).text() for at in range(line.count())]
    assert rows[0].startswith("Course: Spring, from ")
    assert [row for row in rows if row.startswith("Dosing session 1")] == [rows[1], rows[3]]
    line.setCurrentRow(0)
    assert page.course_pane.isVisible()
    assert page.course_pane.label.text() == "Spring"
    assert not page.course_pane.remove.isVisible(), "sessions belong to it"
    page.show_session(session.id)
    page.show_course()
    assert page.course_pane.label.text() == ""


def test_another_course_begins_and_can_be_taken_away(page: SessionsPage, place: Place) -> None:
    page.show_course()
    page.course_pane.another.click()
    assert len(place.journal.courses.all()) == 2
    assert page.course_pane.remove.isVisible()
    QTest.keyClicks(page.course_pane.label, "The second")
    page.leave()
    assert {course.label for course in place.journal.courses.all()} == {"", "The second"}
    page.course_pane.remove.click()
    assert [course.label for course in place.journal.courses.all()] == [""]
    assert page.window().focusWidget() is page.column.list
    assert place.journal.undo() is not None
    assert {course.label for course in place.journal.courses.all()} == {"", "The second"}


def test_a_track_takes_what_a_screen_reader_sets(
    page: SessionsPage, place: Place, session: KapSession
) -> None:
    track = page.session_pane.dosing.after.depth_track
    QAccessible.queryAccessibleInterface(track).valueInterface().setCurrentValue(7)
    assert place.journal.kap_sessions.get(session.id).depth == 7


def typed(line: TextField, words: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_what_cannot_be_read_waits_where_it_was_typed(
    page: SessionsPage, place: Place, session: KapSession
) -> None:
    during = page.session_pane.dosing.during
    typed(during.day.edit, "31 Feb")
    typed(during.length, "an hour")
    during.unread.hold()
    told = [label.text() for label in during.findChildren(QLabel)]
    assert "Not read as a day yet. It can be written like 22 Sep 2026." in told
    page.session_pane.dosing.during.notes.setPlainText("dark")  # what else is kept shows the record again
    page.reload()
    assert (during.day.edit.text(), during.length.text()) == ("31 Feb", "an hour")

    again = SessionsPage(place)
    again.reload()
    again.show_session(session.id)
    during = again.session_pane.dosing.during
    assert (during.day.edit.text(), during.length.text()) == ("31 Feb", "an hour")
    assert during.day.edit.property("wrong")
    typed(during.day.edit, "20 Oct 2026")
    typed(during.length, "60")
    during.unread.hold()
    again.leave()
    assert place.journal.kap_sessions.get(session.id).duration_min == 60
    assert place.journal.drafts.held(entry_key(session.id, "during")) is None


def test_what_waits_belongs_to_its_session(page: SessionsPage, place: Place, session: KapSession) -> None:
    other = place.journal.kap_sessions.keep(replace(session, id=0))
    during = page.session_pane.dosing.during
    typed(during.day.edit, "31 Feb")
    page.show_session(other.id)
    assert "31 Feb" not in during.day.edit.text()
    page.show_session(session.id)
    assert during.day.edit.text() == "31 Feb"


def test_a_day_of_the_course_waits_too(page: SessionsPage, place: Place) -> None:
    page.show_course()
    typed(page.course_pane.ended.edit, "some day")
    page.course_pane.unread.hold()
    again = SessionsPage(place)
    again.reload()
    again.show_course()
    assert again.course_pane.ended.edit.text() == "some day"
