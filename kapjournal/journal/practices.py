"""Keeping practices, and noting the days on which they were kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kapjournal.domain.entry import NEW
from kapjournal.domain.kinds import Kind
from kapjournal.domain.practice import Practice, PracticeDay, paused, revived
from kapjournal.journal.book import Book, Edit

_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)


class Practices:
    """The practices of a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.practices
        self._days = book.stores.practice_days

    def all(self) -> tuple[Practice, ...]:
        """Read all, those that ended too, in the order in which they were added."""
        with self._book.reading() as tx:
            return self._store.all(tx)

    def get(self, id: int) -> Practice:  # noqa: A002
        """Read one. Raises KeyError."""
        return self._book.get(self._store, id)

    def keep(self, practice: Practice, by: str = "") -> Practice:
        """Add a practice (id NEW) or change one."""
        return self._book.edit(by, lambda edit: edit.keep(Kind.PRACTICE, practice, practice.id))

    def pause(self, id: int, today: date, by: str = "") -> Practice:  # noqa: A002
        """Stop a practice for a while, from today."""
        practice = self.get(id)
        return self.keep(replace(practice, spells=paused(practice.spells, today), ended=False), by)

    def end(self, id: int, today: date, by: str = "") -> Practice:  # noqa: A002
        """End a practice, from today; what was kept stays."""
        practice = self.get(id)
        return self.keep(replace(practice, spells=paused(practice.spells, today), ended=True), by)

    def revive(self, id: int, today: date, by: str = "") -> Practice:  # noqa: A002
        """Go on with a practice from today, after a pause or an end."""
        practice = self.get(id)
        return self.keep(replace(practice, spells=revived(practice.spells, today), ended=False), by)

    def note(self, day: PracticeDay, by: str = "") -> PracticeDay:
        """Note what was done on a day of a practice, over what was noted of it before."""

        def work(edit: Edit) -> PracticeDay:
            id_ = self._days.id_of(edit.tx, day.practice_id, day.day)
            return edit.keep(Kind.PRACTICE_DAY, day, NEW if id_ is None else id_)

        return self._book.edit(by, work)

    def tick(self, practice_id: int, day: date, kept: bool, by: str = "") -> PracticeDay:
        """Tick a practice as kept on a day, or take the tick away; what else was noted of the day stays."""
        noted = self.day(practice_id, day) or PracticeDay(practice_id=practice_id, day=day)
        return self.note(replace(noted, kept=kept), by)

    def day(self, practice_id: int, day: date) -> PracticeDay | None:
        """Read what was noted of a practice on a day."""
        with self._book.reading() as tx:
            id_ = self._days.id_of(tx, practice_id, day)
            return None if id_ is None else self._days.read(tx, id_)

    def days(self, first: date = _FIRST, last: date = _LAST) -> tuple[PracticeDay, ...]:
        """Read what was noted on some days (both included), in order of time."""
        with self._book.reading() as tx:
            return self._days.between(tx, first, last)

    def noted(self) -> tuple[PracticeDay, ...]:
        """Read the days of which something was said in words, in order of time."""
        with self._book.reading() as tx:
            return self._days.noted(tx)

    def kept_days(self, first: date = _FIRST, last: date = _LAST) -> Mapping[int, frozenset[date]]:
        """Read on which days each practice was kept, by its id."""
        found: dict[int, set[date]] = {}
        for noted in self.days(first, last):
            if noted.kept:
                found.setdefault(noted.practice_id, set()).add(noted.day)
        return {id_: frozenset(days) for id_, days in found.items()}
