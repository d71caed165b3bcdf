"""What is in a summary: its parts to tick, and up to three things to talk about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.share import MOST_TALKING_POINTS, Part
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.fields import TextArea
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Body, Caption, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.names import part_name
from kapjournal.words.numbers import number

TICKED_PARTS = tuple(part for part in Part if part not in (Part.ENTRIES, Part.TAGS))
"""Entries are ticked one by one, and their tags beside them: they need no tick of their own here."""
AMONG_FURTHER = (Part.AROUND, Part.LASTING, Part.BEFORE_AND_AFTER)
"""They stand among the further charts, and with them alone."""


class PartsPart(Restyled, QWidget):
    """A tick for each part, with how much of it there is."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks = {part: Tick(part_name(part)) for part in TICKED_PARTS}
        self._counts = {part: Caption(wrap=False) for part in TICKED_PARTS}
        self._has_safety_item = False
        self._indented: list[QHBoxLayout] = []
        self.scale_words = Caption(
            _(
                "Item 9 of the PHQ-9 asks about thoughts of being better off dead or of hurting yourself. It is part "
                "of the scale and goes along with it."
            )
        )
        self.scale_words.setVisible(False)
        self.detail_words = Caption(_("On no page: they go into tables and other data alone."))
        self.detail_words.setVisible(False)
        self.overlap_words = Caption(
            _(
                "For your therapist: in how many of all pairs the later day is the better one. It shows no cause."
            )
        )
        self.overlap_words.setVisible(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(_("What is in it")))
        for part, tick in self.ticks.items():
            row = QHBoxLayout()
            row.addWidget(tick, 1)
            row.addWidget(self._counts[part])
            self._column.addLayout(row)
            if part in AMONG_FURTHER:
                self._indented.append(row)
                self.ticks[Part.FURTHER].toggled.connect(tick.setVisible)
            tick.clicked.connect(self.changed)
            if part is Part.SESSION_DETAILS:
                self._column.addWidget(self.detail_words)
                tick.toggled.connect(self.detail_words.setVisible)
            if part is Part.BEFORE_AND_AFTER:
                self._column.addWidget(self.overlap_words)
                for above in (tick, self.ticks[Part.FURTHER]):
                    above.toggled.connect(self._say_overlap)
            if part is Part.SCALES:
                self._column.addWidget(self.scale_words)
                tick.toggled.connect(self._say_scales)
        self.restyle()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that are in it."""
        return tuple(part for part in TICKED_PARTS if self.ticks[part].isChecked())

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Tick these parts."""
        for part, tick in self.ticks.items():
            tick.setChecked(part in parts)
            if part in AMONG_FURTHER:
                tick.setVisible(Part.FURTHER in parts)

    def show_counts(self, counts: dict[Part, str]) -> None:
        """Say how much of each part there is."""
        for part, label in self._counts.items():
            label.setText(counts.get(part, ""))
            self.ticks[part].setAccessibleDescription(counts.get(part, ""))

    def name_scales(self, names: str, *, has_safety_item: bool) -> None:
        """Name the scales that have forms, and say that item 9 goes along where one of them has it."""
        words = names or part_name(Part.SCALES)
        self.ticks[Part.SCALES].setText(words)
        self.ticks[Part.SCALES].setAccessibleName(words)
        self._has_safety_item = has_safety_item
        self._say_scales()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(8))
        for row in self._indented:
            row.setContentsMargins(*sides(look.px(32), 0, 0, 0))
        for words in (self.scale_words, self.detail_words):
            words.setContentsMargins(*sides(look.px(32), 0, 0, 0))
        self.overlap_words.setContentsMargins(*sides(look.px(64), 0, 0, 0))

    def _say_overlap(self) -> None:
        ticked = self.ticks[Part.BEFORE_AND_AFTER].isChecked() and self.ticks[Part.FURTHER].isChecked()
        self.overlap_words.setVisible(ticked)

    def _say_scales(self) -> None:
        self.scale_words.setVisible(self._has_safety_item and self.ticks[Part.SCALES].isChecked())


class TalkingPart(Restyled, QWidget):
    """Up to three lines."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = tuple(TextArea(least_lines=1, most_lines=6) for _place in range(MOST_TALKING_POINTS))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(_("What I would like to talk about")))
        self._rows: list[QHBoxLayout] = []
        self._numerals: list[Body] = []
        for place, field in enumerate(self.fields, start=1):
            field.setAccessibleName(_("What I would like to talk about, {place}").format(place=number(place)))
            field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            field.changed.connect(self.changed)
            row = QHBoxLayout()
            numeral = Body(number(place), "session", wrap=False)
            row.addWidget(numeral, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(field, 1)
            self._rows.append(row)
            self._numerals.append(numeral)
            self._column.addLayout(row)
        self.restyle()

    @property
    def points(self) -> tuple[str, ...]:
        """What is written, without empty lines."""
        return tuple(" ".join(field.text.split()) for field in self.fields if field.text.strip())

    def show_points(self, points: tuple[str, ...]) -> None:
        """Show the lines, unless they are the same: the caret stays where it is."""
        if points == self.points:
            return
        for place, field in enumerate(self.fields):
            field.blockSignals(True)
            field.setPlainText(points[place] if place < len(points) else "")
            field.blockSignals(False)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(8))
        for row in self._rows:
            row.setSpacing(look.px(10))
        for numeral in self._numerals:
            numeral.setContentsMargins(0, look.px(11), 0, 0)
