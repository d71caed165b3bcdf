"""Numbers as a country writes them, and moods in words."""

from __future__ import annotations

import pytest

from kapjournal.words.mood import mood_value_text, mood_word, mood_words
from kapjournal.words.numbers import number, number_fixed
from tests.words.speaking import speaking


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [
        (6, 1, "6"),
        (6.5, 1, "6.5"),
        (6.25, 1, "6.3"),
        (2.5, 0, "3"),
        (1476, 0, "1,476"),
        (-2.0, 1, "−2"),
        (0.125, 2, "0.13"),
    ],
)
def test_numbers(value: float, digits: int, said: str) -> None:
    with speaking("en_GB"):
        assert number(value, digits) == said


def test_columns_keep_their_digits() -> None:
    with speaking("en_GB"):
        assert number_fixed(6, 1) == "6.0"


def test_a_comma_where_the_country_has_one() -> None:
    with speaking("de_DE"):
        assert number(1476.5, 1) == "1.476,5"


def test_moods_have_eleven_words() -> None:
    assert len(set(mood_words())) == 11
    assert mood_word(0) == "very low"
    assert mood_word(5) == "in between"
    assert mood_word(10) == "very good"


def test_a_mood_between_two_steps_takes_the_nearest_word() -> None:
    assert mood_word(5.4) == "in between"
    assert mood_word(5.5) == "a little above the middle"
    assert mood_word(12) == "very good"


def test_a_mood_is_read_out_with_its_number() -> None:
    with speaking("en_GB"):
        assert mood_value_text(6) == "6 of 10, a little above the middle"
        assert mood_value_text(6.5) == "6.5 of 10, rather good"
