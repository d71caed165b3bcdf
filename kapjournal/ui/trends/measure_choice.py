"""Which measure the second chart shows: a row of chips, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from kapjournal.domain.measure import Measure
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.words.language import _
from kapjournal.words.measures import measure_name


class MeasureChoice(QWidget):
    """The measures that have values; `chosen` tells the key of another one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[tuple[str, str], ...] = ()
        self._group = QButtonGroup(self)
        self._flow = ChipFlow(_("Measure"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        self._group.buttonClicked.connect(self._tell)

    def show_measures(self, measures: Sequence[Measure], chosen_key: str) -> None:
        """Offer these measures; a single one needs no choice."""
        offered = tuple((measure.key, measure_name(measure)) for measure in measures)
        if offered != self._offered:
            self._offered = offered
            for button in self._group.buttons():
                self._group.removeButton(button)
            self._flow.clear()
            for key, name in offered:
                chip = Chip(name)
                chip.setProperty("measure", key)
                self._group.addButton(chip)
                self._flow.add(chip)
        for button in self._group.buttons():
            button.setChecked(button.property("measure") == chosen_key)
        self.setVisible(len(offered) > 1)

    def chips(self) -> list[Chip]:
        """Return the chips in order."""
        return self._flow.chips()

    def _tell(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("measure")))
