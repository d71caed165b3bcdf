from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kapjournal.domain.around_dose import USUAL_PREPARATION
from kapjournal.domain.course import Course, Phase
from kapjournal.domain.event import EventKind
from kapjournal.domain.kap_session import (
    KapSession,
    SessionKind,
    SessionStatus,
    Setting,
    Severity,
    SideEffect,
)
from kapjournal.domain.moment import moment_at
from kapjournal.ui.sessions.ask_dialogs import NewSessionDialog, PostponeDialog, ReasonDialog
from kapjournal.ui.sessions.page import SessionsPage
from kapjournal.ui.sessions.side_effect_row import row_width
from kapjournal.ui.sessions.side_effects_dialog import SideEffectsDialog
from kapjournal.ui.shared.event_dialog import EventDialog
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.wishes import CheckInWanted, ReflectionWanted, Said, ShowPage
from tests.words.speaking import speaking

NOW = datetime(2026, 10, 23, 9, 42, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def page(place: Place) -> Iterator[SessionsPage]:
    made = SessionsPage(place)
    made.said = []  # type: ignore[attr-defined]
    made.requested.connect(made.said.append)  # type: ignore[attr-defined]
    stop = place.journal.listen(lambda changes: made.reload() if changes.kinds & made.concerns else None)
    made.resize(1280, 800)
    made.show()
    made.reload()
    yield made
    stop()
    made.deleteLater()


def add(place: Place, days: int, kind: SessionKind = SessionKind.DOSING) -> KapSession:
    known = place.journal.courses.all()
    course = known[0] if known else place.journal.courses.keep(Course(started=date(2026, 9, 8)))
    status = SessionStatus.HELD if days < 0 else SessionStatus.PLANNED
    moment = moment_at(NOW.replace(hour=13, minute=30) + timedelta(days=days))
    return place.journal.kap_sessions.keep(
        KapSession(kind=kind, status=status, moment=moment, course_id=course.id)
    )


def asked(page: SessionsPage, kind: type[QWidget]) -> QWidget:
    return page.findChildren(kind)[-1]


def rows(page: SessionsPage) -> list[str]:
    return [page.column.list.item(index).text() for index in range(page.column.list.count())]


def test_a_fresh_journal_offers_to_add_a_session(page: SessionsPage, place: Place) -> None:
    page.empty.pressed.emit()
    dialog = asked(page, NewSessionDialog)
    assert isinstance(dialog, NewSessionDialog)
    dialog.when.day.set_value(date(2026, 10, 27))
    dialog.do_button.click()
    (session,) = place.journal.kap_sessions.all()
    assert session.status is SessionStatus.PLANNED
    assert session.course_id is not None
    assert not session.moment.has_time
    assert rows(page) == ["Dosing session 1, 27 Oct, planned"]


def test_where_nothing_is_yet_everything_can_be_added_in_a_narrow_window_too(
    page: SessionsPage, place: Place
) -> None:
    page.resize(640, 800)
    assert page.room == "narrow"
    assert page.column.add.isVisible()
    assert page.empty.isVisible()
    add(place, 4)
    assert page.column.list.isVisible()
    assert not page.empty.isVisible()


def test_a_day_that_has_passed_was_held(page: SessionsPage, place: Place) -> None:
    page.ask_new(SessionKind.INTEGRATION)
    dialog = asked(page, NewSessionDialog)
    assert isinstance(dialog, NewSessionDialog)
    dialog.when.day.set_value(date(2026, 10, 20))
    dialog.do_button.click()
    assert place.journal.kap_sessions.all()[0].status is SessionStatus.HELD


def test_postponing_plans_it_anew_and_keeps_the_first_date(page: SessionsPage, place: Place) -> None:
    planned = add(place, 4)
    page.show_session(planned.id)
    page.session_pane.head.postpone_wanted.emit()
    dialog = asked(page, PostponeDialog)
    assert isinstance(dialog, PostponeDialog)
    dialog.when.day.set_value(date(2026, 11, 3))
    dialog.reason.setText("a cold")
    dialog.do_button.click()
    old, new = place.journal.kap_sessions.all()
    assert (old.status, old.status_reason) == (SessionStatus.POSTPONED, "a cold")
    assert (new.status, new.moment.day) == (SessionStatus.PLANNED, date(2026, 11, 3))
    assert rows(page)[0] == "Dosing session, 27 Oct, postponed: a cold"
    said = page.said[-1]  # type: ignore[attr-defined]
    assert isinstance(said, Said)
    assert said.undo is not None
    said.undo()
    assert [s.status for s in place.journal.kap_sessions.all()] == [SessionStatus.PLANNED]


def test_postponing_is_one_step_for_undo_everywhere(page: SessionsPage, place: Place) -> None:
    planned = add(place, 4)
    page.show_session(planned.id)
    page.session_pane.head.postpone_wanted.emit()
    dialog = asked(page, PostponeDialog)
    assert isinstance(dialog, PostponeDialog)
    dialog.do_button.click()
    place.journal.undo()
    assert place.journal.kap_sessions.all() == (planned,)


def test_each_change_of_where_a_session_stands_is_taken_back_alone(page: SessionsPage, place: Place) -> None:
    held = add(place, -1)
    page.show_session(held.id)
    page.session_pane.head.planned_wanted.emit()
    page.session_pane.head.held_wanted.emit()
    page.session_pane.head.planned_wanted.emit()
    page.said[-1].undo()  # type: ignore[attr-defined]
    assert place.journal.kap_sessions.get(held.id).status is SessionStatus.HELD


def test_what_took_place_before_its_planned_time_was_now(page: SessionsPage, place: Place) -> None:
    planned = add(place, 4)
    page.show_session(planned.id)
    page.session_pane.head.held_wanted.emit()
    held = place.journal.kap_sessions.get(planned.id)
    assert (held.status, held.moment) == (SessionStatus.HELD, moment_at(NOW))
    assert "today" in page.said[-1].text  # type: ignore[attr-defined]
    page.said[-1].undo()  # type: ignore[attr-defined]
    assert place.journal.kap_sessions.get(planned.id).moment == planned.moment


def test_cancelling_keeps_the_words_that_were_typed_before(page: SessionsPage, place: Place) -> None:
    planned = add(place, 4)
    page.show_session(planned.id)
    QTest.keyClicks(page.session_pane.dosing.before.intention, "Slow down")
    page.session_pane.head.cancel_wanted.emit()
    dialog = asked(page, ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.setText("moved away")
    dialog.do_button.click()
    cancelled = place.journal.kap_sessions.get(planned.id)
    assert (cancelled.status, cancelled.status_reason) == (SessionStatus.CANCELLED, "moved away")
    said = page.said[-1]  # type: ignore[attr-defined]
    said.undo()
    back = place.journal.kap_sessions.get(planned.id)
    assert (back.status, back.intention) == (SessionStatus.PLANNED, "Slow down")


def test_what_is_typed_is_kept_when_the_page_is_left(page: SessionsPage, place: Place) -> None:
    held = add(place, -3)
    page.show_session(held.id)
    during = page.session_pane.dosing.during
    QTest.keyClicks(during.dose, "60 mg")
    QTest.keyClicks(during.notes, "A hand to hold")
    page.leave()
    kept = place.journal.kap_sessions.get(held.id)
    assert (kept.dose_text, kept.notes) == ("60 mg", "A hand to hold")


def test_tracks_stay_unset_until_touched(page: SessionsPage, place: Place) -> None:
    held = add(place, -3)
    page.show_session(held.id)
    after = page.session_pane.dosing.after
    assert after.depth_track.value is None
    QTest.keyClick(after.depth_track, Qt.Key.Key_7)
    assert place.journal.kap_sessions.get(held.id).depth == 7
    assert place.journal.kap_sessions.get(held.id).difficulty is None
    QTest.keyClick(after.depth_track, Qt.Key.Key_Delete)
    assert place.journal.kap_sessions.get(held.id).depth is None


def test_side_effects_are_said_one_by_one(page: SessionsPage, place: Place) -> None:
    held = add(place, -3)
    page.show_session(held.id)
    page.session_pane.dosing.after.side_effects.wanted.emit()
    dialog = asked(page, SideEffectsDialog)
    assert isinstance(dialog, SideEffectsDialog)
    moderate = next(w for w in dialog.findChildren(QWidget) if w.accessibleName() == "Dizziness: moderate")
    QTest.mouseClick(moderate, Qt.MouseButton.LeftButton)
    (effect,) = place.journal.kap_sessions.get(held.id).side_effects_later
    assert (effect.code, effect.severity, effect.resolved) == ("dizziness", Severity.MODERATE, None)
    QTest.mouseClick(moderate, Qt.MouseButton.LeftButton)
    assert place.journal.kap_sessions.get(held.id).side_effects_told == ()


def test_rows_of_side_effects_fit_their_dialog_in_longer_words(page: SessionsPage, place: Place) -> None:
    page.resize(1280, 800)
    page.show_session(add(place, -3).id)
    page.session_pane.dosing.after.side_effects.wanted.emit()
    dialog = asked(page, SideEffectsDialog)
    assert isinstance(dialog, SideEffectsDialog)
    strength, began, now = dialog._rows[0].widths
    assert dialog._arrange_rows() is not None
    assert row_width((strength, began, now)) <= dialog.content_width
    for row in dialog._rows:
        row.now.addItem(
            "gone after a time that takes many more words to say than there is room for in a column"
        )
    assert dialog._arrange_rows() is None


def test_a_strong_side_effect_brings_the_clinic_forward(page: SessionsPage, place: Place) -> None:
    held = add(place, -3)
    page.show_session(held.id)
    page.session_pane.dosing.after.side_effects.wanted.emit()
    dialog = asked(page, SideEffectsDialog)
    assert isinstance(dialog, SideEffectsDialog)
    assert not dialog.clinic_words.startswith("Contact your clinic now")
    strong = next(w for w in dialog.findChildren(QWidget) if w.accessibleName() == "Headache: strong")
    QTest.mouseClick(strong, Qt.MouseButton.LeftButton)
    assert dialog.clinic_words.startswith("Contact your clinic now")


def test_a_red_flag_brings_the_emergency_number_first_and_support_is_one_step_away(
    page: SessionsPage, place: Place
) -> None:
    place.settings.change(country="GB")
    held = add(place, -3)
    page.show_session(held.id)
    page.session_pane.dosing.after.side_effects.wanted.emit()
    dialog = asked(page, SideEffectsDialog)
    assert isinstance(dialog, SideEffectsDialog)
    dialog._take(SideEffect("chest_pain", Severity.NONE))
    mild = next(w for w in dialog.findChildren(QWidget) if w.accessibleName() == "Chest pain: mild")
    QTest.mouseClick(mild, Qt.MouseButton.LeftButton)
    assert dialog._warning.text() == "Call 999 or 112 first."
    assert dialog.clinic_words.startswith("Contact your clinic now")
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    support = next(w for w in dialog.findChildren(QWidget) if w.accessibleName() == "Open Support")
    QTest.mouseClick(support, Qt.MouseButton.LeftButton)
    assert ShowPage("support") in wishes


def test_the_emergency_number_is_that_of_the_country_and_not_of_the_language(
    page: SessionsPage, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    page.show_session(add(place, -3).id)
    with speaking("en_US"):
        page.session_pane.dosing.after.side_effects.wanted.emit()
    dialog = asked(page, SideEffectsDialog)
    assert isinstance(dialog, SideEffectsDialog)
    assert "call 112 first" in dialog._warning.text()


def test_the_bladder_is_spoken_of_the_second_time_and_once(page: SessionsPage, place: Place) -> None:
    for days in (-10, -3):
        held = add(place, days)
        page.show_session(held.id)
        page.session_pane.dosing.after.side_effects.wanted.emit()
        dialog = asked(page, SideEffectsDialog)
        assert isinstance(dialog, SideEffectsDialog)
        dialog._take(SideEffect("urinary_urgency", Severity.NONE))
        row = next(row for row in dialog._rows if row.code == "urinary_urgency")
        row.strength.buttons[1].click()  # type: ignore[attr-defined]
        assert ("Tell your clinic about your bladder." in dialog.clinic_words) is (days == -3)
        dialog.close_dialog()
    page.session_pane.dosing.after.side_effects.wanted.emit()
    again = asked(page, SideEffectsDialog)
    assert isinstance(again, SideEffectsDialog)
    assert "bladder" not in again.clinic_words


def test_home_without_anyone_brings_one_calm_line(page: SessionsPage, place: Place) -> None:
    planned = add(place, 4)
    page.show_session(planned.id)
    before = page.session_pane.dosing.before
    assert before.unsupervised.isHidden()
    before.setting.changed.emit(Setting.HOME_UNSUPERVISED)
    assert not before.unsupervised.isHidden()
    assert place.journal.kap_sessions.get(planned.id).setting is Setting.HOME_UNSUPERVISED


def test_a_fragment_can_be_added_and_a_reflection_begun(page: SessionsPage, place: Place) -> None:
    held = add(place, -3)
    page.show_session(held.id)
    card = page.session_pane.dosing.after.fragments
    QTest.keyClicks(card.text, "a blue door")
    card.add.click()
    assert [f.text for f in place.journal.fragments.of_session(held.id)] == ["a blue door"]
    page.session_pane.dosing.written.write.click()
    assert page.said[-1] == ReflectionWanted(None, kap_session_id=held.id)  # type: ignore[attr-defined]


def test_a_session_goes_to_the_trash_and_comes_back(page: SessionsPage, place: Place) -> None:
    held = add(place, -3)
    page.show_session(held.id)
    page.session_pane.head.trash_wanted.emit()
    assert place.journal.kap_sessions.all() == ()
    assert not page.empty.isHidden()
    said = page.said[-1]  # type: ignore[attr-defined]
    said.undo()
    assert [s.id for s in place.journal.kap_sessions.all()] == [held.id]
    assert not page.session_pane.isHidden()


def test_a_meeting_has_its_own_page(page: SessionsPage, place: Place) -> None:
    meeting = add(place, -1, SessionKind.INTEGRATION)
    page.show_session(meeting.id)
    QTest.keyClicks(page.session_pane.meeting.step, "Tell one person")
    page.leave()
    assert place.journal.kap_sessions.get(meeting.id).agreed_step == "Tell one person"
    assert page.session_pane.dosing.isHidden()


def test_an_event_stands_on_the_line(page: SessionsPage, place: Place) -> None:
    page.ask_event()
    dialog = asked(page, EventDialog)
    assert isinstance(dialog, EventDialog)
    dialog.kind.value = EventKind.MEDICINE_CHANGE
    dialog.text.setPlainText("Half of it from today")
    dialog.keep_button.click()
    (event,) = place.journal.events.between(NOW.date(), NOW.date())
    assert event.kind is EventKind.MEDICINE_CHANGE
    assert rows(page) == ["Change of medicine, 23 Oct, Half of it from today"]


def test_the_phase_is_set_by_the_person(page: SessionsPage, place: Place) -> None:
    page.show_course()
    page.course_pane.phase.changed.emit(Phase.MAINTENANCE)
    (course,) = place.journal.courses.all()
    assert course.phase_on(NOW.date()) is Phase.MAINTENANCE
    QTest.keyClicks(page.course_pane.clinic_phone, "020 7946 0178")
    page.leave()
    (course,) = place.journal.courses.all()
    assert course.clinic_phone == "020 7946 0178"


def test_the_check_in_before_is_asked_for_on_its_day(page: SessionsPage, place: Place) -> None:
    today = add(place, 0)
    page.show_session(today.id)
    button = page.session_pane.dosing.before.check_in
    assert not button.isHidden()
    button.click()
    assert page.said[-1] == CheckInWanted(None)  # type: ignore[attr-defined]


def test_every_control_has_a_name(page: SessionsPage, place: Place) -> None:
    held = add(place, -3)
    page.show_session(held.id)
    page.reload()
    takers = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    unnamed = [w for w in takers if w.isVisibleTo(page) and not w.accessibleName() and w.focusProxy() is None]
    assert [type(w).__name__ for w in unnamed] == []


def test_tab_goes_past_the_line_of_sessions_without_going_to_one(page: SessionsPage, place: Place) -> None:
    add(place, -2)
    page.window().activateWindow()
    page.show_course()
    rows = page.column.list
    assert rows.count() > 0
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert rows.hasFocus()
    assert not page.course_pane.isHidden(), "what stands beside it is still about the course"


def test_a_line_of_the_preparation_that_is_left_out_comes_back_with_its_words(
    page: SessionsPage, place: Place
) -> None:
    planned = add(place, 4)
    page.show_session(planned.id)
    card = page.session_pane.dosing.before.preparation
    QTest.keyClicks(card.rows[0].note, "Ana drives me")
    card.rows[0].leave_out.click()
    kept = place.journal.kap_sessions.get(planned.id).preparation
    assert kept is not None
    assert len(kept) == len(card.rows) == len(USUAL_PREPARATION) - 1
    said = page.said[-1]  # type: ignore[attr-defined]
    assert said.text == "Left out: Ride home"
    said.undo()
    assert card.rows[0].note.text() == "Ana drives me"


def test_an_own_line_of_the_preparation_is_called_by_its_name(page: SessionsPage, place: Place) -> None:
    page.show_session(add(place, 4).id)
    card = page.session_pane.dosing.before.preparation
    card.add.click()
    own = card.rows[-1]
    assert own.leave_out.accessibleName() == "Leave out Own line"
    assert own.name is not None
    QTest.keyClicks(own.name, "Warm socks")
    assert own.tick.accessibleName() == "Warm socks"
    assert own.leave_out.accessibleName() == "Leave out Warm socks"
    card.rows[-1].leave_out.click()
    assert page.said[-1].text == "Left out: Warm socks"  # type: ignore[attr-defined]


def test_the_button_to_the_clinic_is_called_by_what_stands_on_it(page: SessionsPage, place: Place) -> None:
    page.show_session(add(place, 4).id)
    enter = page.session_pane.dosing.before.clinic.enter
    assert enter.accessibleName().startswith(enter.text().strip())
