"""A check-in while it is given: kept at each change, and nothing stored where nothing was given."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from kapjournal.clock import Clock
from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.entry import NEW
from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import moment_at
from kapjournal.guidance.around_session import check_in_type
from kapjournal.journal.journal import Journal

BY = "check_in"
PAUSE_MS = 1_200
"""Words are kept after a pause this long; two seconds of them are the most that is ever at stake."""


class CheckInDraft(QObject):
    """One check-in, new or from before; `kept` tells each time that it was stored, `undone` when it was taken back."""

    kept = Signal(object)
    undone = Signal()

    def __init__(self, journal: Journal, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock
        self._before: CheckIn | None = None
        self.check_in = self._blank()
        self._waiting = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def take(self, check_in: CheckIn) -> None:
        """Go on with a check-in from before."""
        self._before = check_in
        self.check_in = check_in

    @property
    def is_new(self) -> bool:
        """Whether it was begun here."""
        return self._before is None

    @property
    def is_stored(self) -> bool:
        """Whether anything of it is in the journal."""
        return self.check_in.id != NEW

    def set_value(self, measure: str, value: float | None) -> None:
        """Set a measure, or take it back by None."""
        self.change(values=self.check_in.with_value(measure, value))

    def change(self, **fields: object) -> None:
        """Change fields of the check-in and keep it at once."""
        self.check_in = replace(self.check_in, **fields)  # type: ignore[arg-type]
        self._waiting = True
        self.flush()

    def change_soon(self, **fields: object) -> None:
        """Change fields and keep them at the next pause."""
        self.check_in = replace(self.check_in, **fields)  # type: ignore[arg-type]
        self._waiting = True
        self._pause.start()

    def move_to(self, aware: datetime) -> None:
        """Say when it was."""
        moment = moment_at(aware)
        if self.is_stored:
            self.change(moment=moment)
        else:
            self.check_in = replace(self.check_in, moment=moment)

    def flush(self) -> None:
        """Keep what waits."""
        self._pause.stop()
        if not self._waiting:
            return
        # What cannot be kept now goes on waiting.
        if _is_given(self.check_in):
            kind = check_in_type(self.check_in.moment, self._journal.kap_sessions.all())
            self.check_in = self._journal.check_ins.keep(replace(self.check_in, type=kind), BY)
            self._waiting = False
            self.kept.emit(self.check_in)
        else:
            if self.is_stored:
                # What was written once is kept in the trash; ticks that were taken back are gone.
                self._take_away(for_good=not self._journal.check_ins.get(self.check_in.id).note.strip())
            self._waiting = False

    def undo(self) -> None:
        """Take back everything that was done since it was opened."""
        self._pause.stop()
        self._waiting = False
        if self._before is not None:
            if self.check_in != self._before:
                self.check_in = self._journal.check_ins.keep(
                    replace(self._before, id=self.check_in.id, edited=self.check_in.edited), BY
                )
        else:
            if self.is_stored:
                self._take_away(for_good=True)
            self.check_in = self._blank()
        self.undone.emit()

    def _take_away(self, *, for_good: bool) -> None:
        """Nothing is given any more, and what may be given later is a new check-in.

        One that was begun here is gone as if it had never been; one from before, or with a star in it, lies in the
        trash.
        """
        id_ = self.check_in.id
        is_starred = id_ in self._journal.shares.talking_points().sources
        gone = self.is_new and for_good and not is_starred and self._journal.undo_all_of(Kind.CHECK_IN, id_)
        if not gone:
            self._journal.timeline.trash(id_, BY)
        self.check_in = replace(self.check_in, id=NEW)
        self._before = None

    def _blank(self) -> CheckIn:
        return CheckIn(moment=moment_at(self._clock.now()))


def _is_given(check_in: CheckIn) -> bool:
    return bool(check_in.values or check_in.feelings or check_in.tags or check_in.note.strip())
