"""What a chart is to show: a row of chips, one of them chosen or several."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.text import Caption


class ChipChoice(QWidget):
    """Names to choose among; `chosen` tells the keys that are on now. At least one always is."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, several: bool, note: str = "") -> None:
        super().__init__(parent)
        self._several = several
        self._offered: tuple[tuple[str, str], ...] = ()
        self._setting = False
        self._flow = ChipFlow(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        self._note = Caption(note, role="ink2")
        column.addWidget(self._note)
        self._note.setVisible(bool(note))

    def show_choice(self, offered: Sequence[tuple[str, str]], chosen: Collection[str]) -> None:
        """Offer (key, name) with some of them chosen; a single one needs no choice."""
        if tuple(offered) != self._offered:
            self._offered = tuple(offered)
            self._flow.clear()
            for key, name in offered:
                chip = Chip(name)
                chip.setProperty("choice", key)
                # One of several, for a reader and for the arrow keys, where only one can be on.
                chip.setAutoExclusive(not self._several)
                # Toggled, not clicked: a reader's own way of choosing never clicks.
                chip.toggled.connect(self._tell)
                self._flow.add(chip)
        self._set(chosen)
        self.setVisible(len(self._offered) > 1)

    def chips(self) -> list[Chip]:
        """Return the chips in order."""
        return self._flow.chips()

    def _set(self, chosen: Collection[str]) -> None:
        self._setting = True
        for chip in self.chips():
            chip.setChecked(chip.property("choice") in chosen)
        self._setting = False

    def _tell(self) -> None:
        pressed = self.sender()
        if self._setting or not isinstance(pressed, Chip):
            return
        if not self._several and not pressed.isChecked():
            return  # another came to be on, and tells
        on = [str(chip.property("choice")) for chip in self.chips() if chip.isChecked()]
        if not on:
            on = [str(pressed.property("choice"))]
            self._set(on)
        self.chosen.emit(tuple(on))
