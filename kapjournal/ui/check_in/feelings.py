"""The palette of feelings: six families as rows of chips, up to five words chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.named_rows import lay_rows
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Caption, Label, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.names import feeling_families, feeling_word

MOST_FEELINGS = 5
"""Clinical reference 1.6."""


class Feelings(Restyled, QWidget):
    """Chips in rows; the order in which they were chosen is kept."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: list[str] = []
        self._chips: dict[str, Chip] = {}
        self._families: list[Words] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(Label(_("Feelings"), wrap=False))
        head.addStretch(1)
        self._hint = Caption(_("up to five"), wrap=False)
        head.addWidget(self._hint)
        self._column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._column.addLayout(self._grid)
        self._flows = [self._family(row, family.name) for row, family in enumerate(feeling_families())]
        for flow, family in zip(self._flows, feeling_families(), strict=True):
            for feeling in family.feelings:
                self._add_chip(flow, feeling.id, feeling.word)
        self._more = ChipFlow(_("Other feelings"))
        self._column.addWidget(self._more)
        self._more.hide()
        self.restyle()

    def set_chosen(self, feelings: tuple[str, ...]) -> None:
        """Show these as chosen, without telling anybody; words that are not of the palette get chips of their own."""
        self._chosen = list(feelings)
        for feeling in feelings:
            if feeling not in self._chips:
                self._add_chip(self._more, feeling, feeling_word(feeling))
                self._more.show()
        for feeling, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(feeling in feelings)
            chip.blockSignals(False)
            chip.restyle()
        self._say_room()

    def set_narrow(self, narrow: bool) -> None:
        """Put the family's name above its chips where there is little room."""
        # Nearer to its own chips than to those of the family above it.
        down = Qt.AlignmentFlag.AlignBottom if narrow else Qt.AlignmentFlag.AlignVCenter
        for name in self._families:
            name.setAlignment(down | Qt.AlignmentFlag.AlignLeft)
        lay_rows(self._grid, tuple(zip(self._families, self._flows, strict=True)), narrow=narrow)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(7))
        self._grid.setHorizontalSpacing(look.px(12))
        for name in self._families:
            name.setMinimumHeight(look.px(30))
            name.setMinimumWidth(look.px(54))

    def _family(self, row: int, name: str) -> ChipFlow:
        words = Words(name, "ink2", style="chip", wrap=False)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        flow = ChipFlow(name)
        self._families.append(words)
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(flow, row, 1)
        return flow

    def _add_chip(self, flow: ChipFlow, feeling: str, word: str) -> None:
        chip = Chip(word)
        chip.setProperty("feeling", feeling)
        chip.toggled.connect(self._toggled)
        self._chips[feeling] = chip
        flow.add(chip)

    def _toggled(self, checked: bool) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        feeling = str(chip.property("feeling"))
        if not checked:
            self._chosen = [f for f in self._chosen if f != feeling]
        elif len(self._chosen) >= MOST_FEELINGS:
            chip.setChecked(False)
            announce(self, _("Five are chosen. Take one away first."))
            return
        elif feeling not in self._chosen:
            self._chosen.append(feeling)
        self._say_room()
        self.changed.emit(tuple(self._chosen))

    def _say_room(self) -> None:
        full = len(self._chosen) >= MOST_FEELINGS
        self._hint.setText(_("five, which is all there is room for") if full else _("up to five"))
