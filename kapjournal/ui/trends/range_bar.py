"""Which days every chart shows: ranges to choose, earlier and later, own dates, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kapjournal.ui.shared.buttons import Button, IconButton, Segments
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.trends.ranges import Days, Range, name_of, options
from kapjournal.words.language import _

EARLIER, LATER = -0.5, 0.5
"""By which share of the range the two buttons move it."""


class RangeBar(Restyled, QWidget):
    """One row of controls; it only tells what is wished. `way_back` stands where the page has room for it."""

    chosen = Signal(object)
    move_wished = Signal(float)
    own_dates_wished = Signal()
    way_back_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments: Segments | None = None
        self._with_course: bool | None = None
        self.way_back = Button("", "text")
        self.way_back.hide()
        self.earlier = IconButton("previous", _("Earlier"))
        self.later = IconButton("next", _("Later"))
        self.own_dates = IconButton("calendar", _("Own dates"))
        self.earlier.setToolTip(_("Earlier. On a chart: Shift and ←, or drag it"))
        self.later.setToolTip(_("Later. On a chart: Shift and →, or drag it"))
        self.own_dates.setToolTip(_("Own dates. On a chart: + and − make the range shorter and longer"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.earlier, self.later, self.own_dates):
            self._row.addWidget(widget)
        self.earlier.clicked.connect(self._move_earlier)
        self.later.clicked.connect(self._move_later)
        self.own_dates.clicked.connect(self.own_dates_wished)
        self.way_back.clicked.connect(self.way_back_wished)
        self.restyle()

    def offer(self, *, with_course: bool) -> None:
        """Offer the ranges that there are."""
        if self._with_course == with_course:
            return
        self._with_course = with_course
        before = self.segments
        self.segments = Segments(options(with_course=with_course), _("Range of days"))
        self.segments.changed.connect(self.chosen)
        self._row.insertWidget(self._row.indexOf(self.later), self.segments)
        QWidget.setTabOrder(self.earlier, self.segments)
        if before is not None:
            before.deleteLater()

    def show_range(self, choice: Range, *, own: bool, days: Days, whole: Days) -> None:
        """Show what is chosen; `own` days are none of the ranges, and have a way back to the last that was."""
        assert self.segments is not None
        self.segments.value = choice
        if own:
            self.segments.clear()
        self.way_back.set_text(_("Back to {range}").format(range=name_of(choice)))
        self.way_back.setVisible(own)
        self.earlier.setEnabled(days.first > whole.first)
        self.later.setEnabled(days.last < whole.last)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        self._row.setSpacing(theme().px(8))

    def _move_earlier(self) -> None:
        self.move_wished.emit(EARLIER)

    def _move_later(self) -> None:
        self.move_wished.emit(LATER)
