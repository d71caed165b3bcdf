"""Item 9 on the real window, offline: one quiet line where it is left open, support before the score where it is not.

Nothing of what was entered is lost, and no call leads out.
"""

from __future__ import annotations

from pathlib import Path

from tests.journeys.conftest import Person
from tests.journeys.test_no_network import assert_nothing_led_out, traced_command


def test_left_open_and_then_answered_with_several_days(traced: Path, person: Person) -> None:
    person.open_sample(traced_command(traced))
    person.click("Fill in a scale")
    person.wait("Begin PHQ-9")
    person.click("Begin PHQ-9")
    person.wait("Little interest or pleasure in doing things*")
    for place in range(2, 10):
        person.key("1")
        person.key("Return")
        person.wait(f"{place} of 9*")
    person.click("Prefer not to answer")
    person.click("Next")
    person.wait("this one is not counted")
    person.key("1")
    person.click("Done")
    person.wait("Between 8 and 11 of 27")
    assert person.there("Support is there whenever you want it.")
    assert not person.there("Thank you for answering honestly.")

    person.click("Answer it")
    person.wait("9 of 9*")
    person.click("Several days")
    person.click("Next")
    person.wait("this one is not counted")
    person.click("Done")
    person.wait("Thank you for answering honestly.")
    said = person.labels()
    assert said.index("999") < said.index("116 123")
    assert "Your 9 answers are kept. The score comes after Continue." in said
    assert not any("of 27" in words for words in said)
    person.click("Continue")
    person.wait("9 of 27, mild")
    assert not person.there("Thank you for answering honestly.")
    assert_nothing_led_out(traced)
