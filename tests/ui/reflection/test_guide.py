from __future__ import annotations

from kapjournal.ui.reflection.guide import guide_parts, guide_states, heading_line
from kapjournal.words import language

TEXT = "The rooms without ceilings.\n\n## What I felt\n\nRelief, then *grief*.\n\n## Where in the body\n"


def setup_function() -> None:
    language.use("en_GB")


def test_five_parts_each_with_something_to_begin_with() -> None:
    parts = guide_parts()
    assert len(parts) == 5
    assert all(part.heading and part.hint for part in parts)


def test_words_before_the_first_heading_are_what_stood_out() -> None:
    stood_out = guide_states(TEXT, 0)[0]
    assert stood_out.opening == "The rooms without ceilings."
    assert stood_out.is_here
    assert stood_out.place == 0


def test_a_part_is_written_once_it_has_words_of_its_own() -> None:
    _, felt, body, meaning, _ = guide_states(TEXT, 0)
    assert felt.opening == "Relief, then grief."
    assert felt.place == TEXT.index("## What I felt")
    assert body.opening == ""
    assert body.place is not None
    assert meaning.place is None


def test_the_part_of_the_caret_is_lit_alone() -> None:
    for words, lit in (("ceilings", 0), ("Relief", 1), ("## Where", 2)):
        states = guide_states(TEXT, TEXT.index(words))
        assert [state.is_here for state in states].index(True) == lit
        assert sum(state.is_here for state in states) == 1


def test_the_end_of_the_text_belongs_to_its_last_part() -> None:
    assert guide_states(TEXT, len(TEXT))[2].is_here


def test_an_empty_text_has_no_parts() -> None:
    assert all(state.place is None and not state.is_here for state in guide_states("", 0))


def test_an_own_heading_belongs_to_no_part() -> None:
    states = guide_states("## The lake\n\nCold water.", 15)
    assert not any(state.is_here or state.opening for state in states)


def test_a_part_in_another_case_is_the_same_part() -> None:
    part = guide_parts()[3]
    assert guide_states(heading_line(part).lower() + "\nwords", 0)[3].opening == "words"
