"""From an empty machine to the page in the therapist's hand, and a kill in the middle of a sentence."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.journeys.conftest import PASSPHRASE, Person

PLANTED = "xylophonist quarterdeck"
HALF = "Half a sentence about the harbour"


def answer_the_code(person: Person) -> None:
    """Read the recovery code from the screen and give back the three characters that are asked."""
    person.wait("Recovery code", within=40)
    groups = [label.replace(" ", "") for label in person.labels() if re.fullmatch(r"(\w ){3}\w", label)]
    assert len(groups) == 7
    person.reaches_all_by_tab()
    for line in person.tree():
        asked = re.search(r"text 'Group (\d), character (\d)'", line)
        if asked:
            group, character = int(asked[1]), int(asked[2])
            person.set(f"Group {group}, character {character}", groups[group - 1][character - 1])


def welcome(person: Person) -> None:
    """Make a journal."""
    person.wait("Passphrase", within=20)
    person.reaches_all_by_tab()
    person.set("Passphrase", PASSPHRASE)
    person.set("Once more", PASSPHRASE)
    person.click("Continue")
    answer_the_code(person)
    person.click("Continue")
    person.wait("Your treatment")
    person.reaches_all_by_tab()
    person.click("Not now")
    person.wait("What to notice")
    person.reaches_all_by_tab()
    person.click("Open my journal")
    person.wait("How are you now?", of_role="slider")


def check_in(person: Person) -> None:
    """One click for the mood, then more."""
    person.set("How are you now?", 6)
    person.focus("How are you now?")
    person.key("Return")
    person.wait("Kept, *")
    person.click("Add more")
    person.wait("Feelings")
    person.click("hopeful")
    person.set("A note, if you like", f"A walk by the river, {PLANTED}.")
    person.wait("Undo")
    assert person.unnamed() == []
    person.click("Done")
    person.wait_gone("Feelings")


def write_reflection(person: Person) -> None:
    """Answer the prompt of the day."""
    person.click("Write about this")
    person.wait("You are answering")
    person.set("Title", "First words")
    person.set("Text", "The forecast is calm, with a wind from the sea.")
    person.wait("Kept, *")
    assert person.unnamed() == []
    person.click("Done, back")
    person.wait_gone("Done, back")


def plan_session(person: Person) -> None:
    """Note a dosing session."""
    person.click("Sessions")
    person.click("Add a dosing session")
    person.wait("When is it planned, or when was it?")
    assert person.unnamed() == []
    person.click("Add")
    person.wait_gone("When is it planned, or when was it?")
    person.wait("Dosing session 1*")
    assert person.unnamed() == []


def see_the_trend(person: Person) -> None:
    """The chart tells its numbers to someone who cannot see it."""
    person.click("Trends")
    person.wait("Mood*")
    assert any("1 check-in on 1 of" in label for label in person.labels())
    assert person.unnamed() == []


def save_the_summary(person: Person) -> Path:
    """Save the page for the therapist, through the system's own dialog."""
    person.click("Share")
    person.wait("Save PDF")
    assert person.unnamed() == []
    person.click("Save PDF")
    target = person.home / "summary.pdf"
    person.wait("File name:", of_role="text")
    person.set("File name:", str(target), of_role="text")
    person.key("Return")
    person.wait("Saved*", within=30)
    person.wait_gone("File name:")
    return target


def test_the_main_job_then_a_kill_while_typing(person: Person) -> None:
    person.open_journal()
    welcome(person)
    check_in(person)
    write_reflection(person)
    plan_session(person)
    see_the_trend(person)
    summary = save_the_summary(person)
    page = subprocess.run(
        ["pdftotext", "-layout", str(summary), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Self-reported; not a clinical measurement." in page
    assert PLANTED not in page

    person.click("Today")
    person.click("New reflection")
    person.wait("Text", of_role="text")
    person.type(HALF)
    person.pause(2.0)  # the longest pause in typing that may pass before it is kept
    person.type(" and what was typed in the last moment")
    person.kill()

    person.open_journal()
    person.wait("Passphrase", within=20)
    person.reaches_all_by_tab()
    person.click("Support")
    person.wait("Back*")
    person.reaches_all_by_tab()
    person.click("Back*", of_role="push button")
    person.unlock()
    person.click("Continue*", of_role="push button")
    person.wait("Text", of_role="text")
    assert person.text("Text", of_role="text").startswith(HALF)
    person.click("Journal")
    person.wait("*First words*")
    assert person.unnamed() == []
