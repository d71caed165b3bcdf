"""Finding entries by their words: FTS5, accents folded, each word as a beginning."""

from __future__ import annotations

from dataclasses import dataclass

from kapjournal.domain.timeline import Snippet
from kapjournal.storage.direct import run
from kapjournal.storage.engine import Transaction

_OPEN, _CLOSE = "\x02", "\x03"
_ADD = "INSERT INTO search (rowid, title, text, words) VALUES (?, ?, ?, ?)"
_REMOVE = "DELETE FROM search WHERE rowid = ?"


@dataclass(frozen=True, slots=True)
class Words:
    """What the search knows of an entry: what the list shows as title and text, and all its other words."""

    title: str = ""
    text: str = ""
    others: tuple[str, ...] = ()


def row_of(place: int, *, trashed: bool) -> int:
    """Return the rowid of a place: the trash is found among the negative ones, and never with the rest."""
    return -place if trashed else place


def add(tx: Transaction, place: int, words: Words, tags: tuple[str, ...], *, trashed: bool) -> None:
    """Put an entry's words in."""
    others = "\n".join((*tags, *(text for text in words.others if text)))
    run(tx, _ADD, (row_of(place, trashed=trashed), _unmarked(words.title), _unmarked(words.text), others))


def remove(tx: Transaction, place: int, *, trashed: bool) -> None:
    """Take an entry's words out; secure-delete leaves nothing of them behind."""
    run(tx, _REMOVE, (row_of(place, trashed=trashed),))


def query_of(text: str) -> str:
    """Make the FTS5 query of what was typed: all words, each as a beginning; '' where there is no word."""
    words = (word.replace('"', " ").strip() for word in text.replace("\0", " ").split())
    return " ".join(f'"{word}"*' for word in words if any(c.isalnum() for c in word))


def _unmarked(text: str) -> str:
    """Take out the two characters that mark hits."""
    if _OPEN in text or _CLOSE in text:
        return text.replace(_OPEN, "").replace(_CLOSE, "")
    return text


def snippet_of(marked: str) -> Snippet:
    """Make a snippet of text in which hits are marked."""
    if _OPEN not in marked:
        return Snippet(marked)
    hits: list[tuple[int, int]] = []
    parts = marked.split(_OPEN)
    text = parts[0]
    for part in parts[1:]:
        hit, _, rest = part.partition(_CLOSE)
        hits.append((len(text), len(text) + len(hit)))
        text += hit + rest
    return Snippet(text, tuple(hits))
