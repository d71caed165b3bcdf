"""Backups that nobody asks for: half an hour after something changed, and when the journal is left."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kapjournal.domain.backup import BackupReason
from kapjournal.errors import KapjournalError

if TYPE_CHECKING:
    from kapjournal.journal import Journal
    from kapjournal.settings import SettingsStore
    from kapjournal.ui.shared.worker import Worker

WAIT_MIN = 30
_LONGEST_LEAVING_S = 20


class AutoBackup(QObject):
    """Sleeps until a change arms it: a journal in which nothing happens wakes nobody."""

    _heard = Signal()

    def __init__(
        self,
        journal: Journal,
        worker: Worker,
        settings: SettingsStore,
        failed: Callable[[KapjournalError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._worker = worker
        self._settings = settings
        self._tell_failed = failed
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self.timer.setInterval(WAIT_MIN * 60_000)
        self.timer.timeout.connect(self.make)
        # An import changes the journal in the worker's thread, and no timer starts there.
        self._heard.connect(self._changed)
        self._stop = journal.listen(lambda _changes: self._heard.emit())

    def make(self) -> None:
        """Make one now, if one is due."""
        if self._wanted:
            self._worker.run(self._journal.backups.make_if_due, failed=self._failed)

    def leave(self) -> None:
        """Make the last one before the journal is closed; one that takes too long is left for the next time."""
        self.timer.stop()
        self._stop()
        if not self._wanted:
            return
        began = time.monotonic()
        try:
            self._journal.backups.make_if_due(
                BackupReason.LOCK, lambda _share: time.monotonic() - began < _LONGEST_LEAVING_S
            )
        except KapjournalError:
            # Nobody is there to be told; the next opening tries again, and Settings says when the last one was made.
            return

    @property
    def _wanted(self) -> bool:
        return self._settings.current.backups_by_itself and not self._journal.read_only

    def _changed(self) -> None:
        if not self.timer.isActive() and self._wanted:
            self.timer.start()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, KapjournalError):
            raise error
        self._tell_failed(error)
