from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtTest import QTest

from kapjournal.domain.around_dose import (
    Aid,
    PreparationKind,
    SessionMode,
    Theme,
    VitalSigns,
    VitalTime,
    Welcome,
)
from kapjournal.domain.course import Course, CurrentMedicine
from kapjournal.domain.event import EventKind
from kapjournal.domain.kap_session import KapSession, Onset, SessionKind, SessionStatus, Severity, SideEffect
from kapjournal.domain.moment import moment_at
from kapjournal.ui.sessions.page import SessionsPage
from kapjournal.ui.sessions.side_effects_dialog import SideEffectsDialog
from kapjournal.ui.shared.place import Place
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
    name.setText("Sertraline")
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
