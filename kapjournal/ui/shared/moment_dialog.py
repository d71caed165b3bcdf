"""When something was: a day and, if it is known, a time, in a small dialog."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kapjournal.domain.moment import Moment, moment_at, moment_on
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import DateField, TimeField, field
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.unfinished import Input
from kapjournal.words.language import _


class MomentFields(QWidget):
    """Day and time of a moment, side by side; the time may stay empty."""

    def __init__(self, moment: Moment, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = moment
        self._now = now
        self.day = DateField(moment.local.date(), today=now.date())
        self.time = TimeField(moment.local.time() if moment.has_time else None)
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
        self._day_field.say_wrong("" if day else _("That day is not in the calendar."))
        if day is None or not self.time.understood:
            return None
        return moment_from(day, self.time.value, self._before, self._now)


class MomentDialog(Dialog):
    """Asks for a day and a time; `chosen` carries the moment."""

    chosen = Signal(Moment)

    def __init__(self, title: str, moment: Moment, now: datetime, parent: QWidget) -> None:
        super().__init__(title, parent, width=440)
        self._before = moment
        self.fields = MomentFields(moment, now)
        self.body.addWidget(self.fields)
        self.keep_button = Button(_("Keep"), "primary")
        self.keep_button.clicked.connect(self._keep)
        leave = Button(_("Leave it"), "quiet")
        leave.clicked.connect(self.leave_it)
        self.foot.addStretch(1)
        self.foot.addWidget(leave)
        self.foot.addWidget(self.keep_button)

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
    if clock is None:
        return moment_on(day, now)
    return moment_at(datetime.combine(day, clock, tzinfo=now.tzinfo))
