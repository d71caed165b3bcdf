"""The practices with their weeks: what is in practice, what is paused, and what ended."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.practice import Dot, Practice, PracticeState, Rhythm, is_over, shown_dots
from kapjournal.tokens import tokens
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.holding_button import HoldingButton
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.practice_dots import PracticeDots
from kapjournal.ui.shared.text import Body, Caption, Name, Section
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import day_in_year, first_weekday
from kapjournal.words.language import _
from kapjournal.words.numbers import number
from kapjournal.words.practices import kept_short, once_kept, practice_state_name, since

WEEKS = 4
_ORDER = (PracticeState.IN_PRACTICE, PracticeState.PAUSED)


@dataclass(frozen=True, slots=True)
class PracticesNow:
    """What the part shows."""

    practices: Sequence[Practice]
    kept: Mapping[int, Collection[date]]
    sessions: Sequence[KapSession]
    numbers: Mapping[int, int]
    today: date

    @property
    def first(self) -> date:
        """The first day of the earliest week that is shown."""
        into_week = (self.today.weekday() - first_weekday()) % 7
        return self.today - timedelta(days=into_week + 7 * (WEEKS - 1))


class PracticesPart(Restyled, QWidget):
    """A row for each practice; `wanted` carries its id, 0 for a new one."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: PracticesNow | None = None
        self._with_ended = False
        self.add = Button(_("Add"), "text", "add", "small")
        self.add.setAccessibleName(_("Add a practice"))
        self.add.clicked.connect(self._want_new)
        self._head = QHBoxLayout()
        self._head.addWidget(Section(_("Practices")), 1)
        self._head.addWidget(self.add)
        self._strut = QSpacerItem(0, 0)
        self._head.addItem(self._strut)
        self._card = Card(padding=(20, 10), spacing=0)
        self._span = Caption(wrap=False)
        self._top = QHBoxLayout()
        self._top.addWidget(Caption(_("kept"), wrap=False), 1)
        self._top.addWidget(self._span)
        self._top_row = QWidget()
        self._top_row.setLayout(self._top)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._empty = Body(
            _("None yet. A practice is something small that carries an insight into ordinary days."), "ink2"
        )
        self._ended = Button("", "quiet", size="small", flush="begin")
        self._ended.clicked.connect(self._toggle_ended)
        self._card.body.addWidget(self._top_row)
        self._card.body.addWidget(self._empty)
        self._card.body.addLayout(self._rows)
        self._card.body.addWidget(self._ended)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._card)
        self._column.addStretch(1)
        self.restyle()

    def show_practices(self, now: PracticesNow) -> None:
        """Show them: in practice first, then paused; those that ended when asked for."""
        self._now = now
        clear(self._rows)
        over = [p for p in now.practices if is_over(p, now.kept.get(p.id, ()))]
        shown = [p for state in _ORDER for p in now.practices if p.state is state and p not in over]
        shown += over if self._with_ended else []
        for practice in shown:
            self._rows.addWidget(Hairline())
            row = _Row(practice, now)
            row.clicked.connect(self._want)
            self._rows.addWidget(row)
        self._top_row.setVisible(bool(shown))
        self._empty.setVisible(not now.practices)
        self._span.setText(_("{first} to today, by week").format(first=day_in_year(now.first)))
        self._ended.setVisible(bool(over))
        words = _("Hide what is over") if self._with_ended else _("Show what is over ({count})")
        self._ended.set_text(words.format(count=number(len(over))))

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(12))
        self._head.setContentsMargins(*sides(0, 0, look.px(6), 0))
        # As tall as the field in the head beside it, so that both names stand on one line.
        self._strut.changeSize(0, look.px(tokens().size["field"]))
        self._top.setContentsMargins(0, look.px(2), 0, look.px(8))

    def _want(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self.wanted.emit(row.practice_id)

    def _want_new(self) -> None:
        self.wanted.emit(0)

    def _toggle_ended(self) -> None:
        self._with_ended = not self._with_ended
        if self._now is not None:
            self.show_practices(self._now)


class _Row(HoldingButton):
    """Name, how often it was kept and since when, and its dots by week; pressing it opens the practice."""

    def __init__(self, practice: Practice, now: PracticesNow) -> None:
        shown = shown_dots(practice, now.kept.get(practice.id, ()), now.first, now.today)
        facts = _facts(practice, shown, now)
        named = _("{practice}, {facts}").format(practice=practice.name, facts=facts)
        super().__init__(named, _("Opens the practice"))
        self.practice_id = practice.id
        going_on = practice.state is PracticeState.IN_PRACTICE
        self._name = Name(practice.name, "ink" if going_on else "ink2")
        self._facts = Caption(facts)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._dots = PracticeDots(by_week=True)
        self._dots.show_dots(shown, facts)
        self._first = QHBoxLayout()
        self._first.addWidget(self._name, 1)
        self._first.addWidget(self._facts, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._first)
        if going_on or shown:
            self.column.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignRight)
        self.let_through(self._name, self._facts, self._dots)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self.column.setContentsMargins(0, look.px(13), 0, look.px(14))
        self.column.setSpacing(look.px(9))
        self._first.setSpacing(look.px(10))
        self.updateGeometry()


def _facts(practice: Practice, shown: Collection[Dot], now: PracticesNow) -> str:
    """Words beside the name: '11 of 24 days, since session 2', or that it is paused."""
    kept = once_kept(shown) if practice.rhythm is Rhythm.ONCE else kept_short(shown, practice.rhythm)
    if practice.state is not PracticeState.IN_PRACTICE:
        return _("{kept}, {state}").format(kept=kept, state=practice_state_name(practice.state))
    in_view = practice.began is not None and practice.began >= now.first
    if in_view and not is_over(practice, now.kept.get(practice.id, ())):
        began = since(practice, now.sessions, now.numbers, now.today)
        return _("{kept}, {since}").format(kept=kept, since=began)
    return kept
