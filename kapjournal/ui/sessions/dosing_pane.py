"""The page of a dosing session: before, during, after, integration."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession, SessionStatus
from kapjournal.journal.drafts import entry_key
from kapjournal.journal.journal import Journal
from kapjournal.ui.sessions.after_tab import AfterTab
from kapjournal.ui.sessions.before_tab import BeforeTab, check_in_before
from kapjournal.ui.sessions.draft import SessionDraft
from kapjournal.ui.sessions.during_tab import DuringTab
from kapjournal.ui.sessions.integration_tab import IntegrationTab
from kapjournal.ui.shared.tabs import Tabs
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

BEFORE, DURING, AFTER, INTEGRATION = "before", "during", "after", "integration"


class DosingPane(Restyled, QWidget):
    """Four tabs over one draft."""

    def __init__(self, draft: SessionDraft, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._shown_id = 0
        self.tabs = Tabs(
            [
                (BEFORE, _("Before")),
                (DURING, _("During")),
                (AFTER, _("After")),
                (INTEGRATION, _("Integration")),
            ],
            _("Parts of the session"),
            self,
        )
        self.before = BeforeTab(draft, self)
        self.during = DuringTab(draft, self)
        self.after = AfterTab(draft, self)
        self.integration = IntegrationTab(journal, self)
        self.written = self.integration.written
        self._parts = {
            BEFORE: self.before,
            DURING: self.during,
            AFTER: self.after,
            INTEGRATION: self.integration,
        }
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tabs)
        for part in self._parts.values():
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.tabs.chosen.connect(self._show_part)
        self._show_part(BEFORE)
        self.restyle()

    def show_session(self, session: KapSession, now: datetime) -> None:
        """Show the fields; a session met anew opens at the part that fits where it stands."""
        if session.id != self._shown_id:
            self._shown_id = session.id
            self.tabs.set_value(AFTER if session.took_place else BEFORE)
        self.before.show_session(session, now)
        self.during.show_session(session, now)
        self.after.show_session(session)
        for name, part in ((BEFORE, self.before), (DURING, self.during)):
            part.unread.show(self._journal.drafts, entry_key(session.id, name))

    def show_linked(self, session: KapSession, now: datetime, today: date) -> None:
        """Show what hangs on the session: fragments, reflections, the check-in before."""
        self.after.side_effects.show_effects(session.side_effects_told)
        courses = {course.id: course for course in self._journal.courses.all()}
        self.before.clinic.show_course(courses.get(session.course_id or 0))
        self.after.fragments.wait_in(self._journal.drafts, entry_key(session.id, "fragment"))
        self.after.show_fragments(session, self._journal.fragments.of_session(session.id))
        self.integration.show_linked(session, today)
        check_ins = self._journal.check_ins.of_day(session.moment.day)
        before = (
            check_in_before(session, check_ins) if session.status is not SessionStatus.CANCELLED else None
        )
        self.before.show_check_in(session, before, now)
        self.before.question.show_for(session, now, self._journal)
        self.after.check_in.show_check_in(session, check_ins, now)

    def arrange(self, columns: int) -> None:
        """Use this many columns of fields."""
        for part in (self.before, self.during, self.after, self.integration):
            part.arrange(columns)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._column.setSpacing(theme().px(18))

    def _show_part(self, part: object) -> None:
        for name, widget in self._parts.items():
            widget.setVisible(name == part)
