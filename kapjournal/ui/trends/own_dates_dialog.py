"""Own dates: the first and the last day of the range of every chart."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.day_and_time import DateField
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import field
from kapjournal.ui.shared.text import Body
from kapjournal.ui.trends.ranges import Days
from kapjournal.words.language import _


class OwnDatesDialog(Dialog):
    """Two days to type or to choose; `chosen` tells them once both are understood."""

    chosen = Signal(object)

    def __init__(self, days: Days, today: date, parent: QWidget) -> None:
        super().__init__(_("Own dates"), parent, width=420)
        self._days, self._today = days, today
        self.first = DateField(days.first, today=today)
        self.last = DateField(days.last, today=today)
        self._fields = (field(_("First day"), self.first), field(_("Last day"), self.last))
        for one in self._fields:
            self.body.addWidget(one)
        self.body.addWidget(
            Body(
                _(
                    "On a chart: + and − make the range shorter and longer, Shift with ← and → moves it, 0 goes back. "
                    "With the pointer: drag it, or turn the wheel with Ctrl held down."
                ),
                role="ink2",
            )
        )
        self.end_in(_("Show these days"), self._choose)
        self.closed.connect(self.deleteLater)

    def _choose(self) -> None:
        for one, day in zip(self._fields, (self.first, self.last), strict=True):
            one.say_wrong(
                "" if day.value is not None else _("Write a day as 22 September 2026 or 2026-09-22.")
            )
        first, last = self.first.value, self.last.value
        if first is None or last is None:
            (self.first if first is None else self.last).setFocus()
            return
        days = Days(min(first, last), max(first, last))
        self.chosen.emit(Days(min(days.first, self._today), min(days.last, self._today)))
        self.close_dialog()
