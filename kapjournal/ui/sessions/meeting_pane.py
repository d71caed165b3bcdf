"""The page of an integration or preparation session: with whom, topics, the agreed step, notes."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession
from kapjournal.journal.journal import Journal
from kapjournal.ui.sessions.draft import SessionDraft
from kapjournal.ui.sessions.during_tab import LONGEST_MIN
from kapjournal.ui.sessions.field_grid import FieldGrid
from kapjournal.ui.sessions.written_card import WrittenCard
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.fields import DateField, NumberField, TextArea, TextField, TimeField, field
from kapjournal.ui.shared.moment_dialog import moment_from
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _


class MeetingPane(Restyled, QWidget):
    """Fields that are kept at each pause."""

    def __init__(self, draft: SessionDraft, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._journal = journal
        self._now: datetime | None = None
        self.day, self.time = DateField(), TimeField()
        self.length = NumberField(low=0, high=LONGEST_MIN)
        self.with_whom = TextField(placeholder=_("My therapist, for example"))
        self._when = FieldGrid(
            [
                field(_("Day"), self.day),
                field(_("Time"), self.time),
                field(_("Length"), self.length, unit=_("min")),
                field(_("With whom"), self.with_whom),
            ],
            2,
        )
        self.topics, self.notes = TextArea(), TextArea()
        self.step = TextArea(least_lines=2)
        self.written = WrittenCard()
        facts, words = Card(), Card()
        facts.body.addWidget(self._when)
        words.body.addWidget(field(_("Topics"), self.topics))
        words.body.addWidget(field(_("What we agreed on as a next step"), self.step))
        words.body.addWidget(field(_("Notes"), self.notes))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (facts, words, self.written):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._connect()
        self.restyle()

    def show_session(self, session: KapSession, now: datetime) -> None:
        """Show the fields of a session."""
        self._now = now
        self.day.set_value(session.moment.local.date())
        self.time.set_value(session.moment.local.time() if session.moment.has_time else None)
        self.length.set_value(session.duration_min)
        self.with_whom.setText(session.with_whom)
        for area, text in (
            (self.topics, session.topics),
            (self.step, session.agreed_step),
            (self.notes, session.notes),
        ):
            area.blockSignals(True)
            area.setPlainText(text)
            area.blockSignals(False)

    def show_linked(self, session: KapSession, today: date) -> None:
        """Show the reflections that belong to it."""
        self.written.show_reflections(self._journal.reflections.of_session(session.id), today)

    def arrange(self, columns: int) -> None:
        """Use this many columns of fields."""
        self._when.set_columns(min(columns, 2))

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._column.setSpacing(theme().px(18))

    def _connect(self) -> None:
        self.day.changed.connect(self._set_moment)
        self.time.changed.connect(self._set_moment)
        self.length.changed.connect(self._set_length)
        self.with_whom.textEdited.connect(self._set_with_whom)
        self.topics.changed.connect(self._set_topics)
        self.step.changed.connect(self._set_step)
        self.notes.changed.connect(self._set_notes)
        for line in (self.length, self.with_whom):
            line.editingFinished.connect(self._draft.flush)

    def _set_moment(self) -> None:
        if self._now is not None and self.day.value is not None and self.time.understood:
            before = self._draft.session.moment
            self._draft.change(moment=moment_from(self.day.value, self.time.value, before, self._now))

    def _set_length(self, minutes: object) -> None:
        if self.length.understood:
            self._draft.change_soon(duration_min=None if minutes is None else round(float(str(minutes))))

    def _set_with_whom(self, text: str) -> None:
        self._draft.change_soon(with_whom=text)

    def _set_topics(self) -> None:
        self._draft.change_soon(topics=self.topics.text)

    def _set_step(self) -> None:
        self._draft.change_soon(agreed_step=self.step.text)

    def _set_notes(self) -> None:
        self._draft.change_soon(notes=self.notes.text)
