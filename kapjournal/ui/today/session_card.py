"""After a session, on Today: the way to catch what came up, and the next day the way to lay it out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from kapjournal.domain.kap_session import KapSession, dosing_numbers
from kapjournal.domain.reflection import Fragment
from kapjournal.guidance.after_session import dosed_today, is_next_day, last_dosed
from kapjournal.journal.journal import Journal
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.text import Body, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _, ngettext


class SessionCard(Card):
    """Shown on the day of a dosing session and on the days after it, until a reflection has grown."""

    catch_wanted = Signal(int)
    lay_out_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(padding=(28, 14))
        self._session_id = 0
        self._name = Strong()
        self._line = Body(role="ink2")
        self.catch = Button(_("Catch what came up"), kind="soft", icon="gentle")
        self.lay_out = Button(_("Lay them out"), kind="soft")
        self.catch.clicked.connect(self._catch)
        self.lay_out.clicked.connect(self._lay_out)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._line)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.catch)
        self._row.addWidget(self.lay_out)
        self.body.addLayout(self._row)
        self.hide()

    def show_for(self, journal: Journal, sessions: Sequence[KapSession], now: datetime) -> None:
        """Show what fits the hours since the last session, or nothing."""
        numbers = dosing_numbers(sessions)
        today, last = dosed_today(sessions, now), last_dosed(sessions, now)
        if today is not None:
            self._show_today(today, numbers.get(today.id))
        elif last is not None and is_next_day(last, now):
            fragments = journal.fragments.of_session(last.id)
            grown = journal.reflections.grown_from([f.id for f in fragments])
            self._show_after(last, numbers.get(last.id), fragments if not grown else ())
        else:
            self.hide()

    def set_narrow(self, narrow: bool) -> None:
        """The button goes under the words where there is little room."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._padding = (20 if narrow else 28, 14)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_row"):
            self._row.setSpacing(theme().px(12))

    def _show_today(self, session: KapSession, number: int | None) -> None:
        self._session_id = session.id
        self._name.setText(
            _("Session {number} was today").format(number=number) if number else _("A session was today")
        )
        self._line.setText(_("What came up fades within days. A word is enough, and nothing is needed."))
        self.catch.show()
        self.lay_out.hide()
        self.show()

    def _show_after(self, session: KapSession, number: int | None, fragments: Sequence[Fragment]) -> None:
        if not fragments:
            self.hide()
            return
        self._session_id = session.id
        self._name.setText(
            _("First words of session {number}").format(number=number)
            if number
            else _("First words of the session")
        )
        self._line.setText(
            ngettext(
                "One fragment lies here, as it came.", "{n} fragments lie here, as they came.", len(fragments)
            ).format(n=len(fragments))
        )
        self.lay_out.show()
        self.catch.hide()
        self.show()

    def _catch(self) -> None:
        self.catch_wanted.emit(self._session_id)

    def _lay_out(self) -> None:
        self.lay_out_wanted.emit(self._session_id)
