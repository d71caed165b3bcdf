"""What was shared, and what is chosen for the next summary."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kapjournal.domain.kinds import Kind
from kapjournal.domain.share import Share, SummaryChoice, TalkingPoints
from kapjournal.journal.book import Book, Edit
from kapjournal.storage import snapshots
from kapjournal.storage.as_of import changed_since
from kapjournal.storage.shares import THE_CHOICE


class Shares:
    """The summaries that left a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.shares
        self._store_of_points = book.stores.talking_points

    def record(self, share: Share, by: str = "") -> Share:
        """Note that a summary left the journal."""
        return self._book.edit(by, lambda edit: edit.keep(Kind.SHARE, share, share.id))

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
            points = TalkingPoints(clean.talking_points)
            if (self._store_of_points.read(edit.tx, THE_CHOICE) or TalkingPoints()) != points:
                edit.keep(Kind.TALKING_POINTS, points, THE_CHOICE, folding=True)
            self._book.stores.choice.write(edit.tx, clean, THE_CHOICE)
            edit.touched.add((Kind.SUMMARY_CHOICE, THE_CHOICE))

        self._book.edit(by, work)

    def talking_points(self) -> TalkingPoints:
        """Read what the person would like to talk about."""
        return TalkingPoints(self.choice().talking_points)

    def star(self, words: str, by: str = "") -> bool:
        """Put words under what to talk about; False where they were there already, or no other has room."""
        said = one_line(words)
        points = self.talking_points()
        if not said or said in points.texts or points.is_full:
            return False
        self._keep_points(TalkingPoints((*points.texts, said)), by)
        return True

    def unstar(self, words: str, by: str = "") -> bool:
        """Take words out of what to talk about; False where they were not there."""
        said = one_line(words)
        points = self.talking_points()
        left = tuple(text for text in points.texts if one_line(text) != said)
        if left == points.texts:
            return False
        self._keep_points(TalkingPoints(left), by)
        return True

    def _keep_points(self, points: TalkingPoints, by: str) -> None:
        self._book.edit(by, lambda edit: edit.keep(Kind.TALKING_POINTS, points, THE_CHOICE))


def one_line(words: str) -> str:
    """Return words without line breaks, as they stand under what to talk about."""
    return " ".join(words.split())
