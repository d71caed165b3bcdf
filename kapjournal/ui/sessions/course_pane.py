"""What is known about the course itself; the phase is set by the person, never inferred."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.course import Condition, ConditionSource, Course, CourseStatus, Phase, PhaseSpan
from kapjournal.ui.sessions.field_grid import FieldGrid
from kapjournal.ui.sessions.medicines_card import MedicinesCard
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.fields import Choice, DateField, NumberField, TextArea, TextField, field
from kapjournal.ui.shared.text import Body, Label, Title, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unread import Read, Unread
from kapjournal.ui.shared.unset_choice import UnsetChoice
from kapjournal.words.language import _
from kapjournal.words.names import (
    condition_name,
    condition_source_name,
    course_status_name,
    phase_meaning,
    phase_name,
)

PAUSE_MS = 1_200
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_HAS_REASON = (CourseStatus.PAUSED, CourseStatus.COMPLETED, CourseStatus.STOPPED)


class CoursePane(Restyled, QWidget):
    """All of it optional; `changed(course)` tells what is to be kept."""

    changed = Signal(object)
    another_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course = Course()
        self._today = date.min
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._waiting = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head = QVBoxLayout()
        self._head.addWidget(Title(_("About the course")))
        self._head.addWidget(
            Body(_("All of this is optional. It stays here until you put it in a summary."), "ink2")
        )
        self._column.addLayout(self._head)
        self._column.addWidget(self._course_card())
        self._column.addWidget(self._reason_card())
        self._column.addWidget(self._people_card())
        self._column.addWidget(self._clinic_card())
        self.medicines = MedicinesCard()
        self._column.addWidget(self.medicines)
        self._column.addLayout(self._ways())
        self._column.addStretch(1)
        self._connect()
        fields: dict[str, Read] = {"began": self.started, "ended": self.ended, "planned": self.planned}
        self.unread = Unread(fields, self)
        self.restyle()

    def show_course(self, course: Course | None, today: date) -> None:
        """Show a course, or empty fields for one to come."""
        course = course or Course()
        if self._waiting or (course == self._course and today == self._today):
            return
        self._course, self._today = course, today
        self.label.setText(course.label)
        self.started.set_value(course.started)
        self.planned.set_value(course.sessions_planned)
        self.phase.value = course.phase_on(today)
        self.ended.set_value(course.ended)
        self.status.value = course.status
        self.reason.setText(course.stop_reason)
        self._show_reason(course.status)
        self.source.set_value(course.condition_source)
        for condition, chip in self._conditions.items():
            chip.blockSignals(True)
            chip.setChecked(condition in course.conditions)
            chip.blockSignals(False)
            chip.restyle()
        for name, line in self._people.items():
            line.setText(getattr(course, name))
        areas = ((self.notes, course.notes), (self.clinic_words, course.clinic_words))
        for area, text in (*areas, (self.clinic_limits, course.clinic_limits)):
            area.blockSignals(True)
            area.setPlainText(text)
            area.blockSignals(False)
        self.medicines.show_course(course)

    def show_ways(self, *, another: bool, remove: bool) -> None:
        """Offer to begin another course, and to take this one away where nothing belongs to it."""
        self.another.setVisible(another)
        self.remove.setVisible(remove)

    def take_kept(self, course: Course) -> None:
        """Go on from the course as it was kept: a new one has an id now."""
        if self._waiting:
            course = replace(self._course, id=course.id, medicines=course.medicines)
        self._course = course

    def flush(self) -> None:
        """Keep what waits."""
        self._pause.stop()
        if self._waiting:
            # What cannot be kept now goes on waiting.
            self.changed.emit(self._course)

    def say_kept(self, course: Course) -> None:
        """Nothing of it waits any more."""
        self._waiting = False
        self._course = course

    def arrange(self, columns: int) -> None:
        """Use this many columns of fields."""
        two = 2 if columns > 2 else 1  # a phase with its meaning, and what a clinic asks, are long
        self._facts.set_columns(two)
        self._said.setDirection(_ACROSS if columns > 1 else _DOWN)
        self._said.setSpacing(theme().px(12 if columns > 1 else 6))
        self._names.set_columns(min(columns, 2))
        self._clinic.set_columns(two)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(18))
        self._head.setSpacing(look.px(3))
        self._head.setContentsMargins(0, 0, 0, look.px(1))

    def _course_card(self) -> Card:
        self.label, self.planned = TextField(), NumberField(low=1, high=500)
        self.started, self.ended = DateField(), DateField()
        self.status = Choice([(s, course_status_name(s)) for s in CourseStatus])
        self.reason = TextField()
        self._reason = field(_("Why, in your words"), self.reason)
        phases = [(None, _("not said")), *((p, f"{phase_name(p)}: {phase_meaning(p)}") for p in Phase)]
        self.phase = Choice(phases)
        self._facts = FieldGrid(
            [
                field(_("Your name for it"), self.label),
                field(_("Phase, from today on"), self.phase),
                field(_("Began"), self.started),
                field(_("Ended"), self.ended),
                field(_("Dosing sessions planned"), self.planned),
                field(_("Where it stands"), self.status),
            ],
            2,
        )
        card = Card()
        card.body.addWidget(self._facts)
        card.body.addWidget(self._reason)
        return card

    def _ways(self) -> QHBoxLayout:
        self.another = Button(_("Begin another course"), icon="add", size="small")
        self.another.clicked.connect(self.another_wanted)
        self.remove = Button(_("Take this course away"), kind="quiet", icon="trash", size="small")
        self.remove.clicked.connect(self.remove_wanted)
        ways = QHBoxLayout()
        ways.addWidget(self.another)
        ways.addWidget(self.remove)
        ways.addStretch(1)
        return ways

    def _reason_card(self) -> Card:
        card = Card()
        flow = ChipFlow(_("What it is for"))
        self._conditions: dict[Condition, Chip] = {}
        for condition in Condition:
            chip = Chip(condition_name(condition))
            chip.toggled.connect(self._set_conditions)
            self._conditions[condition] = chip
            flow.add(chip)
        card.body.addWidget(Label(_("What it is for")))
        card.body.addWidget(flow)
        self.source = UnsetChoice([(s, condition_source_name(s)) for s in ConditionSource], _("Who said so"))
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.addWidget(Words(_("Who said so"), "ink2", wrap=False))
        self._said.addWidget(self.source)
        self._said.addStretch(1)
        card.body.addLayout(self._said)
        return card

    def _people_card(self) -> Card:
        names = {
            "therapist": _("Therapist"),
            "therapist_phone": _("Their phone"),
            "clinic": _("Clinic"),
            "clinic_phone": _("Its phone"),
            "prescriber": _("Prescriber"),
        }
        self._people = {name: TextField() for name in names}
        self._names = FieldGrid([field(names[name], line) for name, line in self._people.items()], 2)
        self.clinic_phone = self._people["clinic_phone"]
        self.notes = TextArea(least_lines=2)
        card = Card()
        card.body.addWidget(self._names)
        card.body.addWidget(field(_("Notes"), self.notes))
        return card

    def _clinic_card(self) -> Card:
        """The session safety sheet: entered once here, repeated before each session."""
        self.clinic_words = TextArea(least_lines=2)
        self.clinic_limits = TextArea(least_lines=2)
        self._clinic = FieldGrid(
            [
                field(_("What they ask of me, before and after"), self.clinic_words),
                field(_("Their limits, as they said them"), self.clinic_limits),
            ],
            2,
        )
        card = Card()
        card.body.addWidget(Label(_("From the clinic")))
        card.body.addWidget(Body(_("In their own words. They are repeated before each session."), "ink2"))
        card.body.addWidget(self._clinic)
        return card

    def _connect(self) -> None:
        self.label.edited.connect(self._set_label)
        self.planned.changed.connect(self._set_planned)
        self.started.changed.connect(self._set_started)
        self.ended.changed.connect(self._set_ended)
        self.phase.changed.connect(self._set_phase)
        self.status.changed.connect(self._set_status)
        self.reason.edited.connect(self._set_reason)
        self.source.changed.connect(self._set_source)
        self.notes.changed.connect(self._set_notes)
        self.clinic_words.changed.connect(self._set_clinic)
        self.clinic_limits.changed.connect(self._set_clinic)
        for name, line in self._people.items():
            line.setProperty("field", name)
            line.edited.connect(self._set_person)
        for line in (self.label, self.planned, self.reason, *self._people.values()):
            line.editingFinished.connect(self.flush)

    def _set_label(self, text: str) -> None:
        self._soon(label=text)

    def _set_planned(self, number: object) -> None:
        if self.planned.understood:
            self._soon(sessions_planned=None if number is None else round(float(str(number))))

    def _set_started(self, day: date | None) -> None:
        self._soon(started=day)
        self.flush()

    def _set_ended(self, day: date | None) -> None:
        self._soon(ended=day)
        self.flush()

    def _set_status(self, status: object) -> None:
        if isinstance(status, CourseStatus):
            self._soon(status=status)
            self._show_reason(status)
            self.flush()

    def _show_reason(self, status: CourseStatus) -> None:
        self._reason.setVisible(status in _HAS_REASON)

    def _set_reason(self, text: str) -> None:
        self._soon(stop_reason=text)

    def _set_source(self, source: object) -> None:
        self._soon(condition_source=source)
        self.flush()

    def _set_phase(self, phase: object) -> None:
        self._soon(phases=phases_with(self._course, phase if isinstance(phase, Phase) else None, self._today))
        self.flush()

    def _set_conditions(self) -> None:
        chosen = tuple(c for c, chip in self._conditions.items() if chip.isChecked())
        self._soon(conditions=chosen)
        self.flush()

    def _set_person(self, text: str) -> None:
        sender = self.sender()
        if sender is not None:
            self._soon(**{str(sender.property("field")): text})

    def _set_clinic(self) -> None:
        self._soon(clinic_words=self.clinic_words.text, clinic_limits=self.clinic_limits.text)

    def _set_notes(self) -> None:
        self._soon(notes=self.notes.text)

    def _soon(self, **fields: object) -> None:
        changed = replace(self._course, **fields)  # type: ignore[arg-type]
        if changed != self._course:
            self._course = changed
            self._waiting = True
            self._pause.start()


def phases_with(course: Course, phase: Phase | None, today: date) -> tuple[PhaseSpan, ...]:
    """The phases with this one from today on; what was before ends the day before, and stays."""
    from datetime import timedelta

    yesterday = today - timedelta(days=1)
    earlier = []
    for span in course.phases:
        if span.first >= today:
            continue
        still_open = span.last is None or span.last > yesterday
        if still_open and span.phase is phase:
            return tuple(s for s in course.phases if s.first < today)
        earlier.append(replace(span, last=yesterday) if still_open else span)
    return (*earlier, PhaseSpan(phase, today)) if phase is not None else tuple(earlier)
