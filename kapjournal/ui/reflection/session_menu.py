"""The sessions that a reflection may belong to, the latest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from kapjournal.domain.kap_session import KapSession
from kapjournal.ui.shared.session_chip import session_icon, session_words
from kapjournal.words.language import _

SESSIONS_OFFERED = 30


class SessionMenu(QMenu):
    """`chosen` carries a session's id, or None for no session; `opened` asks for the page of the chosen one."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(
        self,
        sessions: Sequence[KapSession],
        numbers: Mapping[int, int],
        now: int | None,
        today: date,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for session in sessions[:SESSIONS_OFFERED]:
            words = session_words(session, numbers.get(session.id), today)
            action = self.addAction(session_icon(session.kind, 14, planned=not session.took_place), words)
            action.setCheckable(True)
            action.setChecked(session.id == now)
            action.triggered.connect(lambda _on=False, one=session.id: self.chosen.emit(one))
        self.addSeparator()
        self.addAction(_("No session")).triggered.connect(lambda: self.chosen.emit(None))
        if now is not None:
            self.addAction(_("Open the session")).triggered.connect(self.opened)
