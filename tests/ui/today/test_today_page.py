from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import Course, Phase, PhaseSpan
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.measure import ENERGY, MOOD, SLEEP_H, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.practice import Practice, Rhythm, Spell
from kapjournal.domain.reflection import Reflection
from kapjournal.journal import Journal
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.concern_card import ConcernCard
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import (
    CheckInWanted,
    CodeRehearsalWanted,
    NewSessionWanted,
    ReflectionWanted,
    Said,
    ScaleWanted,
    ShowPage,
)
from kapjournal.ui.today.page import TodayPage

LONDON = ZoneInfo("Europe/London")
TODAY = datetime(2026, 10, 23, 9, 42, tzinfo=LONDON)


def shown(place: Place) -> tuple[TodayPage, list[object]]:
    page = TodayPage(place)
    wishes: list[object] = []
    page.requested.connect(wishes.append)
    page.resize(1072, 800)
    page.show()
    page.reload()
    return page, wishes


def click_mood(page: TodayPage, mood: int) -> None:
    row = page.check_in_card.mood_row
    point: QPoint = row.circle(mood).center().toPoint()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=point)


def kept(journal: Journal) -> tuple[CheckIn, ...]:
    return journal.check_ins.of_day(TODAY.date())


def test_one_click_keeps_a_check_in_and_says_so(place: Place) -> None:
    page, wishes = shown(place)
    click_mood(page, 6)
    (check_in,) = kept(place.journal)
    assert check_in.mood == 6
    assert check_in.distress is None
    assert isinstance(wishes[-1], Said)
    assert wishes[-1].text == "Kept, 09:42"
    assert page.check_in_card.add_more.isVisibleTo(page)
    assert not page.check_in_card.support_note.isVisibleTo(page)


def test_undo_takes_the_check_in_back(place: Place) -> None:
    page, wishes = shown(place)
    click_mood(page, 6)
    said = wishes[-1]
    assert isinstance(said, Said)
    assert said.undo is not None
    said.undo()
    assert kept(place.journal) == ()
    assert page.check_in_card.mood_row.mood is None
    assert not page.check_in_card.add_more.isVisibleTo(page)


def test_a_second_click_mends_the_same_check_in(place: Place) -> None:
    page, _wishes = shown(place)
    click_mood(page, 6)
    click_mood(page, 4)
    (check_in,) = kept(place.journal)
    assert check_in.mood == 4


def test_enter_keeps_the_mood_that_the_keys_stand_on(place: Place) -> None:
    page, _wishes = shown(place)
    row = page.check_in_card.mood_row
    QTest.keyClick(row, Qt.Key.Key_3)
    assert kept(place.journal) == ()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert [c.mood for c in kept(place.journal)] == [3]


def test_add_more_opens_that_very_check_in(place: Place) -> None:
    page, wishes = shown(place)
    click_mood(page, 7)
    page.check_in_card.add_more.click()
    assert wishes[-1] == CheckInWanted(kept(place.journal)[0].id)


def test_a_very_low_mood_brings_the_support_note(place: Place) -> None:
    page, wishes = shown(place)
    click_mood(page, 1)
    note = page.check_in_card.support_note
    assert note.isVisibleTo(page)
    note.support_wanted.emit()
    assert wishes[-1] == ShowPage("support")


def test_a_fresh_journal_says_quietly_that_nothing_is_there(place: Place) -> None:
    page, wishes = shown(place)
    assert not page.ribbon.isVisibleTo(page)
    assert not page.waiting_card.isVisibleTo(page)
    page.add_session.click()
    assert wishes[-1] == NewSessionWanted()


def test_the_course_is_told_under_the_date(place: Place) -> None:
    course = place.journal.courses.keep(Course(started=TODAY.date()))
    for days, kind, status in (
        (-3, SessionKind.DOSING, SessionStatus.HELD),
        (0, SessionKind.INTEGRATION, SessionStatus.PLANNED),
    ):
        moment = moment_at(TODAY.replace(hour=16, minute=0) + timedelta(days=days))
        place.journal.kap_sessions.keep(
            KapSession(kind=kind, status=status, moment=moment, course_id=course.id)
        )
    page, _wishes = shown(place)
    assert page.ribbon.isVisibleTo(page)
    assert "Today, day 3" in page.ribbon.accessibleDescription()
    assert page.subtitle == "Day 3 after session 1. Integration session today at 16:00."


def test_a_reflection_left_open_can_be_gone_on_with(place: Place) -> None:
    left = place.journal.reflections.keep(
        Reflection(moment=moment_at(TODAY), title="The lake", text="Cold.", left_open=True)
    )
    page, wishes = shown(place)
    assert page.waiting_card.isVisibleTo(page)
    page.waiting_card.wanted.emit(ReflectionWanted(left.id))
    assert wishes[-1] == ReflectionWanted(left.id)


def test_what_was_left_open_is_called_by_its_words_and_not_by_their_signs(place: Place) -> None:
    place.journal.reflections.keep(
        Reflection(moment=moment_at(TODAY), text="\n## The **cold** lake\nand more", left_open=True)
    )
    page, _wishes = shown(place)
    assert "Continue “The cold lake”" in [
        b.accessibleName() for b in page.waiting_card.findChildren(QAbstractButton)
    ]


def test_the_question_of_the_day_stays_until_another_is_asked_for(place: Place) -> None:
    page, wishes = shown(place)
    first = page.question
    page.reload()
    assert page.question == first
    page.prompt_card.another.click()
    assert page.question != first
    page.prompt_card.write.click()
    wanted = wishes[-1]
    assert isinstance(wanted, ReflectionWanted)
    assert wanted.prompt is not None
    assert wanted.prompt.question == page.question
    page.prompt_card.leave.click()
    assert page.question == ""


def test_a_star_makes_a_favourite_and_takes_it_away(place: Place) -> None:
    page, _wishes = shown(place)
    page.prompt_card.star.click()
    assert [m.favourite for m in place.journal.prompts.marks().values()] == [True]
    page.prompt_card.star.click()
    assert not any(m.favourite for m in place.journal.prompts.marks().values())


def test_what_was_noted_last_is_shown(place: Place) -> None:
    earlier = moment_at(TODAY.replace(hour=7, minute=50))
    place.journal.check_ins.keep(CheckIn(moment=earlier, values=(MeasureValue(MOOD, 6.0),)))
    page, _wishes = shown(place)
    assert page.check_in_card.said == "Last noted this morning, 07:50"


def test_a_practice_is_ticked_and_the_tick_taken_back(place: Place) -> None:
    practice = place.journal.practices.keep(Practice(name="Draw", spells=(Spell(TODAY.date()),)))
    page, wishes = shown(place)
    card = page.practices_card
    assert not card.isHidden()
    assert page.body.contentsMargins().top() == theme().px(28)
    page.resize(2000, 900)
    assert (card.width(), page.body.contentsMargins().top()) == (theme().px(376), theme().px(32))
    (tick,) = card.findChildren(Tick)
    assert (tick.accessibleName(), tick.accessibleDescription()) == ("Draw", "kept on 0 of 1 day")
    tick.click()
    assert place.journal.practices.kept_days() == {practice.id: {TODAY.date()}}
    assert tick.accessibleDescription() == "kept on 1 of 1 day"
    said = wishes[-1]
    assert isinstance(said, Said)
    assert said.undo is not None
    said.undo()
    assert place.journal.practices.kept_days() == {}
    assert not tick.isChecked()


def test_without_a_practice_there_is_no_card(place: Place) -> None:
    page, _wishes = shown(place)
    assert page.practices_card.isHidden()


def test_what_is_paused_or_was_done_once_is_not_asked_after(place: Place) -> None:
    practices = place.journal.practices
    paused = practices.keep(Practice(name="Draw", spells=(Spell(TODAY.date()),)))
    practices.pause(paused.id, TODAY.date())
    once = practices.keep(Practice(name="Ask", rhythm=Rhythm.ONCE, spells=(Spell(TODAY.date()),)))
    page, _wishes = shown(place)
    assert [t.accessibleName() for t in page.practices_card.findChildren(Tick)] == ["Ask"]
    practices.tick(once.id, TODAY.date() - timedelta(days=1), kept=True)
    page.reload()
    assert page.practices_card.isHidden()


def test_without_any_session_the_question_is_not_before_one(place: Place) -> None:
    page, _wishes = shown(place)
    assert page.prompt_card._kind.text().startswith("A question to begin with")


def test_much_energy_and_little_sleep_are_spoken_of_until_set_aside(place: Place) -> None:
    for days in (1, 0):
        moment = moment_at(TODAY - timedelta(days=days))
        values = (MeasureValue(ENERGY, 9.0), MeasureValue(SLEEP_H, 5.0))
        place.journal.check_ins.keep(CheckIn(moment=moment, values=values))
    page, wishes = shown(place)
    card = page.findChildren(ConcernCard)[0]
    assert card.accessibleName() == "You have been sleeping much less while feeling very energized."
    card.open_button.click()
    assert wishes[-1] == ShowPage("support")
    card.set_aside.emit()
    page.reload()
    assert page._concern is None


def test_a_scale_that_is_due_waits_quietly(place: Place) -> None:
    start = moment_at(TODAY - timedelta(days=3))
    course = place.journal.courses.keep(
        Course(started=start.day, phases=(PhaseSpan(Phase.INITIAL, start.day - timedelta(days=9)),))
    )
    place.journal.kap_sessions.keep(
        KapSession(moment=start, kind=SessionKind.DOSING, status=SessionStatus.HELD, course_id=course.id)
    )
    page, wishes = shown(place)
    names = [b.accessibleName() for b in page.waiting_card.findChildren(QAbstractButton)]
    assert names == ["Begin PHQ-9"]
    page.waiting_card.findChildren(QAbstractButton)[0].click()
    assert wishes[-1] == ScaleWanted(instrument="phq9")


def test_the_code_is_asked_for_once_a_month_and_may_wait(place: Place) -> None:
    place.settings.change(code_at_hand="2026-09-24")
    page, wishes = shown(place)
    assert not page.rehearsal_card.isVisible()
    place.settings.change(code_at_hand="2026-09-23")
    page.reload()
    assert page.rehearsal_card.isVisible()
    page.rehearsal_card.try_it.click()
    assert wishes == [CodeRehearsalWanted()]
    page.rehearsal_card.not_now.click()
    assert not page.rehearsal_card.isVisible()
    page.reload()
    assert not page.rehearsal_card.isVisible()
    place.settings.change(code_set_aside="2026-10-09")
    page.reload()
    assert page.rehearsal_card.isVisible()


def test_by_keys_a_mood_is_pointed_at_and_it_says_what_keeps_it(place: Place) -> None:
    page, _wishes = shown(place)
    card = page.check_in_card
    QTest.qWaitForWindowActive(page)
    card.mood_row.setFocus()
    before = card.said
    QTest.keyClick(card.mood_row, Qt.Key.Key_6)
    assert card.said == "Enter keeps it"
    page.setFocus()
    assert card.said == before
    card.mood_row.setFocus()
    QTest.keyClick(card.mood_row, Qt.Key.Key_6)
    QTest.keyClick(card.mood_row, Qt.Key.Key_Return)
    kept = card.said
    assert kept.startswith("Kept, ")
    QTest.keyClick(card.mood_row, Qt.Key.Key_Right)
    assert card.said == "Enter keeps it"
    page.setFocus()
    assert (card.said, card.mood_row.mood) == (kept, 6)
