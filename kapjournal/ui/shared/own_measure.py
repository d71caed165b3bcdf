"""Naming a measure of one's own: a name, two end words, and which end one would rather be at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.measure import Direction
from kapjournal.ui.shared.breakpoints import NARROW, breakpoint  # noqa: A004
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.fields import Choice, TextField, field
from kapjournal.ui.shared.text import Caption
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unfinished import Input, Unfinished
from kapjournal.words.language import _
from kapjournal.words.measures import direction_name

if TYPE_CHECKING:
    from kapjournal.journal.drafts import Drafts

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class OwnMeasure:
    """What was named."""

    name: str
    low_word: str
    high_word: str
    direction: Direction


class OwnMeasureForm(Restyled, QWidget):
    """A name and the words of both ends in one line, and *Add*; the direction is asked once there is a name."""

    added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = _line(_("Your own measure"), _("Something of your own"))
        self._low = _line(_("Word at 0"), _("not at all"))
        self._high = _line(_("Word at 10"), _("very much"))
        self._unfinished: Unfinished | None = None
        for edit in (self._name, self._low, self._high):
            edit.returnPressed.connect(self._add)
        self._name.textChanged.connect(self._ask_direction)
        self._said = Caption(role="note")
        self._said.hide()
        self._direction = Choice([(one, direction_name(one)) for one in Direction], value=Direction.NEITHER)
        self._rather = field(_("You would rather be at"), self._direction)
        self._rather.hide()
        self._add_button = Button(_("Add"), "outlined")
        self._add_button.clicked.connect(self._add)
        self._ends = QHBoxLayout()
        self._ends.addWidget(self._low, 1)
        self._ends.addWidget(Caption(_("to"), "ink2", wrap=False))
        self._ends.addWidget(self._high, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self._name, 8)
        self._line.addLayout(self._ends, 7)
        self._line.addWidget(self._add_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._line)
        self._column.addWidget(self._said)
        self._column.addWidget(self._rather)
        self._arrange()
        self.restyle()

    def wait_in(self, drafts: Drafts) -> None:
        """Let what is given and not added wait, and show what waited."""
        fields: dict[str, Input] = {
            "name": self._name,
            "low": self._low,
            "high": self._high,
            "direction": self._direction,
        }
        self._unfinished = Unfinished(drafts, "measure", fields, self)

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        look = theme()
        self._line.setSpacing(look.px(10))
        self._ends.setSpacing(look.px(10))
        self._column.setSpacing(look.px(10))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Under each other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if breakpoint(self) == NARROW else ways.LeftToRight)

    def _ask_direction(self, name: str) -> None:
        """Ask which end one would rather be at as soon as there is something to ask about."""
        self._rather.setVisible(bool(name.strip()))
        self._say_wrong("")

    def _say_wrong(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._name.setAccessibleDescription(sentence)
        self._name.setProperty("wrong", bool(sentence))
        self._name.style().unpolish(self._name)
        self._name.style().polish(self._name)

    def add_named(self) -> None:
        """Add what has a name already, for whoever goes on without pressing *Add*."""
        if self._name.text().strip():
            self._add()

    def _add(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._say_wrong(_("A name is needed; a word or two is enough."))
            self._name.setFocus()
            return
        chosen = self._direction.value
        direction = chosen if isinstance(chosen, Direction) else Direction.NEITHER
        low = self._low.text().strip() or _("not at all")
        high = self._high.text().strip() or _("very much")
        measure = OwnMeasure(name, low, high, direction)
        if self._unfinished is None:
            self.added.emit(measure)
        elif not self._unfinished.tell(self.added, measure):
            return
        for edit in (self._name, self._low, self._high):
            edit.clear()
        self._direction.value = Direction.NEITHER
        if self._unfinished is not None:
            self._unfinished.let_go()
        self._name.setFocus()


def _line(name: str, placeholder: str) -> TextField:
    """Return a field whose place in the line says what it is for; a reader hears its name."""
    made = TextField(placeholder=placeholder)
    made.setAccessibleName(name)
    made.setMaxLength(_LONGEST)
    return made
