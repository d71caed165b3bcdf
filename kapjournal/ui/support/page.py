"""The Support page: people to reach, and something steady; nobody is told that it was opened."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import journal_day
from kapjournal.domain.prompt import AskedPrompt
from kapjournal.ui.shared.breakpoints import WIDE
from kapjournal.ui.shared.crisis_lines import COLUMN_PX, CrisisLines
from kapjournal.ui.shared.page import Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.tab_order import in_order
from kapjournal.ui.shared.text import Body, Caption, Title
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import ReflectionWanted, ShowPage
from kapjournal.ui.support.contacts import ContactsCard, contacts_of
from kapjournal.ui.support.steady import SteadyCard
from kapjournal.words.language import _

_UNLIMITED = 16_777_215


class SupportPage(Page):
    """Lines by country, the person's own contacts, and a steady prompt."""

    concerns: ClassVar[frozenset[Kind]] = frozenset({Kind.COURSE, Kind.PROMPT})

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._lines = CrisisLines(place.settings)
        self._contacts = ContactsCard()
        self._contacts.course_wanted.connect(self._open_sessions)
        self._steady = SteadyCard()
        self._steady.write_wanted.connect(self._write)
        self._own = QWidget()
        own = QVBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        for card in (self._contacts, self._steady):
            own.addWidget(card)
        own.addWidget(
            Caption(
                _(
                    "Nobody is told that you opened this page. The journal has no connection and cannot call for you."
                )
            )
        )
        own.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addWidget(self._own, 1)
        self._columns.addWidget(self._lines)
        self.body.addWidget(Title(_("Support")))
        self.body.addWidget(
            Body(_("People to reach. When the journal is locked, this page shows the lines only."), "ink2")
        )
        self.body.addSpacing(theme().px(20))
        self.body.addLayout(self._columns)
        self.body.addStretch(1)
        self.restyle()

    def reload(self) -> None:
        """Show the contacts of the course and the steady prompts that are not hidden."""
        journal = self.place.journal
        today = journal_day(self.place.clock.now().replace(tzinfo=None))
        courses = journal.courses.all()
        course = journal.courses.current(today) or (courses[-1] if courses else None)
        self._contacts.show_contacts(contacts_of(course))
        marks = journal.prompts.marks().values()
        self._steady.show_prompts(frozenset(mark.prompt_id for mark in marks if mark.hidden))
        # The lines come first for the keys, wherever they stand: they are what someone in need is here for.
        in_order([*self._lines.controls(), *self._contacts.controls(), *self._steady.controls()])

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """Put the lines beside the rest where there is room, else above it."""
        look = theme()
        across = breakpoint == WIDE
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if across else ways.BottomToTop)
        self._columns.setSpacing(look.px(24 if across else 20))
        self._lines.setMinimumWidth(look.px(COLUMN_PX) if across else 0)
        self._lines.setMaximumWidth(look.px(COLUMN_PX) if across else _UNLIMITED)
        layout = self._own.layout()
        if layout is not None:
            layout.setSpacing(look.px(16))

    def _open_sessions(self) -> None:
        self.requested.emit(ShowPage("sessions"))

    def _write(self, asked: object) -> None:
        assert isinstance(asked, AskedPrompt)
        self.requested.emit(ReflectionWanted(prompt=asked))
