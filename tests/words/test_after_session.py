"""What is asked while fragments are laid out."""

from __future__ import annotations

import pytest

from kapjournal.words.after_session import laying_out_questions


@pytest.mark.parametrize(
    ("count", "spoken_of"), [(0, "this"), (1, "this"), (2, "these two"), (3, "these"), (9, "these")]
)
def test_the_question_speaks_of_as_many_as_were_chosen(count: int, spoken_of: str) -> None:
    asked = laying_out_questions(count)[0]
    assert f" {spoken_of} " in asked.replace(",", " ")
    assert ("two" in asked) is (count == 2)
