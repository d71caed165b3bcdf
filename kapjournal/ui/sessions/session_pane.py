"""The page of one session: its head, a question where it stands open, and its fields."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.journal.journal import Journal
from kapjournal.ui.sessions.dosing_pane import DosingPane
from kapjournal.ui.sessions.draft import SessionDraft
from kapjournal.ui.sessions.meeting_pane import MeetingPane
from kapjournal.ui.sessions.session_head import SessionHead
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _


class SessionPane(Restyled, QWidget):
    """Shows one session at a time over one draft."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self.draft = SessionDraft(journal, self)
        self.head = SessionHead(self)
        self.open_question = _OpenQuestion()
        self.dosing = DosingPane(self.draft, journal, self)
        self.meeting = MeetingPane(self.draft, journal, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.head, self.open_question, self.dosing, self.meeting):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.restyle()

    def show_session(self, session: KapSession, number: int | None, now: datetime, today: date) -> None:
        """Show a session; fields that are being written in keep what is in them."""
        if self.draft.take(session):
            is_dosing = session.kind is SessionKind.DOSING
            self.dosing.setVisible(is_dosing)
            self.meeting.setVisible(not is_dosing)
            if is_dosing:
                self.dosing.show_session(session, now)
            else:
                self.meeting.show_session(session, now)
        self.refresh(number, now, today)

    def refresh(self, number: int | None, now: datetime, today: date) -> None:
        """Show the head and what hangs on the session."""
        session = self.draft.session
        self.head.show_session(session, number, today)
        is_over = session.moment.local.date() < today or (
            session.moment.has_time and session.moment.aware < now
        )
        self.open_question.setVisible(session.status is SessionStatus.PLANNED and is_over)
        if session.kind is SessionKind.DOSING:
            self.dosing.show_linked(session, now, today)
        else:
            self.meeting.show_linked(session, today)

    def arrange(self, columns: int) -> None:
        """Use this many columns of fields."""
        self.head.arrange(narrow=columns == 1)
        self.open_question.arrange(narrow=columns == 1)
        self.dosing.arrange(columns)
        self.meeting.arrange(columns)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._column.setSpacing(theme().px(9))


class _OpenQuestion(Card):
    """A planned session whose time has passed: the question whether it took place."""

    held = Signal()
    postponed = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__(padding=(24, 14))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(Body(_("Its time has passed. Did it take place?")), 1)
        for words, kind, signal in (
            (_("It took place"), "outlined", self.held),
            (_("Postpone…"), "quiet", self.postponed),
            (_("Cancel…"), "quiet", self.cancelled),
        ):
            button = Button(words, kind, size="small")
            button.clicked.connect(signal)
            self._line.addWidget(button)
        self.body.addLayout(self._line)
        self.restyle()

    def arrange(self, *, narrow: bool) -> None:
        """One under the other where there is little room."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(direction)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_line"):
            self._line.setSpacing(theme().px(8))
