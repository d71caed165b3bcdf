"""A page for the therapist: an entry ticked, a line struck by the keys, saved twice, and shown again as given."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.journeys.conftest import Person

ENTRY = "The house with no ceilings"
WORDS = "A warmth behind the breastbone"
LINE = "Energy: 5 of 10"
THIRD = "What I would like to talk about, 3"
STARRED = "I want to ask for a blanket."


def strike(person: Person, line: str) -> None:
    """Go to a line of the preview by the arrow keys, and strike it out."""
    person.focus("Preview: *")
    for _press in range(40):
        person.key("Down")
        if person.focused()[1] == f"Strike out: {line}":
            break
    assert person.focused()[1] == f"Strike out: {line}"
    person.key("Delete")
    person.wait(f"Put back: {line}")
    person.wait_gone(f"Strike out: {line}")


def save(person: Person, button: str, target: Path) -> None:
    """Save a form through the system's own dialog."""
    person.click(button)
    person.wait("File name:", of_role="text")
    person.set("File name:", str(target), of_role="text")
    person.key("Return")
    person.wait(f"Saved “{target.name}”*", within=30)
    person.wait_gone("File name:")


def star_while_writing(person: Person) -> None:
    """Make room for one more thing to talk about, then star a sentence by the keys while it is written."""
    person.set(THIRD, "")
    person.click("Today")
    person.click("New reflection")
    person.wait("Text", of_role="text")
    person.type(f"The room was cold. {STARRED}")
    person.key("ctrl+d")
    person.wait("To talk about, in the next summary*")
    person.click("Share")
    person.wait("Preview: Page 1 of *", within=30)
    assert person.text(THIRD) == STARRED


def test_star_choose_strike_save_and_show_again(person: Person) -> None:
    person.open_sample()
    person.click("Share")
    person.wait("Preview: Page 1 of *", within=30)
    assert person.unnamed() == []
    star_while_writing(person)
    person.click(f"{ENTRY}, *", of_role="check box")
    person.wait("5 of * chosen")
    strike(person, LINE)

    pdf, page = person.home / "for Dr K.pdf", person.home / "for Dr K.html"
    save(person, "Save PDF", pdf)
    told = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert WORDS in " ".join(told.split())
    assert "energy" not in told.lower()
    assert STARRED in told
    assert "The room was cold" not in told
    save(person, "Web page", page)
    html = page.read_text("utf-8")
    assert WORDS in html
    assert "energy" not in html.lower()
    person.wait("Show it in its folder")

    person.click("All 5")
    person.click("Show what was shared on 23 October 2026")
    person.wait("As you shared it on 23 October 2026")
    person.wait("Preview: Page 1 of *")
    assert person.unnamed() == []
    person.click("Back to now")
    person.wait(f"Put back: {LINE}")
    person.click(f"Put back: {LINE}")
    person.wait(f"Strike out: {LINE}")
    person.point("Strike out: GAD-7: 11 of 21")
    person.wait("Put back: GAD-7: 11 of 21")
