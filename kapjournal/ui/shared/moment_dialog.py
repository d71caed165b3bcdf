"""When something was: a day and, if it is known, a time, in a small dialog."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kapjournal.domain.moment import Moment, moment_at, moment_on
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import DateField, TimeField, field
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.unfinished import Input
from kapjournal.words.language import _


class WhenFields(QWidget):
    """A day and a time side by side; the time may stay empty."""

    def __init__(self, day: date, clock: time | None, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.day = DateField(day, today=now.date())
        self.time = TimeField(clock)
        self._day_field = field(_("Day"), self.day)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self._day_field, 3)
        row.addWidget(field(_("Time"), self.time, _("May stay empty.")), 2)

    def inputs(self) -> dict[str, Input]:
        """Day and time."""
        return {"day": self.day, "time": self.time}

    def moment(self) -> Moment | None:
        """The moment that stands there; None, and said, where it is none."""
        day = self.day.value
        self._day_field.say_wrong("" if day else self._no_day())
        return self._moment_of(day, self.time.value) if day and self.time.understood else None

    def _no_day(self) -> str:
        today = self._now.date().isoformat()
        return _("A day is needed, such as {day}.").format(day=today)

    def _moment_of(self, day: date, clock: time | None) -> Moment:
        return moment_of(day, clock, self._now)


class MomentFields(WhenFields):
    """Day and time of a moment that is there already."""

    def __init__(self, moment: Moment, now: datetime, parent: QWidget | None = None) -> None:
        local = moment.local
        super().__init__(local.date(), local.time() if moment.has_time else None, now, parent)
        self._before = moment

    def _no_day(self) -> str:
        return _("That day is not in the calendar.")

    def _moment_of(self, day: date, clock: time | None) -> Moment:
        return moment_from(day, clock, self._before, self._now)


class MomentDialog(Dialog):
    """Asks for a day and a time; `chosen` carries the moment."""

    chosen = Signal(Moment)

    def __init__(self, title: str, moment: Moment, now: datetime, parent: QWidget) -> None:
        super().__init__(title, parent, width=440)
        self._before = moment
        self.fields = MomentFields(moment, now)
        self.body.addWidget(self.fields)
        self.keep_button = self.end_in(_("Keep"), self._keep)

    def inputs(self) -> dict[str, Input]:
        """Day and time."""
        return self.fields.inputs()

    def _keep(self) -> None:
        moment = self.fields.moment()
        if moment is None:
            return
        if moment != self._before:
            self.give(self.chosen, moment)
        else:
            self.leave_it()


def moment_from(day: date, clock: time | None, before: Moment, now: datetime) -> Moment:
    """The moment of a day and a time on the wall clock of where the person is now.

    What stayed as it was keeps its zone and its journal day.
    """
    same_time = clock == before.local.time() if before.has_time else clock is None
    if day == before.local.date() and same_time:
        return before
    return moment_of(day, clock, now)


def moment_of(day: date, clock: time | None, now: datetime) -> Moment:
    """The moment of a day and, if it is known, a time, on the wall clock of where the person is now."""
    if clock is None:
        return moment_on(day, now)
    return moment_at(datetime.combine(day, clock, tzinfo=now.tzinfo))
