"""What can still be done when a journal does not open: read it, or put its newest proved backup in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kapjournal.errors import (
    FolderNotWritableError,
    JournalDamagedError,
    JournalInUseError,
    KapjournalError,
    KeySlotsDamagedError,
    LeftOpenElsewhereError,
)
from kapjournal.words.language import _

if TYPE_CHECKING:
    from kapjournal.clock import Clock
    from kapjournal.journal import Journal


@dataclass(frozen=True, slots=True)
class WayOn:
    """A way on, in words, and what it does; `open` takes long and runs in a worker."""

    words: str
    open: Callable[[], Journal]


class WaysOn:
    """Opening one journal with one secret, and what is offered where that fails."""

    def __init__(self, folder: Path, secret: str, clock: Clock, *, by_recovery_code: bool) -> None:
        self._folder = folder
        self._secret = secret
        self._clock = clock
        self._by_code = by_recovery_code

    def unlock(self) -> Journal:
        """Open it."""
        from kapjournal.journal import Journal

        return Journal.unlock(self._folder, self._secret, self._clock, by_recovery_code=self._by_code)

    def ways_on(self, error: KapjournalError) -> tuple[WayOn, ...]:
        """Say what can be done about an error; nothing where only another try helps."""
        only_to_read = WayOn(_("Open it only to read"), self._unlock_to_read)
        if isinstance(error, (JournalInUseError, FolderNotWritableError)):
            return (only_to_read,)
        if isinstance(error, LeftOpenElsewhereError):
            return only_to_read, WayOn(_("It is not open there: open it"), self._take_over)
        if isinstance(error, (JournalDamagedError, KeySlotsDamagedError)) and error.backup is not None:
            backup = error.backup
            return (WayOn(_("Restore the newest backup"), lambda: self._restore(backup)),)
        return ()

    def _take_over(self) -> Journal:
        from kapjournal.journal import Journal

        return Journal.unlock(
            self._folder, self._secret, self._clock, by_recovery_code=self._by_code, taking_over=True
        )

    def _unlock_to_read(self) -> Journal:
        from kapjournal.journal import Journal

        return Journal.unlock_to_read(self._folder, self._secret, self._clock, by_recovery_code=self._by_code)

    def _restore(self, backup: Path) -> Journal:
        from kapjournal.journal import restore_damaged

        restore_damaged(backup, self._folder, self._secret, self._clock, by_recovery_code=self._by_code)
        return self.unlock()
