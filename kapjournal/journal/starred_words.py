"""Words that were starred go with the entry that they were written in: from the next summary and every earlier one.

A star keeps the words and not where they were: that is told by the words themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.kinds import Kind
from kapjournal.domain.reflection import Fragment, Reflection
from kapjournal.domain.share import Share, TalkingPoints
from kapjournal.journal.book import Book
from kapjournal.storage.engine import Transaction
from kapjournal.storage.shares import THE_CHOICE
from kapjournal.words.starred import stands_in


def take_out(tx: Transaction, book: Book, versions: Iterable[Any]) -> bool:
    """Take what was starred in an entry that is erased out of everywhere; `versions` are all that it ever was.

    In what was shared an empty line stays in its place, so that it can be said that one is gone. Returns whether
    the next summary has less to talk about.
    """
    texts = tuple(text for version in versions for text in _written(version) if text.strip())
    if not texts:
        return False

    def is_gone(point: str) -> bool:
        return bool(point) and stands_in(point, texts)

    points = book.stores.talking_points
    chosen = points.read(tx, THE_CHOICE)
    fewer = chosen is not None and any(map(is_gone, chosen.texts))
    if chosen is not None and fewer:
        points.write(tx, _left(chosen, is_gone), THE_CHOICE)
    book.history.rewrite(tx, Kind.TALKING_POINTS, lambda record: _left(record, is_gone))
    for share in book.stores.shares.all(tx):
        emptied = _emptied(share, is_gone)
        if emptied != share:
            book.stores.shares.write(tx, emptied, share.id)
    book.history.rewrite(tx, Kind.SHARE, lambda record: _emptied(record, is_gone))
    return fewer


def _left(points: TalkingPoints, is_gone: Callable[[str], bool]) -> TalkingPoints:
    return TalkingPoints(tuple(point for point in points.texts if not is_gone(point)))


def _emptied(share: Share, is_gone: Callable[[str], bool]) -> Share:
    choice = share.choice
    if choice is None or not any(map(is_gone, choice.talking_points)):
        return share
    points = tuple("" if is_gone(point) else point for point in choice.talking_points)
    return replace(share, choice=replace(choice, talking_points=points))


def _written(entry: Any) -> tuple[str, ...]:
    """Return everything that a person wrote in an entry and can have starred."""
    if isinstance(entry, Reflection):
        return entry.title, entry.text
    if isinstance(entry, CheckIn):
        return (entry.note,)
    if isinstance(entry, Fragment | Event):
        return (entry.text,)
    if isinstance(entry, KapSession):
        return entry.topics, entry.intention, entry.notes, entry.what_landed, entry.agreed_step
    return ()
