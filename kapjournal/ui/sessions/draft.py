"""A session while it is written down: kept at each pause and when a field is left; no Save."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from kapjournal.domain.kap_session import KapSession
from kapjournal.journal.journal import Journal

BY = "sessions"
PAUSE_MS = 1_200
"""Words are kept after a pause this long; two seconds of them are the most that is ever at stake."""


class SessionDraft(QObject):
    """The session that is shown; `kept` tells each time that it was stored."""

    kept = Signal(object)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._session: KapSession | None = None
        self._waiting = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    @property
    def session(self) -> KapSession:
        """The session as it stands, with what is not kept yet."""
        if self._session is None:
            raise LookupError("no session is shown")
        return self._session

    def take(self, session: KapSession) -> bool:
        """Show this session from now on; False if it is the one that is shown, unchanged."""
        if self._session is not None and self._session.id == session.id:
            if self._waiting or replace(session, edited=self._session.edited) == self._session:
                return False
        else:
            self.flush()
        self._session = session
        return True

    def change(self, **fields: object) -> None:
        """Change fields and keep them at once."""
        self._set(fields)
        self.flush()

    def change_soon(self, **fields: object) -> None:
        """Change fields and keep them at the next pause."""
        self._set(fields)
        if self._waiting:
            self._pause.start()

    def flush(self) -> None:
        """Keep what waits."""
        self._pause.stop()
        if self._waiting and self._session is not None:
            # What cannot be kept now goes on waiting.
            self._session = self._journal.kap_sessions.keep(self._session, BY)
            self._waiting = False
            self.kept.emit(self._session)

    def drop(self) -> None:
        """Forget the session, after keeping what waits."""
        self.flush()
        self._session = None

    def _set(self, fields: dict[str, object]) -> None:
        changed = replace(self.session, **fields)  # type: ignore[arg-type]
        if changed != self._session:
            self._session = changed
            self._waiting = True
