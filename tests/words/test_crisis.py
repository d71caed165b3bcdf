"""How crisis lines are written for a person."""

from __future__ import annotations

import pytest

from kapjournal.guidance.crisis_lines import countries, country
from kapjournal.words.crisis import (
    country_name,
    emergency_note,
    known_note,
    line_name,
    line_note,
    line_number,
)
from tests.words.speaking import speaking


def test_countries_have_their_names() -> None:
    with speaking("en_GB"):
        names = [country_name(c.code) for c in countries()]
    assert "United Kingdom" in names
    assert len(set(names)) == len(names)


def test_numbers_are_written_as_they_are_used() -> None:
    samaritans, shout, nhs = country("GB").lines
    assert line_number(samaritans) == "116 123"
    assert line_number(shout) == "SHOUT to 85258"
    assert line_number(nhs) == "111, option 2"


def test_a_line_without_a_name_says_what_it_is() -> None:
    with speaking("en_GB"):
        assert line_name(country("ES").lines[0]) == "Crisis line"
        assert line_name(country("BE").lines[1]) == "Crisis line, French"
        assert line_name(country("GB").lines[0]) == "Samaritans"


def test_what_else_works_stands_under_the_number() -> None:
    assert line_note(country("DE").lines[0]) == "By phone. 0800 111 0 222 or 116 123 works too."
    assert line_note(country("US").lines[0]) == "By phone or text message. Also 988lifeline.org."
    assert emergency_note(country("GB")) == "When life is in danger. 112 works too."
    assert emergency_note(country("US")) == "When life is in danger."


@pytest.mark.parametrize("code", [c.code for c in countries()])
def test_no_line_claims_to_have_been_checked(code: str) -> None:
    note = known_note(country(code))
    assert "ot checked for this version" in note
    assert "Checked on" not in note


def test_the_date_of_knowledge_is_said() -> None:
    assert "2025" in known_note(country("GB"))
    assert "10 May 2022" in known_note(country("ES"))


def test_a_line_without_a_date_is_not_given_that_of_another() -> None:
    assert "2026, some without a date" in known_note(country("AU"))
    assert "some without" not in known_note(country("GB"))
