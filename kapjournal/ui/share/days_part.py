"""Which days a summary is about: two dates, and three ways to set them at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.day_and_time import DateField
from kapjournal.ui.shared.text import Body, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

THIS_COURSE = "this_course"
SINCE_LAST = "since_last"
FOUR_WEEKS = "four_weeks"


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day; None follows the course and today."""

    first: date | None
    last: date | None


class DaysPart(Restyled, QWidget):
    """Two date fields and the chips under them."""

    changed = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets: Mapping[str, Days] = {}
        self._shown = Days(today, today)
        self.first = DateField(today=today, short=True)
        self.last = DateField(today=today, short=True)
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))
        self.chips = {
            THIS_COURSE: Chip(_("this course"), size="small"),
            SINCE_LAST: Chip(_("since last shared"), size="small"),
            FOUR_WEEKS: Chip(_("4 weeks"), size="small"),
        }
        self._row = QHBoxLayout()
        self._row.addWidget(self.first, 1)
        self._row.addWidget(Body(_("to"), "ink2", wrap=False))
        self._row.addWidget(self.last, 1)
        flow = ChipFlow(_("Which days"), gap=6)
        for name, chip in self.chips.items():
            flow.add(chip)
            chip.clicked.connect(lambda _checked=False, name=name: self._choose(name))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(_("Which days")))
        self._column.addLayout(self._row)
        self._column.addWidget(flow)
        for field in (self.first, self.last):
            field.changed.connect(self._typed)
            field.edit.editingFinished.connect(self._take)
            field.edit.put_in.connect(self._take)
        self.restyle()

    def show_days(self, first: date, last: date, chosen: Days, presets: Mapping[str, Days]) -> None:
        """Show the days of a summary, and mark the chip that gives the same choice."""
        self._presets = presets
        self._shown = Days(first, last)
        self.first.set_value(first)
        self.last.set_value(last)
        for name, chip in self.chips.items():
            chip.setVisible(name in presets)
            chip.setChecked(presets.get(name) == chosen)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(8))
        self._row.setSpacing(look.px(8))

    def _choose(self, name: str) -> None:
        self.changed.emit(self._presets[name])

    def _typed(self, _day: object) -> None:
        """Take days in their order; which of two is the first is seen only once the person has left the field."""
        first, last = self.first.value, self.last.value
        if first is None or last is None or first <= last:
            self._take()

    def _take(self) -> None:
        first, last = self.first.value, self.last.value
        if first is not None and last is not None and last < first:
            first, last = last, first
        if Days(first, last) != self._shown:
            self.changed.emit(Days(first, last))
