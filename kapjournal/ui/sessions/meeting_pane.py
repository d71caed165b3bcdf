"""The page of an integration or preparation session: with whom and how, what landed, the agreed step, mood."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession, MeetingFormat, MetWith
from kapjournal.journal.drafts import entry_key
from kapjournal.journal.journal import Journal
from kapjournal.ui.sessions.draft import SessionDraft
from kapjournal.ui.sessions.during_tab import LONGEST_MIN
from kapjournal.ui.sessions.field_grid import FieldGrid
from kapjournal.ui.sessions.track import Track
from kapjournal.ui.sessions.written_card import WrittenCard
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.fields import Choice, DateField, NumberField, TextArea, TextField, TimeField, field
from kapjournal.ui.shared.moment_dialog import moment_from
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unread import Read, Unread
from kapjournal.words.language import _
from kapjournal.words.names import meeting_format_name, met_with_name


class MeetingPane(Restyled, QWidget):
    """Fields that are kept at each pause."""

    def __init__(self, draft: SessionDraft, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._journal = journal
        self._now: datetime | None = None
        self.day, self.time = DateField(), TimeField()
        self.length = NumberField(low=0, high=LONGEST_MIN)
        not_said = (None, _("not said"))
        self.met_with = Choice([not_said, *((w, met_with_name(w)) for w in MetWith)])
        self.meeting_format = Choice([not_said, *((f, meeting_format_name(f)) for f in MeetingFormat)])
        self.with_whom = TextField(placeholder=_("A name, if you like"))
        self._when = FieldGrid(
            [
                field(_("Day"), self.day),
                field(_("Time"), self.time),
                field(_("Length"), self.length, unit=_("min")),
                field(_("With"), self.met_with),
                field(_("Their name"), self.with_whom),
                field(_("How we met"), self.meeting_format),
            ]
        )
        self.topics, self.notes, self.landed = (TextArea(least_lines=2) for _area in range(3))
        self.step, self.due = TextArea(least_lines=2), DateField()
        self._step = FieldGrid(
            [
                field(_("The next step we agreed on"), self.step),
                field(_("By, if a day was named"), self.due),
            ],
            2,
        )
        self.before = Track(_("Mood before"), _("very low"), _("very good"))
        self.after = Track(_("Mood after"), _("very low"), _("very good"))
        self._mood = FieldGrid([self.before, self.after], 2, gap=34)
        fields: dict[str, Read] = {"day": self.day, "time": self.time, "due": self.due, "length": self.length}
        self._unread = Unread(fields, self)
        self.written = WrittenCard()
        facts, words, mood = Card(), Card(), Card()
        facts.body.addWidget(self._when)
        mood.body.addWidget(self._mood)
        words.body.addWidget(field(_("Topics"), self.topics))
        words.body.addWidget(field(_("What landed"), self.landed))
        words.body.addWidget(self._step)
        words.body.addWidget(field(_("Notes"), self.notes))
        self._column = QVBoxLayout(self)
        for widget in (facts, words, mood, self.written):
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
        self.met_with.value = session.met_with
        self.meeting_format.value = session.meeting_format
        self.due.set_value(session.step_due)
        self.before.set_value(session.mood_before)
        self.after.set_value(session.mood_after)
        for area, text in (
            (self.topics, session.topics),
            (self.landed, session.what_landed),
            (self.step, session.agreed_step),
            (self.notes, session.notes),
        ):
            area.blockSignals(True)
            area.setPlainText(text)
            area.blockSignals(False)
        self._unread.show(self._journal.drafts, entry_key(session.id, "meeting"))

    def show_linked(self, session: KapSession, today: date) -> None:
        """Show the reflections that belong to it."""
        self.written.show_reflections(self._journal.reflections.of_session(session.id), today)

    def arrange(self, columns: int) -> None:
        """Use this many columns of fields."""
        self._when.set_columns(columns)
        self._step.set_columns(min(columns, 2))
        self._mood.set_columns(min(columns, 2))

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._column.setSpacing(theme().px(18))
        self._column.setContentsMargins(0, theme().px(10), 0, 0)

    def _connect(self) -> None:
        self.day.changed.connect(self._set_moment)
        self.time.changed.connect(self._set_moment)
        self.length.changed.connect(self._set_length)
        self.with_whom.edited.connect(self._set_with_whom)
        self.topics.changed.connect(self._set_topics)
        self.step.changed.connect(self._set_step)
        self.notes.changed.connect(self._set_notes)
        self.landed.changed.connect(self._set_landed)
        self.due.changed.connect(self._set_due)
        self.met_with.changed.connect(self._set_met_with)
        self.meeting_format.changed.connect(self._set_format)
        self.before.changed.connect(self._set_before)
        self.after.changed.connect(self._set_after)
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

    def _set_landed(self) -> None:
        self._draft.change_soon(what_landed=self.landed.text)

    def _set_due(self, day: date | None) -> None:
        self._draft.change(step_due=day)

    def _set_met_with(self, met_with: object) -> None:
        self._draft.change(met_with=met_with)

    def _set_format(self, meeting_format: object) -> None:
        self._draft.change(meeting_format=meeting_format)

    def _set_before(self, mood: int | None) -> None:
        self._draft.change(mood_before=mood)

    def _set_after(self, mood: int | None) -> None:
        self._draft.change(mood_after=mood)
