"""Choosing what to notice."""

from __future__ import annotations

from kapjournal.domain.entry import NEW
from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import Direction, Measure
from kapjournal.journal.book import Book, Edit

_OWN = "own-"


class Measures:
    """The measures of a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.measures

    def all(self) -> tuple[Measure, ...]:
        """Read all in their order, retired ones too."""
        with self._book.reading() as tx:
            return self._store.all(tx)

    def in_use(self) -> tuple[Measure, ...]:
        """Read those that a check-in asks for."""
        return tuple(measure for measure in self.all() if measure.in_use)

    def get(self, key: str) -> Measure:
        """Read one. Raises KeyError."""
        for measure in self.all():
            if measure.key == key:
                return measure
        raise KeyError(key)

    def keep(self, measure: Measure, by: str = "") -> Measure:
        """Rename, retire or move a measure, or add one under the key that it bears."""

        def work(edit: Edit) -> Measure:
            id_ = self._store.id_of(edit.tx, measure.key)
            return edit.keep(Kind.MEASURE, measure, NEW if id_ is None else id_)

        return self._book.edit(by, work)

    def add_own(
        self,
        name: str,
        low_word: str,
        high_word: str,
        *,
        low: float = 0.0,
        high: float = 10.0,
        step: float = 1.0,
        direction: Direction = Direction.NEITHER,
        by: str = "",
    ) -> Measure:
        """Add a measure of the person's own, in use, after all others."""

        def work(edit: Edit) -> Measure:
            there = self._store.all(edit.tx)
            numbers = [int(m.key[len(_OWN) :]) for m in there if m.key[len(_OWN) :].isdecimal()]
            own = Measure(
                key=f"{_OWN}{max(numbers, default=0) + 1}",
                low=low,
                high=high,
                step=step,
                direction=direction,
                name=name,
                low_word=low_word,
                high_word=high_word,
                in_use=True,
                position=max(m.position for m in there) + 1,
            )
            return edit.keep(Kind.MEASURE, own, NEW)

        return self._book.edit(by, work)
