"""What was carried into days: the practices that grew from a session, and those that go on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.practice import Practice, PracticeState, Rhythm, is_over, shown_dots
from kapjournal.journal.journal import Journal
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.practice_dots import PracticeDots
from kapjournal.ui.shared.practice_icons import practice_icon
from kapjournal.ui.shared.text import Body, Caption, Label, Strong
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.practices import kept_on, once_kept, practice_state_name, since

DAYS = 7


class CarriedCard(Card):
    """A row for each practice; `wanted` carries its id, 0 for a new one."""

    wanted = Signal(int)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self.add = Button(_("Add"), icon="add", size="small")
        self.add.setAccessibleName(_("Add a practice"))
        self.add.clicked.connect(self._want_new)
        head = QHBoxLayout()
        head.addWidget(Label(_("Carried into days"), wrap=False), 1)
        head.addWidget(self.add)
        self._rows = QVBoxLayout()
        self.body.addLayout(head)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.restyle()

    def show_session(self, session: KapSession, today: date) -> None:
        """Show what grew from a session first, then what else was in practice when it was or since."""
        clear(self._rows)
        kept = self._journal.practices.kept_days()
        sessions, numbers = self._journal.kap_sessions.all(), self._journal.kap_sessions.numbers()
        practices = _of_session(self._journal.practices.all(), kept, session)
        if not practices:
            self._rows.addWidget(Body(_("Nothing yet. Not every session asks for something to do."), "ink2"))
        for practice in practices:
            self._rows.addWidget(Hairline())
            days = kept.get(practice.id, ())
            row = _Row(practice, days, _said(practice, days, session, sessions, numbers, today), today)
            row.wanted.connect(self.wanted)
            self._rows.addWidget(row)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_rows"):
            self._rows.setSpacing(theme().px(8))

    def _want_new(self) -> None:
        self.wanted.emit(0)


class _Row(Restyled, QWidget):
    """Icon, name, where it came from, its last days, and the button that opens it."""

    wanted = Signal(int)

    def __init__(self, practice: Practice, kept: Collection[date], said: str, today: date) -> None:
        super().__init__()
        self._practice = practice
        self._icon = QLabel()
        self.open = IconButton(
            "next", _("Open “{title}”").format(title=practice.name), bare=True, size="small"
        )
        self.open.clicked.connect(self._want)
        self._dots = PracticeDots()
        shown = shown_dots(practice, kept, today - timedelta(days=DAYS - 1), today)
        self._dots.show_dots(shown, kept_on(shown, practice.rhythm))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(practice.name))
        words.addWidget(Caption(said, "ink2"))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(words, 1)
        self._line.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self.open)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and icon from the theme."""
        look = theme()
        side = look.px(18)
        self._icon.setPixmap(icon_pixmap(practice_icon(self._practice.kind), look.color("ink2"), side, 2))
        self._icon.setFixedSize(QSize(side, side))
        self._line.setSpacing(look.px(10))

    def _want(self) -> None:
        self.wanted.emit(self._practice.id)


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
