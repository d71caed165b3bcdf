"""The practices that may be ticked one by one; none is ticked by itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.domain.practice import Practice
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.text import Caption, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _


class PracticesPart(Restyled, QWidget):
    """A tick for each practice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: dict[int, Tick] = {}
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(_("Practices, one by one")))
        self._column.addLayout(self._list)
        self._column.addWidget(Caption(_("With its days, and what you noted of them.")))
        self.restyle()

    @property
    def ticked(self) -> tuple[int, ...]:
        """The ids that are ticked."""
        return tuple(id_ for id_, tick in self.ticks.items() if tick.isChecked())

    def show_practices(self, practices: tuple[Practice, ...], ticked: tuple[int, ...]) -> None:
        """Show the practices; the ticks that are there stay the same widgets."""
        if tuple(self.ticks) != tuple(practice.id for practice in practices):
            clear(self._list)
            self.ticks = {practice.id: Tick(practice.name) for practice in practices}
            for tick in self.ticks.values():
                tick.clicked.connect(self.changed)
                self._list.addWidget(tick)
        for id_, tick in self.ticks.items():
            tick.setChecked(id_ in ticked)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(8))
        self._list.setSpacing(look.px(10))
