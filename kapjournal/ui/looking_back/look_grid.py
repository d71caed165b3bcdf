"""The grid of later looks: a row for each fragment, a column for each look; one fragment where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kapjournal.domain.reflection import Fragment, Layer
from kapjournal.ui.looking_back.look_cells import FirstWords, LookCell
from kapjournal.ui.looking_back.look_head import LookHead
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.after_session import layer_name
from kapjournal.words.language import _

_GAP = 24


@dataclass(frozen=True)
class ShownLook:
    """One column: which look, when it was written or opened, and its words by the first words that they lie beside."""

    layer: Layer
    when: str
    looks: dict[int, Fragment]


@dataclass(frozen=True)
class ShownLooks:
    """Everything that the grid shows; `writing` is the look that is being written."""

    number: int | None
    first_when: str
    first: Sequence[Fragment]
    looks: Sequence[ShownLook]
    writing: Layer | None = None


class LookGrid(Restyled, QWidget):
    """Read by rows; `typed(cell)` tells each change of a field."""

    typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("First words and later looks"))
        self._shown: ShownLooks | None = None
        self._one = False
        self._index = 0
        self._made: list[QWidget] = []
        self.cells: list[LookCell] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.restyle()

    def show_looks(self, shown: ShownLooks) -> None:
        """Show these."""
        self._shown = shown
        self._index = min(self._index, max(0, len(shown.first) - 1))
        self._build()

    def set_one(self, one: bool) -> None:
        """Show one fragment at a time."""
        if one != self._one:
            self._one = one
            if self._shown is not None:
                self._build()

    def focus_first(self) -> None:
        """Give the keys to the first field."""
        for cell in self.cells:
            if cell.field is not None:
                cell.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._grid.setVerticalSpacing(theme().px(12))
        self._grid.setHorizontalSpacing(0)

    def _build(self) -> None:
        for widget in self._made:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._made, self.cells = [], []
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        assert self._shown is not None
        if self._one:
            self._build_one(self._shown)
        else:
            self._build_all(self._shown)

    def _build_all(self, shown: ShownLooks) -> None:
        self._grid.setColumnStretch(0, 288)
        first = LookHead(_("First words"), shown.first_when, number=shown.number, first=True)
        self._put(first, 0, 0)
        for column, look in enumerate(shown.looks, 1):
            # The last column has no gap after it, and its words no more room than the others'.
            self._grid.setColumnStretch(column, 245 if column < len(shown.looks) else 221)
            self._put(LookHead(layer_name(look.layer), look.when), 0, column)
        for row, fragment in enumerate(shown.first, 1):
            slip = _spaced(FirstWords(fragment), after=bool(shown.looks))
            self._put(slip, row, 0)
            for column, look in enumerate(shown.looks, 1):
                cell = self._cell(shown, fragment, look)
                self._put(_spaced(cell, after=column < len(shown.looks)), row, column)

    def _build_one(self, shown: ShownLooks) -> None:
        if not shown.first:
            return
        self._grid.setColumnStretch(0, 1)
        fragment = shown.first[self._index]
        self._put(self._steps(len(shown.first)), 0, 0)
        first = LookHead(_("First words"), shown.first_when, number=shown.number, first=True)
        self._put(first, 1, 0)
        self._put(FirstWords(fragment), 2, 0)
        for at, look in enumerate(shown.looks):
            self._put(LookHead(layer_name(look.layer), look.when), 3 + 2 * at, 0)
            self._put(self._cell(shown, fragment, look), 4 + 2 * at, 0)

    def _cell(self, shown: ShownLooks, fragment: Fragment, look: ShownLook) -> LookCell:
        cell = LookCell(
            fragment, look.layer, look.looks.get(fragment.id), writing=look.layer is shown.writing
        )
        cell.typed.connect(self._tell)
        self.cells.append(cell)
        return cell

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        self._grid.addWidget(widget, row, column)
        widget.show()
        self._made.append(widget)

    def _steps(self, count: int) -> QWidget:
        """The way from one fragment to the next."""
        steps = QWidget()
        row = QHBoxLayout(steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        before, after = (
            IconButton("previous", _("Fragment before")),
            IconButton("next", _("Next fragment")),
        )
        before.setEnabled(self._index > 0)
        after.setEnabled(self._index < count - 1)
        before.clicked.connect(self._step_back)
        after.clicked.connect(self._step_on)
        row.addWidget(before)
        row.addWidget(Body(_("{index} of {count}").format(index=self._index + 1, count=count), "ink2"))
        row.addWidget(after)
        row.addStretch(1)
        return steps

    def _step_back(self) -> None:
        self._index -= 1
        self._build()

    def _step_on(self) -> None:
        self._index += 1
        self._build()

    def _tell(self) -> None:
        self.typed.emit(self.sender())


def _spaced(widget: QWidget, *, after: bool) -> QWidget:
    """The widget with the gap of the grid at its right: the line of the heads goes through without one."""
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(*sides(0, 0, theme().px(_GAP) if after else 0, 0))
    row.addWidget(widget)
    return frame
