"""Item 9 on the real window: the support page comes before the score, with the country's lines, and nothing is lost."""

from __future__ import annotations

from tests.journeys.conftest import Person


def begin(person: Person) -> None:
    person.open_sample()
    person.click("Fill in a scale")
    person.wait("Begin PHQ-9")
    person.click("Begin PHQ-9")
    person.wait("Little interest or pleasure in doing things*")


def answer_eight(person: Person) -> None:
    for place in range(2, 10):
        person.key("1")
        person.key("Return")
        person.wait(f"{place} of 9*")


def test_several_days_brings_support_before_the_score(person: Person) -> None:
    begin(person)
    answer_eight(person)
    person.click("Several days")
    person.click("Next")
    person.wait("this one is not counted")
    person.key("1")
    person.click("Done")
    person.wait("Thank you for answering honestly.")
    said = person.labels()
    assert said.index("999") < said.index("116 123")
    assert "Your 9 answers are kept. The score comes after Continue." in said
    assert not any("of 27" in words for words in said)
    person.click("Continue")
    person.wait("9 of 27, mild")
    assert not person.there("Thank you for answering honestly.")


def test_left_open_has_one_quiet_line(person: Person) -> None:
    begin(person)
    answer_eight(person)
    person.click("Prefer not to answer")
    person.click("Next")
    person.wait("this one is not counted")
    person.click("Done")
    person.wait("Between 8 and 11 of 27")
    assert person.there("Support is there whenever you want it.")
    assert not person.there("Thank you for answering honestly.")
