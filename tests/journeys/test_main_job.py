"""From an empty machine to the page in the therapist's hand, and a kill in the middle of a sentence."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.journeys.conftest import PASSPHRASE, Person

PLANTED = "xylophonist quarterdeck"
HALF = "Half a sentence about the harbour"


def groups_of_the_code(person: Person) -> list[str]:
    """Read the recovery code from the screen."""
    groups = [label.replace(" ", "") for label in person.labels() if re.fullmatch(r"(\w ){3}\w", label)]
    assert len(groups) == 7
    return groups


def asked_characters(person: Person) -> list[tuple[int, int]]:
    """Which group and which character of it are asked back."""
    lines = (re.search(r"text 'Group (\d), character (\d)'", line) for line in person.tree())
    return [(int(asked[1]), int(asked[2])) for asked in lines if asked]


def words_of(summary: Path) -> str:
    """Read a PDF by a reader that is not ours."""
    command = ["pdftotext", "-layout", str(summary), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def answer_the_code(person: Person) -> None:
    """Give back the three characters of the code that are asked."""
    person.wait("Recovery code", within=40)
    groups = groups_of_the_code(person)
    person.reaches_all_by_tab()
    for group, character in asked_characters(person):
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
    page = words_of(save_the_summary(person))
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


def by_keys(person: Person, name: str, of_role: str = "push button") -> None:
    """Go to a control by Tab, and press it."""
    person.tab_to(name, of_role=of_role)
    person.key("space")


def write_by_keys(person: Person, name: str, words: str, of_role: str = "text") -> None:
    """Go to a field by Tab, and type."""
    person.tab_to(name, of_role=of_role)
    person.type(words)


def make_a_journal_by_keys(person: Person) -> None:
    """Passphrase, code and all, without a pointer and without the tree's own ways."""
    person.wait("Passphrase", within=20)
    write_by_keys(person, "Passphrase", PASSPHRASE, "password text")
    write_by_keys(person, "Once more", PASSPHRASE, "password text")
    person.key("Return")
    person.wait("Recovery code", within=40)
    groups = groups_of_the_code(person)
    for group, character in asked_characters(person):
        write_by_keys(person, f"Group {group}, character {character}", groups[group - 1][character - 1])
    by_keys(person, "Continue")
    person.wait("Your treatment")
    by_keys(person, "Not now")
    person.wait("What to notice")
    by_keys(person, "Open my journal")
    person.wait("How are you now?", of_role="slider")


def check_in_by_keys(person: Person) -> None:
    """The mood by an arrow and Enter, a feeling and a note in the dialog."""
    person.tab_to("How are you now?", of_role="slider")
    person.key("Right", "Return")
    person.wait("Kept, *")
    by_keys(person, "Add more")
    person.wait("Feelings")
    by_keys(person, "hopeful", "check box")
    write_by_keys(person, "A note, if you like", f"A walk by the river, {PLANTED}.")
    person.wait("Undo")
    by_keys(person, "Done")
    person.wait_gone("Feelings")


def answer_by_keys(person: Person) -> None:
    """The prompt of the day, answered."""
    by_keys(person, "Write about this")
    person.wait("You are answering")
    write_by_keys(person, "Text", "The forecast is calm.")
    person.wait("Kept, *")
    by_keys(person, "Done, back")
    person.wait_gone("Done, back")


def record_a_session_by_keys(person: Person) -> None:
    """A dosing session of today, that took place, with how deep it went."""
    person.key("ctrl+3")
    person.wait("Add a dosing session")
    by_keys(person, "Add a dosing session")
    person.wait("When is it planned, or when was it?")
    person.key("Return")
    person.wait_gone("When is it planned, or when was it?")
    person.wait("Dosing session 1*")
    by_keys(person, "More for this session")
    person.wait("It took place", of_role="menu item")
    person.arrow_to("It took place", "menu item")
    person.key("Return")
    person.wait("Noted: it took place.")
    person.tab_to("After", of_role="page tab")
    person.arrow_along("After")
    person.tab_to("How deep it went", of_role="slider")
    person.key("Right")
    person.wait("Kept, *")


def save_by_keys(person: Person) -> Path:
    """The page for the therapist, saved in the system's own dialog."""
    person.key("ctrl+6")
    person.wait("Preview: Page 1 of *", within=30)
    by_keys(person, "Save PDF")
    target = person.home / "summary.pdf"
    person.wait("File name:", of_role="text")
    person.key("ctrl+a")
    person.type(str(target))
    person.key("Return")
    person.wait("Saved*", within=30)
    return target


def test_the_main_job_by_tab_and_keys_alone(person: Person) -> None:
    person.open_journal()
    make_a_journal_by_keys(person)
    check_in_by_keys(person)
    answer_by_keys(person)
    record_a_session_by_keys(person)
    person.key("ctrl+5")
    person.wait("Mood*", of_role="chart")
    person.tab_to("Mood*", of_role="chart")
    assert "1 check-in on 1 of" in person.description("Mood", of_role="chart")
    first, last = person.told("Home"), person.told("End")
    assert "mood" in first + last, "the session stands at noon: before what was noted in an afternoon"
    assert "dosing session 1" in first + last
    page = words_of(save_by_keys(person))
    assert "Self-reported; not a clinical measurement." in page
    assert "Session 1" in page or "Dosing sessions" in page
    assert PLANTED not in page
    by_keys(person, "Lock")
    person.wait_anew("Passphrase", of_role="password text")
    person.type(PASSPHRASE)
    person.key("Return")
    person.wait("How are you now?", within=30, of_role="slider")
