"""What was carried into days: the practices that grew from a session, and those that go on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.practice import Practice, PracticeState, Rhythm, is_over, shown_dots
from kapjournal.journal.journal import Journal
from kapjournal.ui.sessions.opening_row import OpeningRow
from kapjournal.ui.sessions.rows_card import RowsCard
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.practice_dots import PracticeDots
from kapjournal.ui.shared.practice_icons import practice_icon
from kapjournal.words.language import _
from kapjournal.words.practices import kept_on, once_kept, practice_state_name, since

DAYS = 7


class CarriedCard(RowsCard):
    """A row for each practice; `wanted` carries its id, 0 for a new one."""

    wanted = Signal(int)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        self.add = Button(_("Add"), icon="add", size="small")
        super().__init__(_("Carried into days"), self.add, parent)
        self._journal = journal
        self.add.setAccessibleName(_("Add a practice"))
        self.add.clicked.connect(self._want_new)
        self.body.addStretch(1)

    def show_session(self, session: KapSession, today: date) -> None:
        """Show what grew from a session first, then what else was in practice when it was or since."""
        kept = self._journal.practices.kept_days()
        sessions, numbers = self._journal.kap_sessions.all(), self._journal.kap_sessions.numbers()
        practices = _of_session(self._journal.practices.all(), kept, session)
        rows = []
        for practice in practices:
            days = kept.get(practice.id, ())
            said = _said(practice, days, session, sessions, numbers, today)
            row = OpeningRow(practice_icon(practice.kind), practice.name, said, _dots(practice, days, today))
            row.wanted.connect(partial(self.wanted.emit, practice.id))
            rows.append(row)
        self.show_rows(rows, _("Nothing yet. Not every session asks for something to do."))

    def _want_new(self) -> None:
        self.wanted.emit(0)


def _dots(practice: Practice, kept: Collection[date], today: date) -> PracticeDots:
    shown = shown_dots(practice, kept, today - timedelta(days=DAYS - 1), today)
    dots = PracticeDots()
    dots.show_dots(shown, kept_on(shown, practice.rhythm))
    return dots


def _of_session(
    practices: Sequence[Practice], kept: Mapping[int, Collection[date]], session: KapSession
) -> list[Practice]:
    own = [p for p in practices if p.kap_session_id == session.id]
    begun = [p for p in practices if p.began is not None and p.began <= session.moment.day and p not in own]
    going_on = [
        p for p in begun if not is_over(p, kept.get(p.id, ())) and p.state is PracticeState.IN_PRACTICE
    ]
    return [*going_on, *own]


def _said(
    practice: Practice,
    kept: Collection[date],
    session: KapSession,
    sessions: Sequence[KapSession],
    numbers: Mapping[int, int],
    today: date,
) -> str:
    """Where it came from, and where it stands if it does not go on: 'grew from this session, paused'."""
    text = (
        _("grew from this session")
        if practice.kap_session_id == session.id
        else since(practice, sessions, numbers, today)
    )
    if practice.rhythm is Rhythm.ONCE and kept:
        return _("{text}, {kept}").format(text=text, kept=once_kept(shown_dots(practice, kept, today, today)))
    if practice.state is not PracticeState.IN_PRACTICE:
        return _("{text}, {state}").format(text=text, state=practice_state_name(practice.state))
    return text
