"""Writing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kapjournal.domain.kinds import Kind
from kapjournal.domain.reflection import Reflection
from kapjournal.journal.book import Book


class Reflections:
    """The reflections of a journal."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._store = book.stores.reflections

    def keep(self, reflection: Reflection, by: str = "") -> Reflection:
        """Add a reflection (id NEW) or change one; what one sitting writes is one version."""
        return self._book.keep(Kind.REFLECTION, reflection, by)

    def get(self, id: int) -> Reflection:  # noqa: A002
        """Read one, in the trash or not. Raises KeyError."""
        return self._book.get(self._store, id)

    def left_open(self) -> tuple[Reflection, ...]:
        """Read those still being written, the newest first."""
        with self._book.reading() as tx:
            return self._store.left_open(tx)

    def of_session(self, kap_session_id: int) -> tuple[Reflection, ...]:
        """Read those about a session, in order of time."""
        with self._book.reading() as tx:
            return self._store.of_session(tx, kap_session_id)

    def grown_from(self, fragment_ids: Sequence[int]) -> Mapping[int, tuple[Reflection, ...]]:
        """Read the reflections that grew from each of some fragments, in order of time."""
        with self._book.reading() as tx:
            found = self._store.grown_from(tx, fragment_ids)
            read = {id_: self._store.read(tx, id_) for ids in found.values() for id_ in ids}
        return {
            fragment_id: tuple(r for id_ in ids if (r := read[id_]) is not None)
            for fragment_id, ids in found.items()
        }

    def versions(self, id: int) -> tuple[Reflection, ...]:  # noqa: A002
        """Read the earlier versions of one, the newest first."""
        with self._book.reading() as tx:
            return self._book.history.versions(tx, Kind.REFLECTION, id)
