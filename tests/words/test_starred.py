"""A star takes the sentence along that someone is in, as it was written and without its signs."""

from __future__ import annotations

import pytest

from kapjournal.words.starred import LONGEST, first_sentence, sentence_at, shortened, stands_in

TEXT = "## What I felt\n\n- The **door** was open. I did not go in!  Next time?\n\n> quoted words\n"


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ("What", "What I felt"),
        ("door", "The door was open."),
        ("did not", "I did not go in!"),
        ("time?", "Next time?"),
        ("quoted", "quoted words"),
    ],
)
def test_the_sentence_at_the_caret(at: str, found: str) -> None:
    assert sentence_at(TEXT, TEXT.index(at) + 1) == found


def test_on_an_empty_line_it_is_the_one_before() -> None:
    assert sentence_at(TEXT, len(TEXT)) == "quoted words"
    assert sentence_at("\n\n", 1) == ""


def test_the_end_of_a_line_belongs_to_its_last_sentence() -> None:
    text = "One. Two. "
    assert sentence_at(text, len(text)) == "Two."


def test_the_first_sentence_of_a_note() -> None:
    assert first_sentence("\n# Title here\nBody.") == "Title here"
    assert first_sentence("  ") == ""


def test_what_is_long_is_cut_at_a_space() -> None:
    words = shortened("word " * 100)
    assert len(words) <= LONGEST
    assert words.endswith("word…")


@pytest.mark.parametrize(
    ("point", "there"),
    [
        ("The door was open.", True),
        ("Next time?", True),
        ("What I felt", True),
        ("quoted words", True),
        ("door was open. I did", True),
        ("did not go in! Next", True),
        ("The door was…", True),
        ("door", False),
        ("was open", False),
        ("The window was open.", False),
    ],
)
def test_what_was_starred_is_known_by_its_words(point: str, there: bool) -> None:
    assert stands_in(point, ["", TEXT]) is there


def test_a_short_sentence_is_known_wherever_it_stands_and_a_part_of_one_is_not() -> None:
    for text in (
        "Sleep came. Then it rained.",
        "It rained. Sleep came. It was late.",
        "It rained. Sleep came.",
    ):
        assert stands_in("Sleep came.", [text])
        assert not stands_in("came.", [text])
