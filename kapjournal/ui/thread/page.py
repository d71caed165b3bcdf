"""The page of the thread: one row a session, or one session at a time where there is little room."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import journal_day
from kapjournal.ui.shared.breakpoints import NARROW
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.empty import EmptyState
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.session_mark import DOSING, SessionMark
from kapjournal.ui.shared.text import Body, Caption, Label, Title
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import NewSessionWanted, ShowPage
from kapjournal.ui.thread.cells import AIR_PX, PlaceCell
from kapjournal.ui.thread.lines import ThreadRow, Written, place_names, thread_rows
from kapjournal.words.dates import day_short, weekday_day
from kapjournal.words.language import _
from kapjournal.words.numbers import number

BY = "thread"
_STRETCH = (0, 178, 178, 165, 164, 159)
_MARK_PX = 56


class ThreadPage(Page):
    """From intention to days, in the person's own words."""

    concerns: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.KAP_SESSION, Kind.FRAGMENT, Kind.REFLECTION, Kind.PRACTICE, Kind.PRACTICE_DAY, Kind.COURSE}
    )

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._rows: tuple[ThreadRow, ...] = ()
        self._at: int | None = None
        self._marking = False
        self._make_head()
        self._make_steps()
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._empty = EmptyState(
            _("No dosing session yet"),
            _("The thread begins with an intention, once a session is planned."),
            _("Add a session"),
            icon="add",
        )
        self._empty.pressed.connect(self._add_session)
        self._foot = Caption(_("A place without words is no gap. Some sessions leave nothing to commit to."))
        self.body.addLayout(self._head)
        self.body.addWidget(self._steps)
        self.body.addWidget(self._grid_holder)
        self.body.addWidget(self._empty)
        self.body.addStretch(1)
        self.body.addWidget(self._foot)
        self.restyle()

    # --- the page's life

    def reload(self) -> None:
        """Read the course's sessions and all that hangs on them."""
        today = journal_day(self.place.clock.now().replace(tzinfo=None))
        self._rows = thread_rows(self._read(today), today)
        if self._at is None or self._at >= len(self._rows):
            been = [at for at, row in enumerate(self._rows) if not row.planned]
            self._at = been[-1] if been else 0 if self._rows else None
        self._show()

    def arrange(self, room: str) -> None:
        """All sessions below each other, or one at a time."""
        self._narrow = room == NARROW
        self._show()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if not hasattr(self, "_grid"):
            return
        look = theme()
        self.body.setSpacing(look.px(23))
        self._head.setSpacing(look.px(12))
        self._words.setSpacing(look.px(3))
        self._name_row.setSpacing(look.px(10))
        self._grid.setHorizontalSpacing(look.px(20))
        self._grid.setVerticalSpacing(look.px(9))

    def actions(self) -> list[Action]:  # type: ignore[override]
        """What can be found by name."""
        return [Action(_("Mark lines of the thread to share"), "share", self._toggle_marking)]

    # --- parts

    def _make_head(self) -> None:
        self._narrow = False
        back = IconButton("back", _("Back to the sessions"), bare=True, size="edge")
        back.clicked.connect(self._go_back)
        self._mark = Button(_("Mark lines to share"), icon="share")
        self._mark.clicked.connect(self._toggle_marking)
        self._name_row = QHBoxLayout()
        self._name_row.addWidget(back)
        self._name_row.addWidget(Title(_("The thread")), 1)
        self._words = QVBoxLayout()
        self._words.addLayout(self._name_row)
        self._words.addWidget(
            Body(
                _("From intention to days, in your own words. Choosing a line opens where you wrote it."),
                "ink2",
            )
        )
        self._head = QHBoxLayout()
        self._head.addLayout(self._words, 1)
        self._head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignBottom)

    def _make_steps(self) -> None:
        self._steps = QWidget()
        row = QHBoxLayout(self._steps)
        row.setContentsMargins(0, 0, 0, 0)
        self._previous = IconButton("previous", _("The session before"))
        self._next = IconButton("next", _("The next session"))
        self._where = Label(wrap=False)
        self._previous.clicked.connect(self._go_before)
        self._next.clicked.connect(self._go_next)
        row.addWidget(self._previous)
        row.addWidget(self._where, 1, Qt.AlignmentFlag.AlignHCenter)
        row.addWidget(self._next)

    def _read(self, today: date) -> Written:
        journal = self.place.journal
        known = journal.courses.all()
        course = journal.courses.current(today) or (known[-1] if known else None)
        sessions = journal.kap_sessions.all(course.id if course is not None else None)
        numbers = journal.kap_sessions.numbers()
        days: dict[int, dict[date, str]] = {}
        for noted in journal.practices.days():
            if noted.kept:
                days.setdefault(noted.practice_id, {})[noted.day] = noted.note
        return Written(
            sessions=sessions,
            numbers=numbers,
            fragments={s.id: journal.fragments.of_session(s.id) for s in sessions if s.id in numbers},
            reflections={s.id: journal.reflections.of_session(s.id) for s in sessions if s.id in numbers},
            practices=journal.practices.all(),
            days=days,
        )

    # --- what is shown

    def _show(self) -> None:
        clear(self._grid)
        for column in range(len(_STRETCH)):
            self._grid.setColumnStretch(column, 0 if self._narrow else _STRETCH[column])
        some = bool(self._rows)
        self._empty.setVisible(not some)
        self._grid_holder.setVisible(some)
        self._foot.setVisible(some)
        self._mark.setVisible(some)
        self._steps.setVisible(some and self._narrow)
        if not some:
            return
        if self._narrow:
            self._show_one()
        else:
            self._show_all()

    def _show_all(self) -> None:
        names = place_names()
        for column, name in enumerate(names, 1):
            self._grid.addWidget(Label(name, wrap=False), 0, column)
        for at, row in enumerate(self._rows):
            for column in range(len(names) + 1):
                self._grid.addWidget(Hairline(), 2 * at + 1, column)
            self._grid.addWidget(_mark_of(row), 2 * at + 2, 0, Qt.AlignmentFlag.AlignTop)
            for column, (name, lines) in enumerate(zip(names, row.places, strict=True), 1):
                cell = PlaceCell(name, lines, marking=self._marking)
                cell.opened.connect(self.requested)
                cell.shared.connect(self._share)
                self._grid.addWidget(cell, 2 * at + 2, column)

    def _show_one(self) -> None:
        at = self._at or 0
        row = self._rows[at]
        self._where.setText(
            _("Session {number}, {day}").format(
                number=number(row.number), day=weekday_day(row.session.moment.day)
            )
        )
        self._previous.setEnabled(at > 0)
        self._next.setEnabled(at < len(self._rows) - 1)
        self._grid.setColumnStretch(0, 1)
        for place, (name, lines) in enumerate(zip(place_names(), row.places, strict=True)):
            self._grid.addWidget(Label(name), 3 * place, 0)
            cell = PlaceCell(name, lines, marking=self._marking)
            cell.opened.connect(self.requested)
            cell.shared.connect(self._share)
            self._grid.addWidget(cell, 3 * place + 1, 0)
            self._grid.addWidget(Hairline(), 3 * place + 2, 0)

    def _go_before(self) -> None:
        self._step(-1)

    def _go_next(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        if self._rows:
            self._at = min(max((self._at or 0) + by, 0), len(self._rows) - 1)
            self._show()

    def _toggle_marking(self) -> None:
        self._marking = not self._marking
        self._mark.set_text(_("Done marking") if self._marking else _("Mark lines to share"))
        self._show()

    def _share(self, entry_id: int, wanted: bool) -> None:
        self.place.journal.timeline.mark_to_share(entry_id, wanted, BY)

    def _go_back(self) -> None:
        self.requested.emit(ShowPage("sessions"))

    def _add_session(self) -> None:
        self.requested.emit(NewSessionWanted())


def _mark_of(row: ThreadRow) -> QWidget:
    """The session's mark with its day under it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, theme().px(AIR_PX), 0, theme().px(AIR_PX))
    column.setSpacing(theme().px(4))
    holder.setFixedWidth(theme().px(_MARK_PX))
    column.addWidget(SessionMark(DOSING, row.number, row.planned, size=32), 0, Qt.AlignmentFlag.AlignHCenter)
    day = Caption(day_short(row.session.moment.day), wrap=False)
    column.addWidget(day, 0, Qt.AlignmentFlag.AlignHCenter)
    return holder
