from __future__ import annotations

import pytest

from kapjournal.words.hits import find_hits


@pytest.mark.parametrize(
    ("text", "search", "found"),
    [
        ("Water came, waters rose; underwater", "water", ["Water", "water"]),
        ("Cafe\u0301, café, CAFÉ", "cafe", ["Cafe\u0301", "café", "CAFÉ"]),
        ("cafe", "café", ["cafe"]),
        ("a re\u0301sume\u0301", "resume", ["re\u0301sume\u0301"]),
        ("the lake and the water", "wat LAK", ["lak", "wat"]),
        ("Straße", "strasse", ["Straße"]),
        ("🌊 water", "water", ["water"]),
        ("nothing here", "water", []),
        ("nothing here", "", []),
        ("nothing here", "  … ", []),
    ],
)
def test_each_word_is_found_as_a_beginning(text: str, search: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_hits(text, search)] == found
