"""The head of the page: its title and days, the range to choose, and a scale to fill in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.ui.shared.breakpoints import WIDE
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.text import Body, Title
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.trends.range_bar import RangeBar
from kapjournal.ui.trends.ranges import Days
from kapjournal.words.dates import span
from kapjournal.words.language import _


class TrendsHead(Restyled, QWidget):
    """Title and days at the left, controls at the right, or below where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room, self._is_empty = WIDE, False
        self.subtitle = Body(role="ink2")
        self.range_bar = RangeBar()
        self.fill_in = IconButton("scale", _("Fill in a scale"))
        # Beside the title, where it moves nothing: it comes while the pointer is on a chart below.
        self._title_row = QHBoxLayout()
        self._title_row.addWidget(Title(_("Trends")))
        self._title_row.addWidget(self.range_bar.way_back)
        self._title_row.addStretch(1)
        self._words = QVBoxLayout()
        self._words.addLayout(self._title_row)
        self._words.addWidget(self.subtitle)
        self._controls = QHBoxLayout()
        self._controls.addWidget(self.range_bar)
        self._controls.addWidget(self.fill_in)
        self._controls.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(self._words, 1)
        self._row.addLayout(self._controls)
        self._row.setAlignment(self._controls, Qt.AlignmentFlag.AlignBottom)
        self.restyle()

    def show_days(self, days: Days) -> None:
        """Say which days are shown."""
        self.subtitle.setText(
            _("{span}, one range for every chart.").format(span=span(days.first, days.last))
        )

    def show_empty(self, empty: bool) -> None:
        """Show no days and no range where there is nothing to draw."""
        self._is_empty = empty
        self.subtitle.setVisible(not empty)
        self.range_bar.setVisible(not empty)
        self.range_bar.way_back.hide()
        self._arrange()

    def arrange(self, room: str) -> None:
        """Put the controls below the words where there is no room beside them."""
        self._room = room
        self._arrange()

    def _arrange(self) -> None:
        across = self._room == WIDE or self._is_empty
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        self._row.setStretch(0, 1 if across else 0)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._words.setSpacing(look.px(4))
        self._title_row.setSpacing(look.px(12))
        self._controls.setSpacing(look.px(8))
        self._row.setSpacing(look.px(12))
        self._row.setContentsMargins(0, 0, 0, 0)
