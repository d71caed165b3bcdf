"""Which days a summary is about: two dates, and three ways to set them at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.day_and_time import DateField
from kapjournal.ui.shared.text import Body, Caption, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unread import Unread
from kapjournal.words.dates import day_medium
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
        self.unread = Unread({"first": self.first, "last": self.last}, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(_("Which days")))
        self._column.addLayout(self._row)
        self._said = Caption("", "note")
        self._said.hide()
        self._column.addWidget(self._said)
        self._column.addWidget(flow)
        for field in (self.first, self.last):
            field.changed.connect(self._take)
            field.misread.connect(lambda _misread: self._say_order())
            field.edit.editingFinished.connect(self._left)
            field.edit.put_in.connect(self._left)
        self.restyle()

    def show_days(self, first: date, last: date, chosen: Days, presets: Mapping[str, Days]) -> None:
        """Show the days of a summary, and mark the chip that gives the same choice."""
        self._presets = presets
        self._shown = Days(first, last)
        typed = (self.first.value, self.last.value)
        being_typed = self.first.edit.hasFocus() or self.last.edit.hasFocus()
        if not (being_typed and typed == (last, first)):
            self.first.set_value(first)
            self.last.set_value(last)
        self._say_order()
        for name, chip in self.chips.items():
            chip.setVisible(name in presets)
            chip.setChecked(presets.get(name) == chosen)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(6))
        self._row.setSpacing(look.px(8))

    def _choose(self, name: str) -> None:
        self.unread.let_go()
        self.first.set_value(self._shown.first)
        self.last.set_value(self._shown.last)
        self._say_order()
        self.changed.emit(self._presets[name])

    def _take(self) -> None:
        """Take days in their order; the fields are put into it once the person has left them."""
        first, last = self.first.value, self.last.value
        if first is not None and last is not None and last < first:
            first, last = last, first
        if self.first.understood and self.last.understood and Days(first, last) != self._shown:
            self.changed.emit(Days(first, last))
        self._say_order()

    def _left(self) -> None:
        self._take()
        first, last = self.first.value, self.last.value
        if first is not None and last is not None and last < first:
            self.first.set_value(last)
            self.last.set_value(first)
        self._say_order()

    def _say_order(self) -> None:
        first, last = self.first.value, self.last.value
        wrong = [f.how_to_write() for f in (self.first, self.last) if not f.understood and f.value is None]
        words = wrong[0] if wrong else ""
        if first is not None and last is not None and last < first:
            text = _("The last day stands before the first: the summary is about {first} to {last}.")
            words = text.format(first=day_medium(last), last=day_medium(first))
        self._said.setText(words)
        self._said.setVisible(bool(words))
