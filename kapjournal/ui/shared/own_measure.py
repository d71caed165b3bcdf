"""Naming a measure of one's own: a name, two end words, and which end one would rather be at."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kapjournal.domain.measure import Direction
from kapjournal.ui.shared.breakpoints import NARROW, breakpoint  # noqa: A004
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.fields import Choice, Field, TextField, field
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.measures import direction_name

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class OwnMeasure:
    """What was named."""

    name: str
    low_word: str
    high_word: str
    direction: Direction


class OwnMeasureForm(Restyled, QWidget):
    """The fields of a measure of one's own, and *Add*."""

    added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = TextField(placeholder=_("Something of your own"))
        self._low = TextField(placeholder=_("not at all"))
        self._high = TextField(placeholder=_("very much"))
        self._direction = Choice([(one, direction_name(one)) for one in Direction], value=Direction.NEITHER)
        for edit in (self._name, self._low, self._high):
            edit.setMaxLength(_LONGEST)
            edit.returnPressed.connect(self._add)
        self._add_button = Button(_("Add"), "outlined", "add")
        self._add_button.clicked.connect(self._add)
        self._fields: list[Field] = [
            field(_("Your own measure"), self._name),
            field(_("Word at 0"), self._low),
            field(_("Word at 10"), self._high),
            field(_("You would rather be at"), self._direction),
        ]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._room = ""
        self._arrange()
        self.restyle()

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        self._grid.setHorizontalSpacing(theme().px(10))
        self._grid.setVerticalSpacing(theme().px(12))
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
        columns = 1 if room == NARROW else 6
        for column in range(6):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        narrow = ((0, 0, 1), (1, 0, 1), (2, 0, 1), (3, 0, 1))
        wide = ((0, 0, 6), (1, 0, 3), (1, 3, 3), (2, 0, 4))
        for one, (row, column, span) in zip(self._fields, narrow if columns == 1 else wide, strict=True):
            self._grid.addWidget(one, row, column, 1, span)
        bottom = Qt.AlignmentFlag.AlignBottom
        row, column, span = (4, 0, 1) if columns == 1 else (2, 4, 2)
        self._grid.addWidget(self._add_button, row, column, 1, span, bottom)

    def _add(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._fields[0].say_wrong(_("A name is needed; a word or two is enough."))
            self._name.setFocus()
            return
        self._fields[0].say_wrong("")
        chosen = self._direction.value
        direction = chosen if isinstance(chosen, Direction) else Direction.NEITHER
        low = self._low.text().strip() or _("not at all")
        high = self._high.text().strip() or _("very much")
        self.added.emit(OwnMeasure(name, low, high, direction))
        for edit in (self._name, self._low, self._high):
            edit.clear()
        self._direction.value = Direction.NEITHER
        self._name.setFocus()
