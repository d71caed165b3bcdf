"""What was shared, and what is chosen for the next summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from kapjournal.domain.kinds import Kind
from kapjournal.domain.share import TYPED, UNTOLD, Share, SummaryChoice, TalkingPoints
from kapjournal.journal.book import Book, Edit
from kapjournal.journal.starred_words import written
from kapjournal.storage import entries, snapshots
from kapjournal.storage.as_of import changed_since
from kapjournal.storage.engine import Transaction
from kapjournal.storage.shares import THE_CHOICE
from kapjournal.words.starred import is_taken_from


class Shares:
    """The summaries that left a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.shares
        self._store_of_points = book.stores.talking_points

    def record(self, share: Share, by: str = "") -> Share:
        """Note that a summary left the journal, with where each line of what to talk about came from."""
        choice = share.choice
        if choice is not None:
            known = dict(self.talking_points().lines())
            sources = tuple(known.get(text, UNTOLD) for text in choice.talking_points)
            share = replace(share, choice=replace(choice, talking_sources=sources))
        return self._book.edit(by, lambda edit: edit.write_down(Kind.SHARE, share))

    def all(self) -> tuple[Share, ...]:
        """Read what was shared, the newest first."""
        with self._book.reading() as tx:
            return self._store.all(tx)

    def changed_since(self, kinds: tuple[Kind, ...], instant: datetime) -> Mapping[tuple[Kind, int], object]:
        """Read every record of some kinds that was changed after an instant, as it was then; None: not there yet."""
        with self._book.reading() as tx:
            return changed_since(tx, self._book.by_kind, kinds, instant)

    def choice(self) -> SummaryChoice:
        """Read what was chosen last."""
        with self._book.reading() as tx:
            return self._book.stores.choice.read(tx, THE_CHOICE) or SummaryChoice()

    def keep_choice(self, choice: SummaryChoice, by: str = "") -> None:
        """Keep what is chosen. Ticks and strikes are their own way back; words have one in the history.

        What is only read keeps no choice.
        """
        if self._book.database.read_only:
            return
        clean = snapshots.cleaned(choice)

        def work(edit: Edit) -> None:
            before = self._store_of_points.read(edit.tx, THE_CHOICE) or TalkingPoints()
            points = before
            if before.texts != clean.talking_points:
                points = TalkingPoints.of(self._with_sources(edit.tx, before, clean.talking_points))
                edit.keep(Kind.TALKING_POINTS, points, THE_CHOICE, folding=True)
            kept = replace(clean, talking_sources=points.sources)
            self._book.stores.choice.write(edit.tx, kept, THE_CHOICE)
            edit.touched.add((Kind.SUMMARY_CHOICE, THE_CHOICE))

        self._book.edit(by, work)

    def talking_points(self) -> TalkingPoints:
        """Read what the person would like to talk about."""
        choice = self.choice()
        return TalkingPoints(choice.talking_points, choice.talking_sources)

    def star(self, words: str, by: str = "", entry_id: int = UNTOLD) -> bool:
        """Put words of an entry under what to talk about; False where they were there already, or no other has room."""
        said = one_line(words)
        points = self.talking_points()
        if not said or said in points.texts or points.is_full:
            return False
        self._keep_points(TalkingPoints.of((*points.lines(), (said, entry_id))), by)
        return True

    def unstar(self, words: str, by: str = "") -> bool:
        """Take words out of what to talk about; False where they were not there."""
        said = one_line(words)
        points = self.talking_points()
        left = tuple(line for line in points.lines() if one_line(line[0]) != said)
        if left == points.lines():
            return False
        self._keep_points(TalkingPoints.of(left), by)
        return True

    def _with_sources(
        self, tx: Transaction, before: TalkingPoints, texts: tuple[str, ...]
    ) -> Iterator[tuple[str, int]]:
        """Give each line where it came from: a starred one that was changed in its place may still be of its entry."""
        known = dict(before.lines())
        for place, text in enumerate(texts):
            old, source = before.lines()[place] if place < len(before.texts) else ("", TYPED)
            if text in known:
                yield text, known[text]
            elif old in texts or (source > TYPED and not self._is_of(tx, source, text)):
                yield text, TYPED
            else:
                yield text, source

    def _is_of(self, tx: Transaction, entry_id: int, line: str) -> bool:
        kind = entries.kind_of(tx, entry_id)
        entry = None if kind is None else self._book.by_kind[kind].read(tx, entry_id)
        return entry is not None and is_taken_from(line, written(entry))

    def _keep_points(self, points: TalkingPoints, by: str) -> None:
        self._book.edit(by, lambda edit: edit.keep(Kind.TALKING_POINTS, points, THE_CHOICE))


def one_line(words: str) -> str:
    """Return words without line breaks, as they stand under what to talk about."""
    return " ".join(words.split())
