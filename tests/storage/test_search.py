"""What a list shows of what was found: the words that FTS5 found are marked, in a piece that stays short."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from kapjournal.storage import search
from kapjournal.words.hits import Sought, whole_words

_WORDS = (
    "Wasser",
    "water",
    "Körper",
    "korper",
    "élan",
    "ELAN",
    "don't",
    "x1",
    "æon",
    "ΒΕΤΑς",
    "ñandú",
    "_so_",
    "日本",
)
_SIGNS = (" ", ", ", "\n", "-", "’", "🌊", "/")
_driver = dbapi2.connect(":memory:")
_driver.execute("CREATE VIRTUAL TABLE found USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")

texts = st.lists(
    st.tuples(st.sampled_from(_WORDS), st.sampled_from(("NFC", "NFD")), st.sampled_from(_SIGNS)), max_size=8
).map(lambda parts: "".join(unicodedata.normalize(form, word) + sign for word, form, sign in parts))
searches = st.lists(
    st.tuples(st.sampled_from((*_WORDS, "o'b", "the")), st.integers(1, 6)).map(
        lambda part: part[0][: part[1]]
    ),
    min_size=1,
    max_size=3,
).map(" ".join)


def by_fts5(text: str, typed: str) -> list[str]:
    """What FTS5 marks where any one of the words is found."""
    _driver.execute("DELETE FROM found")
    _driver.execute("INSERT INTO found VALUES (?)", (text,))
    asked = " OR ".join(search.query_of(word) for word in typed.split() if search.query_of(word))
    ask = "SELECT highlight(found, 0, char(2), char(3)) FROM found WHERE found MATCH ?"
    row = _driver.execute(ask, (asked,)).fetchone() if asked else None
    return [part.partition("\3")[0] for part in row[0].split("\2")[1:]] if row else []


@given(texts, searches)
def test_what_fts5_finds_is_marked(text: str, typed: str) -> None:
    hits = whole_words(text, Sought(typed).find(text))
    assert [text[start:end] for start, end in hits] == by_fts5(text, typed)


def test_of_a_long_text_what_stands_around_the_first_hit_is_shown() -> None:
    text = "The sea. " * 20_000 + "Then a lighthouse-keeper came, and a light went on. " + "The sea. " * 5_000
    shown = search.piece(text, Sought("LÍGHT"))
    assert [shown.text[start:end] for start, end in shown.hits] == ["lighthouse", "light"]
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")
    assert len(shown.text) <= 242
    assert search.piece(text, Sought("moon")).text == text[:240] + "…"
