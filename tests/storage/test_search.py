"""What a list shows of what was found: the words that FTS5 found are marked, in a piece that stays short."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from kapjournal.journal import Journal
from kapjournal.storage import search
from kapjournal.storage.engine import Transaction
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


@pytest.mark.parametrize(("stay", "anew"), [(30, True), (400, False)])
def test_what_many_entries_change_is_written_at_once(journal: Journal, stay: int, anew: bool) -> None:
    said: list[str] = []

    def put(tx: Transaction, places: Iterable[int]) -> None:
        for place in places:
            search.add(tx, place, search.Words(text=f"heron {place}"), (), trashed=False)

    def mingled(tx: Transaction) -> None:
        driver = tx.connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(said.append)
        with search.together(tx):
            for place in range(1, 31):
                search.remove(tx, place, trashed=False)
            put(tx, (1, 9_000))
            search.remove(tx, 9_000, trashed=False)
            assert not any("search" in statement for statement in said)
        driver.set_trace_callback(None)

    database = journal._book.database
    database.change(lambda tx: put(tx, range(1, 31 + stay)))
    database.change(mingled)
    assert any("rebuild" in statement for statement in said) is anew
    with database.alone() as driver:
        found = driver.execute(
            "SELECT rowid FROM search WHERE search MATCH 'heron' ORDER BY rowid"
        ).fetchall()
        driver.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    assert [row[0] for row in found] == [1, *range(31, 31 + stay)]


def test_what_waits_for_the_search_is_dropped_with_what_failed(journal: Journal) -> None:
    def fail(tx: Transaction) -> None:
        with search.together(tx):
            search.add(tx, 1, search.Words(text="heron"), (), trashed=False)
            raise KeyError

    database = journal._book.database
    with pytest.raises(KeyError):
        database.change(fail)
    database.change(lambda tx: search.add(tx, 2, search.Words(text="egret"), (), trashed=False))
    with database.alone() as driver:
        assert driver.execute("SELECT rowid, c1 FROM search_content").fetchall() == [(2, "egret")]
