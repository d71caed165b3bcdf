"""The slips in two uneven columns, as if someone had laid them out; one column where there is little room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.reflection import Fragment
from kapjournal.ui.looking_back.slip import Slip
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

_LOWER = 34


class Slips(Restyled, QWidget):
    """`taken_changed` tells each taking and putting back; keys go in order of time."""

    taken_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What came up"))
        self._slips: list[Slip] = []
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._columns[0], 331)
        self._row.addLayout(self._columns[1], 265)
        self._alone = False
        self.restyle()

    def show_fragments(
        self, fragments: Sequence[Fragment], taken: Sequence[int], grown: Mapping[int, str]
    ) -> None:
        """Lay these out; `grown` says of some what grew from them."""
        for slip in self._slips:
            slip.hide()
            slip.deleteLater()
        self._slips = []
        for fragment in fragments:
            slip = Slip(fragment, grown.get(fragment.id, ""))
            slip.setChecked(fragment.id in taken)
            slip.toggled.connect(self.taken_changed)
            self._slips.append(slip)
        self._lay()

    def taken(self) -> tuple[Fragment, ...]:
        """Those that are taken, in order of time."""
        return tuple(slip.fragment for slip in self._slips if slip.isChecked())

    @property
    def slips(self) -> tuple[Slip, ...]:
        """All of them, in order of time."""
        return tuple(self._slips)

    def set_alone(self, alone: bool) -> None:
        """Lay them under each other."""
        if alone != self._alone:
            self._alone = alone
            self._lay()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._row.setSpacing(0 if self._alone else look.px(16))
        for column in self._columns:
            column.setSpacing(look.px(16))
        self._columns[1].setContentsMargins(0, 0 if self._alone else look.px(_LOWER), 0, 0)

    def reading_order(self) -> list[QWidget]:
        """The keys go by time, from column to column."""
        return list(self._slips)

    def _lay(self) -> None:
        for column in self._columns:
            while column.takeAt(0) is not None:
                pass
        for index, slip in enumerate(self._slips):
            column = self._columns[0 if self._alone else index % 2]
            column.addWidget(slip)
            slip.show()
        for column in self._columns:
            column.addStretch(1)
        self._row.setStretch(1, 0 if self._alone else 265)
        self._columns[0].setAlignment(Qt.AlignmentFlag.AlignTop)
        self.restyle()
