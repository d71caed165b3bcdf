"""A course of six sessions over eight weeks, lived through on a screen by a clock that moves.

Planning and cancelling, first words and a kill in the middle of one, later looks, a question in every window, a hard
day, a practice from its first day to its second beginning, and the quiet time after.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import moment_at
from kapjournal.domain.practice import PracticeState
from kapjournal.domain.reflection import Layer
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.guidance.library import library
from kapjournal.journal import Journal, KdfCost
from tests.journeys.conftest import PASSPHRASE, Person
from tests.journeys.moved_clock import ZONE, MovedClock

ROOT = Path(__file__).resolve().parents[2]
IMAGE = "An image?"
FIRST = "Rooms open to the sky, water on the floor"
HALF = "a hand that was warm and"
ANSWER = "Slower than I thought, and kinder."


class Course:
    """The person, the journal, and the clock that both go by."""

    def __init__(self, person: Person, cost: KdfCost) -> None:
        self.person = person
        self.file = person.home / "clock"
        self.at("2026-09-01T10:00")
        journal, _code = Journal.create(person.folder, PASSPHRASE, MovedClock(self.file), cost=cost)
        journal.close()

    def at(self, moment: str) -> None:
        """Move the clock."""
        self.file.write_text(moment, "ascii")

    def open(self, first: str, of_role: str = "") -> None:
        """Start the program, and wait for what it shows first."""
        person = self.person
        command = [sys.executable, "-m", "tests.journeys.moved_clock", str(person.folder), str(self.file)]
        person.start(command, {**person._env, "PYTHONPATH": str(ROOT)})
        person.wait("Passphrase", within=30)
        person.set("Passphrase", PASSPHRASE)
        person.key("Return")
        person.wait(first, within=30, of_role=of_role)

    def behind_the_window(self, do: Callable[[Journal], None]) -> None:
        """What is prepared or looked at while the program is closed."""
        journal = Journal.unlock(self.person.folder, PASSPHRASE, MovedClock(self.file))
        do(journal)
        journal.close()

    def today(self, moment: str, question: str) -> None:
        """Come back to Today at a moment, and be asked what belongs to it."""
        self.at(moment)
        self.person.key("ctrl+5", "ctrl+1")
        self.person.wait(f"{question}*", within=15)

    def showing(self, *roles: str) -> list[str]:
        """The names of what is showing in these roles, from the top."""
        lines = (re.fullmatch(r"\s*([a-z ]+?) (['\"])(.*)\2", line) for line in self.person.tree())
        return [line[3] for line in lines if line is not None and line[1] in roles]

    def field(self) -> str:
        """The one field that is showing."""
        (name,) = self.showing("text")
        return name

    def wait_for(self, holds: Callable[[], bool]) -> None:
        """Look again and again, for half a minute at most."""
        deadline = time.monotonic() + 30
        while not holds():
            assert time.monotonic() < deadline

    def session(self, row: str) -> None:
        """Go to a session on the line."""
        self.person.click("Sessions")
        self.person.wait("The course", of_role="list")
        self.person.point(row, of_role="list item")

    def write(self, name: str, words: str) -> None:
        """Type into a field."""
        self.person.focus(name, of_role="text")
        self.person.key("ctrl+a")
        self.person.type(words)


def plan(course: Course, day: str, *, first: bool = False) -> None:
    """Add a session that is to come."""
    person = course.person
    person.click("Sessions")
    if first:
        person.click("Add a dosing session")
    else:
        person.wait("The course", of_role="list")
        person.key("ctrl+k")
        person.wait("Find any action", of_role="text")
        person.type("add dosing")
        person.wait("Add: Dosing session*", of_role="list item")
        person.key("Return")
    person.wait("When is it planned, or when was it?")
    course.write("Day", day)
    person.key("Tab")
    course.write("Time", "13:30")
    person.key("Return")
    person.wait_gone("When is it planned, or when was it?")


def prepare(course: Course) -> None:
    """Two sessions are planned, and what one of them is for."""
    person = course.person
    person.wait("A question to begin with*")
    plan(course, "2026-09-15", first=True)
    plan(course, "2026-09-08")
    person.wait("Dosing session 1")
    course.write("Intention", "To let someone stay near")
    person.click("Ride home", of_role="check box")
    assert person.unnamed() == []
    person.click("Today")


def answer(course: Course) -> None:
    """Write about the question that is asked."""
    person = course.person
    person.click("Write about this")
    person.wait("You are answering")
    person.set("Text", ANSWER)
    person.wait("Kept, *")
    person.click("Done, back")
    person.wait("How are you now?", of_role="slider")


def nothing_but_the_question(course: Course) -> None:
    """Two ways out, five kinds, one field: the page needs no instruction."""
    assert course.showing("push button", "text", "radio button", "check box", "slider", "combo box") == [
        "Support", "Enough for now", IMAGE, "Something else", "Keep",
        "an image", "a word", "a feeling", "in the body", "someone",
    ]  # fmt: skip


def first_words(course: Course) -> None:
    """Opened after a session, the program begins with them; a kill in the middle of one keeps every letter."""
    person = course.person
    course.at("2026-09-08T15:40")
    course.open(IMAGE, of_role="text")
    nothing_but_the_question(course)
    person.key("Escape")
    person.wait("How are you now?", of_role="slider")
    person.click("Catch what came up")
    person.wait(IMAGE, of_role="text")
    course.write(IMAGE, FIRST)
    person.key("Return")
    person.wait(f"*{FIRST}")
    person.wait_gone(IMAGE)
    field = course.field()
    course.write(field, HALF)
    course.wait_for(lambda: person.text(field, of_role="text") == HALF)
    person.kill()  # in the moment in which the last letter stands there


def the_rest_is_planned(journal: Journal) -> None:
    """Four more sessions, as the clinic gave the dates."""
    course = journal.courses.all()[0]
    for month, day in ((9, 22), (10, 6), (10, 13), (11, 3)):
        moment = moment_at(datetime(2026, month, day, 13, 30, tzinfo=ZONE))
        journal.kap_sessions.keep(KapSession(moment=moment, kind=SessionKind.DOSING, course_id=course.id))


def after_the_kill(course: Course) -> None:
    """What was half typed stands in the field, on the page that opens by itself."""
    person = course.person
    course.at("2026-09-08T16:10")
    course.open("Enough for now")
    field = course.field()
    assert person.text(field, of_role="text") == HALF
    person.key("Return")
    person.wait(f"*{HALF}")
    person.click("Enough for now")
    person.wait("How are you now?", of_role="slider")
    course.session("Dosing session 1, *")
    person.click("It took place")
    person.wait("Noted: it took place.")


def lay_out(course: Course) -> None:
    """The next day both are laid out; the question goes by their number, and a reflection grows."""
    person = course.person
    person.click("Lay them out")
    person.wait("What came, as it came")
    person.wait("Take one or several slips*")
    person.click(f"*{FIRST}")
    person.wait_gone("Take one or several slips*")
    alone = course.field()
    person.click(f"*{HALF}")
    person.settled()
    both = course.field()
    assert alone != both
    person.set(both, "Nobody had to speak.", of_role="text")
    person.wait("Kept, *")
    person.key("ctrl+1")
    person.wait("How are you now?", of_role="slider")


def look_again(course: Course, moment: str, layer: str, words: str, before: str = "") -> None:
    """A later look at the first words, beside the looks before it."""
    person = course.person
    course.at(moment)
    person.key("ctrl+5")
    course.session("Dosing session 1, *")
    person.click("After", of_role="page tab")
    person.click("Later looks")
    person.wait("Session 1, looked at again")
    if before:
        person.wait(f"*{before}")
    person.click("Write beside it now")
    field = f"{layer}, beside “{FIRST}”"
    course.write(field, words)
    person.wait("Kept, *")
    person.click("Done writing")
    person.wait(f"*{words}")


def hard_day(course: Course) -> None:
    """Distress of eight: the question gives way to something steady, and comes back another day."""
    person = course.person
    course.today("2026-09-25T18:00", "A question for")
    person.key("ctrl+n")
    person.wait("Feelings")
    person.set("Distress", 8, of_role="slider")
    person.wait("Kept, *")
    person.click("Done")
    person.wait_gone("Feelings")
    person.wait("Something steady for a hard day*")
    course.today("2026-09-28T09:00", "A question before the session")


def practise(course: Course) -> None:
    """A practice is added, ticked, paused, taken up again, ended, revived, and found by its name."""
    person = course.person
    person.click("Integrate")
    person.click("Add a practice")
    person.wait("What you would like to do", of_role="text")
    course.write("What you would like to do", "Ten minutes outside")
    person.key("Return")
    person.wait("Added to your practices.")
    person.click("Today")
    person.click("Ten minutes outside", of_role="check box")
    person.wait("*1 of 1*")
    for moment, press, said in (
        ("2026-09-16T19:00", "Pause", "Paused. It waits on Integrate."),
        ("2026-09-18T19:00", "Go on with it", "It goes on from today."),
        ("2026-09-19T19:00", "End", "Ended. What was kept stays."),
    ):
        course.at(moment)
        person.key("ctrl+5")
        person.click("Integrate")
        person.click("Ten minutes outside, *")
        person.click(press)
        person.wait(said)
    person.click("Show what is over*")
    person.click("Ten minutes outside, *")
    person.click("Go on with it")
    person.wait("It goes on from today.")
    person.key("ctrl+f")
    person.type("minut")
    person.wait("Practice: Ten minutes outside")


def postpone(course: Course) -> None:
    """A cold moves the third session by a week; its first date stays on the line, in words."""
    person = course.person
    course.at("2026-09-22T16:00")
    person.key("ctrl+5")
    course.session("Dosing session 3, *")
    person.click("Postpone…")
    person.wait("The first date stays on the line, in words.")
    course.write("Reason, if you like", "a cold")
    person.click("Postpone")
    person.wait("The session is postponed.")
    person.wait("*22 Sep, postponed: a cold", of_role="list item")
    person.wait("Dosing session 3, 29 Sep, planned", of_role="list item")


def cancel(course: Course) -> None:
    """The fifth is cancelled, and its windows go with it: the day after is one of the days since the fourth."""
    person = course.person
    course.at("2026-10-13T18:00")
    person.key("ctrl+5")
    course.session("Dosing session 5, *")
    person.click("Cancel…")
    person.wait("Its date stays on the line*")
    person.click("Cancel the session")
    person.wait("The session is cancelled.")
    course.today("2026-10-14T09:00", "A question for days 4–14")


def in_the_end(journal: Journal) -> None:
    """What the journal holds: nothing lost, nothing changed."""
    sessions = journal.kap_sessions.all()
    states = {s.moment.day.strftime("%d.%m."): s.status for s in sessions}
    assert states == {
        "08.09.": SessionStatus.HELD,
        "15.09.": SessionStatus.PLANNED,
        "22.09.": SessionStatus.POSTPONED,
        "29.09.": SessionStatus.PLANNED,
        "06.10.": SessionStatus.PLANNED,
        "13.10.": SessionStatus.CANCELLED,
        "20.10.": SessionStatus.PLANNED,
        "03.11.": SessionStatus.PLANNED,
    }
    first = sessions[0]
    assert first.intention == "To let someone stay near"
    assert [f.text for f in journal.fragments.of_session(first.id)] == [FIRST, HALF]
    looks = journal.fragments.looks_of_session(first.id)
    assert [(look.layer, look.text) for look in looks] == [
        (Layer.DAY, "It was our kitchen"),
        (Layer.THREE_DAYS, "It was not cold"),
        (Layer.WEEK, "I drew it"),
        (Layer.MONTH, "It has a door now"),
    ]
    (grown,) = [r for r in journal.reflections.of_session(first.id) if r.fragment_ids]
    assert len(grown.fragment_ids) == 2
    answers = [a for a in journal.prompts.answers() if a.reflection_id != grown.id]
    asked = [library().prompt(a.asked.prompt_id) for a in answers]
    assert [p.window for p in asked if p] == ["prep", "day_of", "h0_24", "h24_72", "d3_14", "maintenance"]
    assert [p.text for p in asked if p] == [a.asked.question for a in answers], "kept as they were asked"
    offers = journal.prompts.offers(datetime(2026, 9, 1).date(), datetime(2026, 12, 31).date())
    by_day = {(o.prompt_id, o.day) for o in offers}
    repeated = [
        p
        for p, day in by_day
        if any(p == q and timedelta() < day - d <= timedelta(days=30) for q, d in by_day)
    ]
    assert repeated == []
    (practice,) = journal.practices.all()
    assert practice.state is PracticeState.IN_PRACTICE
    assert len(practice.spells) == 2, "what is ended and taken up on one day goes on"
    assert journal.timeline.page(TimelineFilter(text="kitchen")).total == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="journeys are walked on Linux")
def test_a_course_of_six_sessions(person: Person, cost: KdfCost) -> None:
    course = Course(person, cost)
    course.open("How are you now?", of_role="slider")
    prepare(course)
    course.today("2026-09-07T09:00", "A question before the session")
    answer(course)
    course.today("2026-09-08T09:00", "A question for the day of the session")
    answer(course)
    person.quit()

    first_words(course)
    course.behind_the_window(the_rest_is_planned)
    after_the_kill(course)
    course.today("2026-09-08T21:00", "A question for the first day")
    answer(course)
    course.today("2026-09-09T17:00", "A question for days 2–3")
    answer(course)
    lay_out(course)
    look_again(course, "2026-09-09T17:30", "After a day", "It was our kitchen")
    course.today("2026-09-12T10:00", "A question for days 4–14")
    answer(course)
    look_again(course, "2026-09-12T10:30", "After three days", "It was not cold", before="It was our kitchen")
    practise_on = "2026-09-15T18:00"
    course.at(practise_on)
    practise(course)
    look_again(course, "2026-09-19T20:00", "After a week", "I drew it", before="It was not cold")
    postpone(course)
    hard_day(course)
    look_again(course, "2026-10-10T11:00", "After a month", "It has a door now", before="I drew it")
    cancel(course)
    plan(course, "2026-10-20")
    course.today("2026-11-20T10:00", "A question for the time between")
    answer(course)
    course.at("2026-11-21T10:00")
    person.key("ctrl+5", "ctrl+1")
    person.wait("*between sessions one comes every third day*")
    assert person.unnamed() == []
    person.quit()
    course.behind_the_window(in_the_end)
