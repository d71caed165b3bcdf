"""The measures in use as sliders that may stay unset, and last night."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import MOOD, SLEEP_H, SLEEP_QUALITY, Measure
from kapjournal.ui.check_in.sleep_hours import SleepHours
from kapjournal.ui.shared.measure_slider import MeasureSlider
from kapjournal.ui.shared.text import Caption, Label, Name
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unset_choice import UnsetChoice
from kapjournal.words.language import _
from kapjournal.words.names import measure_ends, measure_name

_ELSEWHERE = (MOOD, SLEEP_H, SLEEP_QUALITY)


class MeasureSliders(Restyled, QWidget):
    """A slider for each measure; `changed(key, value or None)`."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._rows: dict[str, tuple[Name, MeasureSlider]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(_("Measures"), wrap=False))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self.restyle()

    def show_measures(self, measures: Sequence[Measure], check_in: CheckIn) -> None:
        """Show those in use, and any that this check-in holds a value of."""
        held = {value.measure for value in check_in.values}
        for measure in measures:
            if measure.key not in _ELSEWHERE and (measure.in_use or measure.key in held):
                self._add(measure)
        self.show_values(check_in)
        self._place()

    def show_values(self, check_in: CheckIn) -> None:
        """Show the values of a check-in, without telling anybody."""
        for key, (_name, slider) in self._rows.items():
            slider.set_value(check_in.value(key))

    def set_narrow(self, narrow: bool) -> None:
        """Put the names above their sliders where there is little room."""
        self._narrow = narrow
        self._place()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(6))
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(0)
        for name, _slider in self._rows.values():
            name.setMinimumWidth(look.px(82))
            name.setMinimumHeight(0 if self._narrow else look.px(38))
            name.setMaximumWidth(look.px(16777) if self._narrow else look.px(120))

    def _add(self, measure: Measure) -> None:
        words = measure_name(measure)
        low, high = measure_ends(measure)
        slider = MeasureSlider(words, low, high, low=measure.low, high=measure.high, step=measure.step)
        slider.setProperty("measure", measure.key)
        slider.changed.connect(self._changed)
        self._rows[measure.key] = (Name(words), slider)

    def _place(self) -> None:
        for index, (name, slider) in enumerate(self._rows.values()):
            self._grid.removeWidget(name)
            self._grid.removeWidget(slider)
            if self._narrow:
                self._grid.addWidget(name, 2 * index, 0, 1, 2)
                self._grid.addWidget(slider, 2 * index + 1, 0, 1, 2)
            else:
                self._grid.addWidget(name, index, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(slider, index, 1)
        self.restyle()

    def _changed(self, value: object) -> None:
        slider = self.sender()
        if slider is not None:
            self.changed.emit(str(slider.property("measure")), value)


class LastNight(Restyled, QWidget):
    """Hours of sleep and how rested; from 0 to 4, as it is shown everywhere."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hours = SleepHours()
        self.rested = UnsetChoice(
            [(n, str(n)) for n in range(5)], _("How rested you woke, 0 to 4"), apart=True, size="step"
        )
        self.hours.hours_changed.connect(self._hours_changed)
        self.rested.changed.connect(self._rested_changed)
        head = QHBoxLayout()
        head.addWidget(Label(_("Last night"), wrap=False))
        head.addStretch(1)
        head.addWidget(Caption(_("rested, 0 to 4"), wrap=False))
        self._row = QHBoxLayout()
        self._row.addWidget(self.hours)
        self._row.addStretch(1)
        self._row.addWidget(self.rested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addLayout(self._row)
        self.restyle()

    def show_values(self, check_in: CheckIn) -> None:
        """Show the values of a check-in, without telling anybody."""
        self.hours.set_hours(check_in.value(SLEEP_H))
        quality = check_in.value(SLEEP_QUALITY)
        self.rested.set_value(None if quality is None else round(quality))

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._column.setSpacing(theme().px(8))
        self._row.setSpacing(theme().px(12))

    def _hours_changed(self, hours: float | None) -> None:
        self.changed.emit(SLEEP_H, hours)

    def _rested_changed(self, rested: object) -> None:
        self.changed.emit(SLEEP_QUALITY, float(rested) if isinstance(rested, int) else None)
