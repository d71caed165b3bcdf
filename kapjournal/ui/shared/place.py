"""What every page is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kapjournal.clock import Clock
    from kapjournal.journal.journal import Journal
    from kapjournal.settings import SettingsStore
    from kapjournal.ui.shared.worker import Worker


class Place:
    """The open journal, the clock, the settings and the one worker.

    Pages may be made before there is a journal (None): they ask for it when they are filled.
    """

    def __init__(
        self, journal: Journal | None, clock: Clock, settings: SettingsStore, worker: Worker
    ) -> None:
        self._journal = journal
        self.clock = clock
        self.settings = settings
        self.worker = worker
        self._waiting: list[Callable[[Journal], object]] = []

    @property
    def journal(self) -> Journal:
        """The open journal."""
        assert self._journal is not None, "nothing is read before the journal is open"
        return self._journal

    def open(self, journal: Journal) -> None:
        """From now on there is this journal."""
        self._journal = journal
        for told in self._waiting:
            told(journal)
        self._waiting.clear()

    def when_open(self, told: Callable[[Journal], object]) -> None:
        """Call with the journal: now if it is open, else as soon as it is."""
        if self._journal is not None:
            told(self._journal)
        else:
            self._waiting.append(told)
