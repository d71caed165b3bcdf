"""The second step: what the treatment is, as far as anyone wants to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QRadioButton, QVBoxLayout, QWidget

from kapjournal.domain.course import Condition, Course, CourseStatus, Phase, PhaseSpan
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.moment import journal_day, moment_at, moment_on
from kapjournal.ui.shared.breakpoints import NARROW, breakpoint  # noqa: A004
from kapjournal.ui.shared.checkbox import paint_one_of
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.fields import DateField, Field, NumberField, TextField, TimeField, field
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.text import Caption, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.tick_card import NamedCard
from kapjournal.words.language import _
from kapjournal.words.names import condition_name, phase_meaning, phase_name


@dataclass(frozen=True, slots=True)
class Treatment:
    """What was said; everything may be empty."""

    conditions: tuple[Condition, ...] = ()
    phase: Phase | None = None
    next_day: date | None = None
    next_time: time | None = None
    planned: int | None = None
    therapist: str = ""
    clinic_phone: str = ""

    @property
    def says_anything(self) -> bool:
        """Whether anything at all was said."""
        return self != Treatment()

    def course(self, now: datetime) -> Course:
        """Return the course that begins with this."""
        today = journal_day(now.replace(tzinfo=None))
        return Course(
            started=None if self.phase in (None, Phase.FOLLOW_UP) else today,
            status=CourseStatus.COMPLETED if self.phase is Phase.FOLLOW_UP else CourseStatus.ACTIVE,
            conditions=self.conditions,
            phases=(PhaseSpan(self.phase, today),) if self.phase is not None else (),
            sessions_planned=self.planned,
            clinic_phone=self.clinic_phone,
            therapist=self.therapist,
        )

    def next_session(self, course_id: int, now: datetime) -> KapSession | None:
        """Return the planned dosing session, if its day was said."""
        if self.next_day is None:
            return None
        if self.next_time is None:
            moment = moment_on(self.next_day, now)
        else:
            moment = moment_at(datetime.combine(self.next_day, self.next_time, now.tzinfo))
        return KapSession(
            moment=moment, kind=SessionKind.DOSING, status=SessionStatus.PLANNED, course_id=course_id
        )


_COLUMN_SHARES = (338, 150, 168)


class TreatmentStep(Restyled, QWidget):
    """Chips, phases and a few fields."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = {condition: Chip(condition_name(condition)) for condition in Condition}
        self._flow = ChipFlow(_("What it is for"))
        for chip in self._chips.values():
            self._flow.add(chip)
        self._phases = PhaseChoice()
        self.day = DateField(today=today)
        self.time = TimeField()
        self.planned = NumberField(low=1, high=999)
        self.therapist = TextField()
        self.clinic_phone = TextField()
        self._note = Caption(_("The number appears on your Support page. Nobody is contacted."))
        self._fields: list[Field] = [
            field(_("Next dosing session"), self.day),
            field(_("At"), self.time),
            field(_("Sessions planned"), self.planned),
            field(_("Therapist’s name"), self.therapist),
            field(_("Clinic’s number, for after a dose"), self.clinic_phone),
        ]
        self.clinic_phone.setAccessibleDescription(self._note.text())
        self._grid = QGridLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(_("What it is for")))
        self._column.addWidget(self._flow)
        self._where = Label(_("Where you are"))
        self._column.addWidget(self._where)
        self._column.addWidget(self._phases)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        self._room = ""
        self._arrange()
        self.restyle()

    def treatment(self) -> Treatment | None:
        """Return what was said, or None after marking a field that is not understood."""
        day, clock, planned = self._fields[:3]
        day.say_wrong("" if self.day.understood else _("That day is not in the calendar."))
        clock.say_wrong("" if self.time.understood else _("That is not a time, like 13:30."))
        planned.say_wrong("" if self.planned.understood else _("A number is enough, like 6."))
        for understood, widget in (
            (self.day.understood, self.day),
            (self.time.understood, self.time),
            (self.planned.understood, self.planned),
        ):
            if not understood:
                widget.setFocus()
                return None
        number = self.planned.value
        return Treatment(
            conditions=tuple(condition for condition, chip in self._chips.items() if chip.isChecked()),
            phase=self._phases.value,
            next_day=self.day.value,
            next_time=self.time.value,
            planned=None if number is None else round(number),
            therapist=self.therapist.text().strip(),
            clinic_phone=self.clinic_phone.text().strip(),
        )

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        look = theme()
        self._column.setSpacing(look.px(8))
        self._where.setContentsMargins(0, look.px(14), 0, 0)
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(18))
        self._grid.setContentsMargins(0, look.px(14), 0, 0)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """One column where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = breakpoint(self)
        if room == self._room:
            return
        self._room = room
        wide = ((0, 0, 1), (0, 1, 1), (0, 2, 1), (1, 0, 1), (1, 1, 2))
        narrow = tuple((row, 0, 3) for row in range(5))
        for one, (row, column, span) in zip(self._fields, narrow if room == NARROW else wide, strict=True):
            self._grid.addWidget(one, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for column, share in enumerate(_COLUMN_SHARES):
            self._grid.setColumnStretch(column, share)


class PhaseChoice(Restyled, QWidget):
    """The phases as four cards of which one may be chosen; a second click takes the choice back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Where you are"))
        self._cards = [_PhaseCard(phase, self) for phase in Phase]
        for card in self._cards:
            card.toggled.connect(self._toggled)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.restyle()

    @property
    def value(self) -> Phase | None:
        """The chosen phase, or None."""
        return next((card.phase for card in self._cards if card.isChecked()), None)

    def restyle(self) -> None:
        """Take the gap from the theme."""
        self._grid.setSpacing(theme().px(10))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Two in a line where four have no room for their words."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        widest = max(card.sizeHint().width() for card in self._cards)
        columns = 4 if self.width() >= 4 * widest + 3 * self._grid.spacing() else 2
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // columns, index % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _toggled(self, checked: bool) -> None:
        chosen = self.sender()
        for card in self._cards:
            if checked and card is not chosen:
                card.setChecked(False)


class _PhaseCard(NamedCard, QRadioButton):
    """One phase: a ring, its name, what it means."""

    height_px = 64

    def __init__(self, phase: Phase, parent: QWidget) -> None:
        super().__init__(parent)
        self.phase = phase
        self.setAutoExclusive(False)
        self.begin(phase_name(phase), phase_meaning(phase))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the words."""
        look = theme()
        words = max(
            QFontMetrics(look.font("body_strong")).horizontalAdvance(phase_name(self.phase)),
            QFontMetrics(look.font("caption")).horizontalAdvance(phase_meaning(self.phase)),
        )
        return QSize(max(look.px(140), look.px(43 + 8) + words), look.px(self.height_px))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for what every window has."""
        return QSize(theme().px(140), theme().px(self.height_px))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the card."""
        look = theme()
        chosen = self.isChecked()
        painter = QPainter(self)
        self.paint_ground(painter, "strong", look.pxf(2 if chosen else 1))
        ring = QRectF(look.pxf(15), look.pxf(14), look.pxf(18), look.pxf(18))
        paint_one_of(painter, placed(painter, ring, self.rect()), checked=chosen)
        left = look.pxf(43)
        area = QRectF(left, look.pxf(12), self.width() - left - look.pxf(6), look.pxf(22))
        self.paint_words(painter, area, look.pxf(19))
        painter.end()
