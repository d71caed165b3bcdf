"""Words that were starred go with the entry that they were written in: from the next summary and every earlier one.

A star keeps the entry that its words stand in. Of lines that an earlier version kept it is not known: there the words
themselves tell.
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
from kapjournal.domain.share import UNTOLD, Share, TalkingPoints
from kapjournal.journal.book import Book
from kapjournal.storage.engine import Transaction
from kapjournal.storage.shares import THE_CHOICE
from kapjournal.words.starred import stands_in


def take_out(tx: Transaction, book: Book, entry_id: int, versions: Iterable[Any]) -> bool:
    """Take what was starred in an entry that is erased out of everywhere; `versions` are all that it ever was.

    In what was shared an empty line stays in its place, so that it can be said that one is gone. Returns whether
    the next summary has less to talk about.
    """
    texts = tuple(text for version in versions for text in written(version) if text.strip())

    def stays(line: tuple[str, int]) -> bool:
        text, source = line
        if source == UNTOLD:
            return not (text and stands_in(text, texts))
        return source != entry_id

    points = book.stores.talking_points
    chosen = points.read(tx, THE_CHOICE) or TalkingPoints()
    fewer = not all(map(stays, chosen.lines()))
    if fewer:
        points.write(tx, _left(chosen, stays), THE_CHOICE)
    book.history.rewrite(tx, Kind.TALKING_POINTS, lambda record: _left(record, stays))
    for share in book.stores.shares.all(tx):
        emptied = _emptied(share, stays)
        if emptied != share:
            book.stores.shares.write(tx, emptied, share.id)
    book.history.rewrite(tx, Kind.SHARE, lambda record: _emptied(record, stays))
    return fewer


_Stays = Callable[[tuple[str, int]], bool]


def _left(points: TalkingPoints, stays: _Stays) -> TalkingPoints:
    return TalkingPoints.of(line for line in points.lines() if stays(line))


def _emptied(share: Share, stays: _Stays) -> Share:
    choice = share.choice
    if choice is None:
        return share
    lines = TalkingPoints(choice.talking_points, choice.talking_sources).lines()
    if all(map(stays, lines)):
        return share
    points = tuple(line[0] if stays(line) else "" for line in lines)
    return replace(share, choice=replace(choice, talking_points=points))


def written(entry: Any) -> tuple[str, ...]:
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
