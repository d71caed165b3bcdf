from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kapjournal.words.difference import difference


def _taken(text: str, stretches: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in stretches]


def test_words_that_stand_only_on_one_side() -> None:
    left = "Water came in slowly, and I was not sure that I minded.\n\nRelief first."
    right = "Water came in slowly, and nobody minded.\n\nRelief first.\n\n## Where\nA warmth"
    found = difference(left, right)
    assert _taken(left, found.only_left) == ["I was not sure that I"]
    assert _taken(right, found.only_right) == ["nobody", "## Where", "A warmth"]


def test_the_same_text_has_no_difference() -> None:
    found = difference("as it was\nand is", "as it was\nand is")
    assert found.only_left == found.only_right == ()


WORDS = st.lists(st.sampled_from(["lake", "sky", "door", ",", "\n", "was"]), max_size=25).map(" ".join)


@given(WORDS, WORDS)
def test_what_is_left_after_the_marks_is_the_same(left: str, right: str) -> None:
    found = difference(left, right)

    def rest(text: str, stretches: tuple[tuple[int, int], ...]) -> list[str]:
        for start, end in reversed(stretches):
            text = text[:start] + " " + text[end:]
        return text.split()

    assert rest(left, found.only_left) == rest(right, found.only_right)


def test_long_stretches_of_the_same_few_words_are_marked_as_a_whole_and_that_is_said() -> None:
    left, right = "a long way round by the canal " * 600, "the canal round way long by a " * 600
    found = difference(left, right)
    assert found.rough
    assert found.only_left == ((0, len(left.rstrip())),)
    assert found.only_right == ((0, len(right.rstrip())),)


def test_a_word_put_into_a_long_line_is_still_one_word() -> None:
    left = "the long way round by the canal. " * 600
    right = left[:9_900] + "slowly " + left[9_900:]
    found = difference(left, right)
    assert not found.rough
    assert _taken(right, found.only_right) == ["slowly"]
