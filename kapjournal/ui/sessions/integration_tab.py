"""The tab of integration: the days around the session, what was written since, what was carried into days."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession
from kapjournal.journal.journal import Journal
from kapjournal.ui.sessions.around_card import AroundCard
from kapjournal.ui.sessions.carried_card import CarriedCard
from kapjournal.ui.sessions.written_card import WrittenCard
from kapjournal.ui.shared.theme import Restyled, theme


class IntegrationTab(Restyled, QWidget):
    """The chart above, two cards under it."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self.around = AroundCard(journal)
        self.written = WrittenCard()
        self.carried = CarriedCard(journal)
        self._two = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._two.addWidget(self.written, 1)
        self._two.addWidget(self.carried, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.around)
        self._column.addLayout(self._two)
        self.restyle()

    def show_linked(self, session: KapSession, today: date) -> None:
        """Show what hangs on a session."""
        self.around.show_session(session, today)
        self.written.show_reflections(self._journal.reflections.of_session(session.id), today)
        self.carried.show_session(session, today)

    def arrange(self, columns: int) -> None:
        """Two cards side by side where there is room for three columns, else one under the other."""
        ways = QBoxLayout.Direction
        self._two.setDirection(ways.LeftToRight if columns > 2 else ways.TopToBottom)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._column.setSpacing(theme().px(18))
        self._two.setSpacing(theme().px(20))
