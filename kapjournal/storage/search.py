"""Finding entries by their words: FTS5, accents folded, each word as a beginning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

from kapjournal.domain.timeline import Snippet
from kapjournal.storage.direct import run, run_many
from kapjournal.storage.engine import Transaction
from kapjournal.storage.progress import Telling
from kapjournal.words.hits import Sought, whole_words

_SHOWN, _BEFORE_HIT = 240, 60
"""How many letters a list shows of a text in which something was found, and how many of them before that."""
_ADD = "INSERT INTO search (rowid, title, text, words) VALUES (?, ?, ?, ?)"
_REMOVE = "DELETE FROM search WHERE rowid = ?"
_ADD_TEXT = "INSERT INTO search_content (id, c0, c1, c2) VALUES (?, ?, ?, ?)"
_REMOVE_TEXT = "DELETE FROM search_content WHERE id = ?"
_ANEW = "INSERT INTO search (search) VALUES ('rebuild')"
_FEW, _DEARER = 20, 10
"""So many go one by one in any case; one that goes costs as much as so many that are taken in."""
_AT_ONCE = 500
_WAITING = "words that wait for the search"
_Columns: TypeAlias = tuple[str, str, str]
# What FTS5 itself shows of a text takes it the longer, the longer the text is, and with its square: see `piece`.
_FOUND = """
SELECT {columns}, s.c0 AS title, s.c1 AS text, s.c2 AS words
FROM search CROSS JOIN entry AS e ON e.place = {place} CROSS JOIN search_content AS s ON s.id = search.rowid
WHERE search MATCH ? AND {conditions} AND {bounds} ORDER BY search.rowid {order} LIMIT ?
"""
_COUNT = "SELECT count(*) FROM search WHERE search MATCH ? AND rowid {side} 0"
_COUNT_NARROWED = """
SELECT count(*) FROM search CROSS JOIN entry AS e ON e.place = {place}
WHERE search MATCH ? AND search.rowid {side} 0 AND {conditions}
"""
Narrowed = tuple[str, Sequence[Any]]
"""Conditions of SQL on `entry AS e`, and the values that are bound in them."""


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
    _put(tx, row_of(place, trashed=trashed), (words.title, words.text, others))


def remove(tx: Transaction, place: int, *, trashed: bool) -> None:
    """Take an entry's words out; secure-delete leaves nothing of them behind."""
    _put(tx, row_of(place, trashed=trashed), None)


def _put(tx: Transaction, row: int, columns: _Columns | None) -> None:
    waiting = tx.info.get(_WAITING)
    if isinstance(waiting, _Waiting):
        waiting.put(row, columns)
    elif columns is None:
        run(tx, _REMOVE, (row,))
    else:
        run(tx, _ADD, (row, *columns))


class _Waiting:
    """What many changes take out of the search and put in."""

    def __init__(self) -> None:
        self._out: set[int] = set()
        self._in: dict[int, _Columns] = {}

    def put(self, row: int, columns: _Columns | None) -> None:
        """One more; the last that is said of a row holds."""
        if columns is None:
            self._in.pop(row, None)
            self._out.add(row)
        else:
            self._in[row] = columns

    def write(self, tx: Transaction, tell: Telling) -> None:
        """Write all of it: row by row in their order, or into a new index. Raises CancelledError."""
        come = [(row, *columns) for row, columns in sorted(self._in.items())]
        stay = tx.exec_driver_sql("SELECT count(*) FROM search_content").scalar_one() - len(self._out)
        anew = len(self._out) > _FEW and len(self._out) * _DEARER > stay
        take, give = (_REMOVE_TEXT, _ADD_TEXT) if anew else (_REMOVE, _ADD)
        gone = [(row,) for row in sorted(self._out)]
        done, total = 0, max(1, len(gone) + len(come))
        for sql, rows in ((take, gone), (give, come)):
            for begin in range(0, len(rows), _AT_ONCE):
                tell(done / total)
                some = rows[begin : begin + _AT_ONCE]
                run_many(tx, sql, some)
                done += len(some)
        if anew:
            run(tx, _ANEW)


@contextmanager
def together(tx: Transaction, tell: Telling | None = None) -> Iterator[None]:
    """Let the search wait until many entries are written, and then take in at once what comes and what goes.

    Between other writing its index is written out after each entry; and each that goes is looked for in it word by
    word, which takes longer than to draw the index of what stays up anew. Raises CancelledError.
    """
    if _WAITING in tx.info:
        yield
        return
    waiting = tx.info[_WAITING] = _Waiting()
    try:
        yield
    finally:
        del tx.info[_WAITING]
    waiting.write(tx, tell or Telling(None))


def query_of(text: str) -> str:
    """Make the FTS5 query of what was typed: all words, each as a beginning; '' where there is no word."""
    words = (word.replace('"', " ").strip() for word in text.replace("\0", " ").split())
    return " ".join(f'"{word}"*' for word in words if any(c.isalnum() for c in word))


def found(
    tx: Transaction, columns: str, query: str, narrowed: Narrowed, before: int, limit: int, *, trashed: bool
) -> Sequence[Any]:
    """Read the newest entries before a place where all of `query_of` is found: columns of `entry AS e`, and texts."""
    conditions, values = narrowed
    if trashed:
        place, bounds, order, first = "-search.rowid", "search.rowid < 0 AND search.rowid > ?", "ASC", -before
    else:
        place, bounds, order, first = "search.rowid", "search.rowid > 0 AND search.rowid < ?", "DESC", before
    sql = _FOUND.format(columns=columns, place=place, conditions=conditions, bounds=bounds, order=order)
    return tx.exec_driver_sql(sql, (query, *values, first, limit)).all()


def count(tx: Transaction, query: str, narrowed: Narrowed | None, *, trashed: bool) -> int:
    """Count the entries in which all of `query_of` is found; without conditions `entry` is not looked into."""
    side = "<" if trashed else ">"
    if narrowed is None:
        return int(tx.exec_driver_sql(_COUNT.format(side=side), (query,)).scalar_one())
    conditions, values = narrowed
    sql = _COUNT_NARROWED.format(
        place="-search.rowid" if trashed else "search.rowid", side=side, conditions=conditions
    )
    return int(tx.exec_driver_sql(sql, (query, *values)).scalar_one())


def piece(text: str, sought: Sought) -> Snippet:
    """Return the beginning of a text, or what stands around its first hit, with the words marked that were found."""
    first = sought.first(text)
    begins = 0 if first is None or first <= _SHOWN // 2 else _begin_before(text, first)
    ends = min(len(text), begins + _SHOWN)
    hits = () if first is None else whole_words(text, sought.find(text, begins, ends))
    lead, tail = "…" if begins else "", "…" if ends < len(text) else ""
    moved = len(lead) - begins
    marked = tuple((start + moved, min(end, ends) + moved) for start, end in hits)
    return Snippet(f"{lead}{text[begins:ends]}{tail}", marked)


def _begin_before(text: str, place: int) -> int:
    """Return where a word begins a little before a place, or the place itself."""
    before = place - _BEFORE_HIT
    blank = next((at for at in range(before, place) if text[at].isspace()), None)
    return place if blank is None else blank + 1
