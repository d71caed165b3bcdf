"""The reflection on the page: what stands there now, and what of it the journal has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kapjournal.domain.entry import NEW
from kapjournal.domain.reflection import Reflection
from kapjournal.journal.journal import Journal

BY = "reflection"


class Draft:
    """One reflection while it is written."""

    def __init__(self, journal: Journal, reflection: Reflection) -> None:
        self._journal = journal
        self._begun_here = reflection.id == NEW
        self._creation: int | None = None
        self._stored = reflection
        self.now = reflection

    @property
    def is_kept(self) -> bool:
        """Whether the journal has everything that stands on the page."""
        return self.now == self._stored or (self.now.id == NEW and self.now.is_empty)

    @property
    def is_stored(self) -> bool:
        """Whether the journal has the reflection at all."""
        return self.now.id != NEW

    def change(self, **values: Any) -> bool:
        """Put new values on the page; True if anything changed. What is written on is open again."""
        changed = replace(self.now, **values)
        if changed == self.now:
            return False
        self.now = replace(changed, left_open=True)
        return True

    def keep(self) -> bool:
        """Store what is not stored yet; True if there was anything."""
        if self.is_kept:
            return False
        is_first = not self.is_stored
        self.now = self._stored = self._journal.reflections.keep(self.now, by=BY)
        if is_first:
            self._creation = self._journal.step()
        return True

    def finish(self) -> None:
        """Say that it is no longer being written."""
        if self.is_stored and self.now.left_open:
            self.now = replace(self.now, left_open=False)
        self.keep()

    def drop_if_nothing(self) -> bool:
        """Take back a reflection that was begun here and is empty again; True if it was."""
        if not (self._begun_here and self.is_stored and self.now.is_empty):
            return False
        if self._creation is None or not self._journal.undo_step(self._creation):
            self._journal.timeline.trash(self.now.id, by=BY)
        self.now = self._stored = replace(self.now, id=NEW)
        self._creation = None
        return True

    def reload(self) -> None:
        """Take over what another page changed of it (marked to share, a tag), where nothing unkept would be lost."""
        if self.is_stored and self.is_kept:
            self.now = self._stored = self._journal.reflections.get(self.now.id)
