from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kapjournal.summary.fonts import families_with, is_base
from kapjournal.summary.plain_text import ZERO_WIDTH_SPACE, ZWJ, ZWNJ, Care, is_right_to_left, printable


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("A plain sentence.", "A plain sentence."),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("one\r\ntwo\u2028three\x85four", "one\ntwo\nthree\nfour"),
        ("tab\tand\u00a0space", "tab and space"),
        ("half \ud83d pair", "half [?] pair"),
        ("\u202eturned\u202c", "turned"),
        ("湖 שלום مرحبا 😴", "湖 שלום مرحبا 😴"),
        ("\U0001e900", "[U+1E900]"),
        ("\ue000", "[U+E000]"),
        ("\u0b95", "[U+0B95]"),
        ("𓀀", "[U+13000]"),
        ("\u0301", "[U+0301]"),
        ("e\u0301", "é"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("❤\ufe0f", "❤"),
        ("a\ufe00b\U000e0100c\U000e01efd", "abcd"),
    ],
)
def test_what_a_person_types_becomes_what_prints(typed: str, printed: str) -> None:
    assert printable(typed) == printed


def test_a_sign_in_no_font_is_named() -> None:
    assert printable("𝄞") == "[musical symbol g clef]"
    assert printable("\U0001d173x") == "x"


def test_a_very_long_word_may_be_broken_and_a_sentence_may_not() -> None:
    address = "https://example.org/" + "a" * 60
    assert ZERO_WIDTH_SPACE in printable(address)
    assert printable(address).replace(ZERO_WIDTH_SPACE, "") == address
    assert ZERO_WIDTH_SPACE not in printable(
        "A sentence of ordinary words, each of them short enough to stand."
    )


def test_the_plainest_form_is_latin_only() -> None:
    assert printable("a 湖 😴", Care.PLAINEST) == "a [U+6E56] [U+1F634]"


def test_marks_stand_by_their_codes_where_they_could_not_be_drawn() -> None:
    assert printable("湖 x\u0301\u0360", Care.NO_MARKS) == "湖 x[U+0301][U+0360]"


def test_right_to_left_is_told_by_the_first_letter() -> None:
    assert is_right_to_left("12 שלום")
    assert is_right_to_left("مرحبا hello")
    assert not is_right_to_left("hello שלום")
    assert not is_right_to_left("…")


@given(st.text(alphabet=st.characters(codec=None)))
def test_every_character_that_is_left_is_in_a_font(text: str) -> None:
    for character in printable(text):
        assert (
            character in ("\n", ZWJ, ZWNJ, ZERO_WIDTH_SPACE) or is_base(character) or families_with(character)
        )
