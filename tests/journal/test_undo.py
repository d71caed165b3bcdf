"""One history: undo, redo, one step alone, earlier versions, the trash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from kapjournal.clock import FixedClock
from kapjournal.domain.changes import Changes, Doing, StepFacts
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.course import Course
from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.domain.reflection import Reflection
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal import Journal


@dataclass
class Hand:
    """A clock whose hand the test moves."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def wait(self, minutes: float) -> None:
        self.moment += timedelta(minutes=minutes)


@pytest.fixture
def hand(journal: Journal, clock: FixedClock) -> Hand:
    moving = Hand(clock.now())
    journal._book.clock = moving
    return moving


Write = Callable[..., Reflection]


@pytest.fixture
def write(journal: Journal, clock: FixedClock) -> Write:
    def keep(text: str, id: int = 0, by: str = "reflection") -> Reflection:
        return journal.reflections.keep(Reflection(id=id, moment=moment_at(clock.now()), text=text), by)

    return keep


def test_nothing_to_undo_in_a_new_journal(journal: Journal) -> None:
    assert journal.to_undo() is None
    assert journal.undo() is None
    assert journal.redo() is None
    assert journal.step() == 0


def test_one_sitting_is_one_version_and_one_step(journal: Journal, hand: Hand, write: Write) -> None:
    first = write("one")
    step = journal.step()
    for text in ("one two", "one two three"):
        hand.wait(9)
        write(text, first.id)
    assert journal.step() == step
    assert journal.reflections.versions(first.id) == ()
    hand.wait(11)
    write("one two three four", first.id)
    hand.wait(1)
    write("one two three four five", first.id)
    assert journal.step() == step + 1
    assert [v.text for v in journal.reflections.versions(first.id)] == ["one two three"]
    journal.undo()
    assert journal.reflections.get(first.id).text == "one two three"
    journal.undo()
    with pytest.raises(KeyError):
        journal.reflections.get(first.id)
    assert journal.to_undo() is None
    journal.redo()
    journal.redo()
    assert journal.reflections.get(first.id).text == "one two three four five"
    assert journal.redo() is None


def test_another_page_or_another_record_begins_a_step(journal: Journal, write: Write) -> None:
    first = write("one")
    write("two", first.id, by="journal")
    write("other")
    write("three", first.id, by="journal")
    assert journal.step() == 4
    assert [v.text for v in journal.reflections.versions(first.id)] == ["two", "one"]


def test_two_records_of_one_page_changed_in_turn_are_steps_of_their_own(
    journal: Journal, write: Write
) -> None:
    first, second = write("one"), write("two")
    for text, id_ in (("one more", first.id), ("two more", second.id), ("one again", first.id)):
        write(text, id_)
    assert journal.step() == 5
    journal.undo()
    assert journal.reflections.get(first.id).text == "one more"
    journal.undo()
    assert journal.reflections.get(second.id).text == "two"


def test_keeping_what_is_there_changes_nothing(journal: Journal, hand: Hand, write: Write) -> None:
    first = write("one")
    heard: list[Changes] = []
    journal.listen(heard.append)
    hand.wait(60)
    assert journal.reflections.keep(first) == first
    assert journal.step() == 1
    assert heard == []


def test_after_an_undo_a_new_step_ends_what_could_be_redone(journal: Journal, write: Write) -> None:
    first = write("one")
    write("two", first.id, by="journal")
    journal.undo()
    write("other", first.id, by="today")
    assert journal.redo() is None
    assert journal.reflections.get(first.id).text == "other"
    journal.undo()
    assert journal.reflections.get(first.id).text == "one"


def test_what_is_written_after_an_undo_is_a_step_also_in_the_same_sitting(
    journal: Journal, write: Write
) -> None:
    first = write("one")
    write("two", first.id, by="journal")
    journal.undo()
    write("three", first.id)
    assert journal.redo() is None
    journal.undo()
    assert journal.reflections.get(first.id).text == "one"


def test_one_step_alone_unless_its_record_changed_since(journal: Journal, write: Write) -> None:
    first, second = write("first"), write("second")
    assert journal.undo_step(1)
    assert not journal.undo_step(1)
    with pytest.raises(KeyError):
        journal.reflections.get(first.id)
    write("second changed", second.id, by="journal")
    assert not journal.undo_step(2)
    assert journal.undo_step(3)
    assert journal.undo_step(2)
    assert journal.timeline.count() == 0
    assert not journal.undo_step(99)


def test_a_session_that_something_rests_on_is_not_undone_alone(journal: Journal, clock: FixedClock) -> None:
    moment = moment_at(clock.now())
    session = journal.kap_sessions.keep(KapSession(moment=moment, kind=SessionKind.DOSING))
    about = journal.reflections.keep(Reflection(moment=moment, text="about it", kap_session_id=session.id))
    assert not journal.undo_step(1)
    assert journal.kap_sessions.get(session.id) == session
    assert journal.reflections.of_session(session.id) == (about,)
    journal.undo()
    journal.undo()
    assert journal.timeline.count() == 0


def test_a_course_that_was_taken_away_comes_back(journal: Journal, clock: FixedClock) -> None:
    kept = journal.courses.keep(Course(started=clock.now().date()))
    journal.courses.remove(kept.id)
    assert journal.courses.all() == ()
    journal.undo()
    assert journal.courses.all() == (kept,)


def test_listeners_hear_once_what_changed_and_by_whom(journal: Journal, write: Write) -> None:
    heard: list[Changes] = []
    stop = journal.listen(heard.append)
    kept = write("one")
    journal.undo()
    stop()
    stop()
    journal.redo()
    touched = frozenset({(Kind.REFLECTION, kept.id)})
    assert heard == [Changes(touched, "reflection"), Changes(touched)]
    assert heard[0].kinds == {Kind.REFLECTION}


def test_the_trash_hides_everywhere_and_undo_brings_back(journal: Journal, clock: FixedClock) -> None:
    kept = journal.check_ins.keep(
        CheckIn(
            moment=moment_at(clock.now()), note="quiet", values=(MeasureValue(MOOD, 6.0),), tags=("sleep",)
        )
    )
    journal.timeline.trash(kept.id, "journal")
    day = kept.moment.day
    assert journal.check_ins.of_day(day) == ()
    assert journal.check_ins.latest() is None
    assert len(journal.check_ins.values(MOOD)) == 0
    assert journal.check_ins.count(day, day) == 0
    assert journal.timeline.tags() == journal.check_ins.tags_used() == ()
    assert journal.timeline.page(TimelineFilter(text="quiet")).items == ()
    assert journal.timeline.page(TimelineFilter(text="quiet", trashed=True)).total == 1
    assert journal.check_ins.get(kept.id).trashed is not None
    journal.undo()
    assert journal.check_ins.of_day(day) == (kept,)
    journal.timeline.trash(kept.id)
    journal.timeline.restore(kept.id)
    assert replace(journal.check_ins.get(kept.id), edited=kept.edited) == kept
    assert list(journal.check_ins.values(MOOD).values) == [6.0]


def test_undo_reaches_back_over_a_closing(
    journal: Journal, clock: FixedClock, write: Write, passphrase: str
) -> None:
    kept = write("one")
    journal.close()
    again = Journal.unlock(journal.folder, passphrase, clock)
    assert again.reflections.get(kept.id) == kept
    again.undo()
    assert again.timeline.count() == 0
    again.redo()
    assert again.reflections.get(kept.id) == kept
    again.close()


def test_a_step_says_what_it_did(journal: Journal, write: Write) -> None:
    assert journal.to_undo() is None
    made = write("one")
    assert journal.to_undo() == StepFacts(Doing.ADDED, Kind.REFLECTION, 1)
    journal.timeline.trash(made.id)
    assert journal.to_undo() == StepFacts(Doing.TRASHED, Kind.REFLECTION, 1)
    assert journal.to_redo() is None
    journal.undo()
    assert journal.to_undo() == StepFacts(Doing.ADDED, Kind.REFLECTION, 1)
    assert journal.to_redo() == StepFacts(Doing.TRASHED, Kind.REFLECTION, 1)
    journal.redo()
    journal.timeline.restore(made.id)
    assert journal.to_undo() == StepFacts(Doing.RESTORED, Kind.REFLECTION, 1)
    journal.timeline.mark_to_share(made.id, True)
    assert journal.to_undo() == StepFacts(Doing.SHARED, Kind.REFLECTION, 1)
