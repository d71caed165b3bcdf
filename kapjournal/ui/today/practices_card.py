"""The practices of today: a box to tick for each, and its last seven days."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.practice import Practice, PracticeState, Rhythm, shown_dots
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.practice_dots import PracticeDots
from kapjournal.ui.shared.text import Caption, Label, Name
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.practices import kept_on

DAYS = 7


def practices_of(
    practices: Sequence[Practice], kept: Mapping[int, Collection[date]], today: date
) -> tuple[Practice, ...]:
    """Those that today asks after: in practice, and what is done once only until it was."""
    return tuple(
        p
        for p in practices
        if p.state is PracticeState.IN_PRACTICE
        and not (p.rhythm is Rhythm.ONCE and any(day < today for day in kept.get(p.id, ())))
    )


class PracticesCard(Card):
    """Hidden while there is no practice; `ticked` carries the practice's id and whether it was kept today."""

    ticked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(24, 18), spacing=0)
        self.setAccessibleName(_("Practices"))
        self._head = QHBoxLayout()
        self._head.addWidget(Label(_("Practices"), wrap=False), 1)
        self._head.addWidget(Caption(_("last 7 days"), wrap=False))
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._shown: dict[int, _Row] = {}
        self.body.addLayout(self._head)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.restyle()

    def show_practices(
        self, practices: Sequence[Practice], kept: Mapping[int, Collection[date]], today: date
    ) -> None:
        """Show these with their last days; rows that stay keep the focus."""
        if list(self._shown) != [p.id for p in practices]:
            self._replace(practices)
        for practice in practices:
            self._shown[practice.id].show_practice(practice, kept.get(practice.id, ()), today)
        self.setVisible(bool(practices))

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_head"):
            self._head.setContentsMargins(0, 0, 0, theme().px(8))

    def _replace(self, practices: Sequence[Practice]) -> None:
        clear(self._rows)
        self._shown = {}
        for practice in practices:
            self._rows.addWidget(Hairline())
            row = _Row(practice.id)
            row.ticked.connect(self.ticked)
            self._rows.addWidget(row)
            self._shown[practice.id] = row


class _Row(Restyled, QWidget):
    """The box, the name, the dots."""

    ticked = Signal(int, bool)

    def __init__(self, practice_id: int) -> None:
        super().__init__()
        self._practice_id = practice_id
        self.tick = Tick()
        self._name = Name()
        self._dots = PracticeDots()
        self._line = QHBoxLayout(self)
        self._line.addWidget(self.tick)
        self._line.addWidget(self._name, 1)
        self._line.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tick.toggled.connect(self._tell)
        self.restyle()

    def show_practice(self, practice: Practice, kept: Collection[date], today: date) -> None:
        """Show a practice as it is."""
        self._name.setText(practice.name)
        self.tick.setAccessibleName(practice.name)
        before = self.tick.blockSignals(True)
        self.tick.setChecked(today in kept)
        self.tick.blockSignals(before)
        shown = shown_dots(practice, kept, today - timedelta(days=DAYS - 1), today)
        said = kept_on(shown, practice.rhythm)
        self._dots.show_dots(shown, said)
        self.tick.setAccessibleDescription(said)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._line.setContentsMargins(0, look.px(8), 0, look.px(8))
        # The box stands in the middle of the 24 that a pointer needs, so that two of the gap are its own.
        self._line.setSpacing(look.px(8))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick by the name too."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.tick.toggle()
        super().mouseReleaseEvent(event)

    def _tell(self, kept: bool) -> None:
        self.ticked.emit(self._practice_id, kept)
