"""A sample that is shown and then gone: a passing folder, a random passphrase that nobody is asked for."""

from __future__ import annotations

import secrets
from types import TracebackType

from kapjournal.clock import Clock
from kapjournal.demo.sample_folder import SampleFolder
from kapjournal.demo.sample_journal import write_sample
from kapjournal.journal import KdfCost

_COST = KdfCost(memory_kib=65536, passes=2, lanes=4)
"""A random passphrase of 192 bits needs no stretching, so the least that a journal allows is enough."""


class ShownSample:
    """The sample journal, open; closing it removes it from the disk."""

    def __init__(self, clock: Clock) -> None:
        """Write the sample, its life ending today by the clock. Raises what the journal raises."""
        self._folder = SampleFolder()
        self.passphrase = secrets.token_urlsafe(24)
        try:
            self.journal, _code = write_sample(self._folder.journal, self.passphrase, clock, cost=_COST)
        except BaseException:
            self._folder.remove()
            raise

    def __enter__(self) -> ShownSample:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the journal and leave nothing behind."""
        self.journal.close()
        self._folder.remove()
