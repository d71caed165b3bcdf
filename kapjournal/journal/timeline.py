"""The journal as one time line: reading, finding, trashing, marking to share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kapjournal.domain.entry import Entry
from kapjournal.domain.kinds import Kind
from kapjournal.domain.timeline import (
    TRASH_DAYS,
    TimelineCursor,
    TimelineFilter,
    TimelinePage,
    TrashedItem,
)
from kapjournal.journal import starred_words
from kapjournal.journal.book import Book, Edit
from kapjournal.storage import belief, entries, links, pictures, timeline
from kapjournal.storage.engine import Transaction
from kapjournal.storage.shares import THE_CHOICE
from kapjournal.storage.timeline import TimelineReader

PAGE = 60


class Timeline:
    """All entries of a journal, newest first."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._reader = TimelineReader(book.stores.kap_sessions)
        self._counted: tuple[TimelineFilter, int, int] | None = None

    def page(self, f: TimelineFilter, after: TimelineCursor | None = None, limit: int = PAGE) -> TimelinePage:
        """Read a page: the newest, or what follows where the last one ended."""
        with self._book.reading() as tx:
            return self._page(tx, f, None if after is None else int(after.sort_key), limit)

    def page_from(self, day: date, f: TimelineFilter, limit: int = PAGE) -> TimelinePage:
        """Read a page that begins at a day, or at the nearest earlier one with entries."""
        with self._book.reading() as tx:
            return self._page(tx, f, entries.place_after(day), limit)

    def _page(self, tx: Transaction, f: TimelineFilter, before: int | None, limit: int) -> TimelinePage:
        items, following = self._reader.page(tx, f, before, limit)
        everything = before is None and following is None
        total = len(items) if everything else self._total(tx, f)
        return TimelinePage(items, following, total)

    def _total(self, tx: Transaction, f: TimelineFilter) -> int:
        """Count once for all pages of one filter, until something changes."""
        made = self._book.changes_made
        if self._counted is None or self._counted[:2] != (f, made):
            self._counted = (f, made, timeline.total(tx, f))
        return self._counted[2]

    def entry(self, id: int) -> Entry:  # noqa: A002
        """Read an entry of any kind, in the trash or not. Raises KeyError."""
        with self._book.reading() as tx:
            kind = self._kind(tx, id)
            entry: Entry = self._book.get(self._book.by_kind[kind], id)
            return entry

    def days_with_entries(self, first: date, last: date) -> Mapping[date, float | None]:
        """Say which days have entries, each with the median mood of its ordinary check-ins."""
        with self._book.reading() as tx:
            return timeline.days_with_entries(tx, first, last)

    def tags(self) -> tuple[str, ...]:
        """Give every tag in use, in alphabetical order."""
        with self._book.reading() as tx:
            return timeline.tags(tx)

    def first_day(self) -> date | None:
        """Say on which day the journal begins."""
        with self._book.reading() as tx:
            return timeline.first_day(tx)

    def count(self) -> int:
        """Count the entries that are not in the trash."""
        with self._book.reading() as tx:
            return timeline.count(tx)

    def trash(self, id: int, by: str = "") -> None:  # noqa: A002
        """Put an entry in the trash, where it stays until it is restored or erased."""
        now = self._book.now()
        self._change(id, by, lambda entry: entry if entry.trashed else replace(entry, trashed=now))

    def restore(self, id: int, by: str = "") -> None:  # noqa: A002
        """Take an entry out of the trash."""
        self._change(id, by, lambda entry: replace(entry, trashed=None))

    def in_trash(self) -> tuple[TrashedItem, ...]:
        """Read what lies in the trash, what came last first."""
        with self._book.reading() as tx:
            since = timeline.trashed(tx)
            items, _following = self._reader.page(tx, TimelineFilter(trashed=True), None, len(since) + 1)
            by_id = {item.id: item for item in items}
            return tuple(TrashedItem(by_id[id_], at) for id_, at in since.items())

    def erase(self, ids: Iterable[int], by: str = "") -> None:
        """Erase entries for good, with all their earlier versions; nothing can undo it. Raises KeyError."""
        wanted = tuple(ids)

        def work(tx: Transaction) -> list[tuple[Kind, int]]:
            touched = [place for id_ in wanted for place in self._erase(tx, id_)]
            pictures.sweep(tx)
            return touched

        self._book.tell(frozenset(self._book.database.change(work)), by)

    def erase_expired(self) -> int:
        """Erase what lay in the trash for its 30 days and return how much; may run in a worker, tells nobody.

        While the clock may have been put forward nothing is erased.
        """
        until = belief.believed(self._book.database, self._book.now())

        def work(tx: Transaction) -> int:
            expired = {} if until is None else timeline.trashed(tx, until - timedelta(days=TRASH_DAYS))
            for id_ in expired:
                self._erase(tx, id_)
            pictures.sweep(tx)
            return len(expired)

        return self._book.database.change(work)

    def _erase(self, tx: Transaction, id: int) -> list[tuple[Kind, int]]:  # noqa: A002
        """Erase one entry and what was starred in it; return what that touched."""
        kind = self._kind(tx, id)
        ever = (self._book.by_kind[kind].read(tx, id), *self._book.history.versions(tx, kind, id))
        fewer = starred_words.take_out(tx, self._book, id, ever)
        links.let_go(tx, id)
        self._book.by_kind[kind].remove(tx, id)
        self._book.history.forget(tx, kind, id)
        return [(kind, id), *([(Kind.TALKING_POINTS, THE_CHOICE)] if fewer else [])]

    def mark_to_share(self, id: int, to_share: bool, by: str = "") -> None:  # noqa: A002
        """Mark an entry to share, or make it private again."""
        self._change(id, by, lambda entry: replace(entry, to_share=to_share))

    def _change(self, id: int, by: str, changed: Callable[[Any], Any]) -> None:  # noqa: A002
        def work(edit: Edit) -> None:
            kind = self._kind(edit.tx, id)
            entry = self._book.by_kind[kind].read(edit.tx, id)
            edit.keep(kind, changed(entry), id)

        self._book.edit(by, work)

    @staticmethod
    def _kind(tx: Transaction, id: int) -> Kind:  # noqa: A002
        kind = entries.kind_of(tx, id)
        if kind is None:
            raise KeyError(id)
        return kind
