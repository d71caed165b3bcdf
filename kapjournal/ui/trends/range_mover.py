"""The range of days while it is narrowed, widened and moved: where it stands now, and where it came to rest."""

from __future__ import annotations

import math
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from kapjournal.charts.picture import TimeSpan
from kapjournal.ui.trends.ranges import Days

REST_MS = 250
SHORTEST_DAYS = 7
"""A running median looks back on as many; own dates may be fewer."""


class RangeMover(QObject):
    """Moves a window of time within bounds: `moved` tells each step, `rested` the days once it holds still."""

    moved = Signal(float, float)
    rested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._days = Days(date.min, date.min)
        self._whole = self._days
        self._start = self._end = self._latest = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.rest)

    @property
    def moving(self) -> bool:
        """Whether the window has not come to rest."""
        return self._timer.isActive()

    @property
    def days(self) -> Days:
        """The days that are whole in the window, none of them after the last of all."""
        # Halves go the same way at both ends: a range keeps its length while it is moved.
        first = min(math.floor(self._start + 0.5), self._whole.last.toordinal())
        last = max(first, min(math.floor(self._end + 0.5) - 1, self._whole.last.toordinal()))
        return Days(date.fromordinal(first), date.fromordinal(last))

    def stand_at(self, days: Days, whole: Days) -> None:
        """Stand at a range, to be moved within the whole and never beyond it."""
        self._timer.stop()
        self._days = days
        self._whole = Days(min(days.first, whole.first), max(days.last, whole.last))
        self._start, self._end = float(days.first.toordinal()), days.last.toordinal() + 1.0
        self._latest = self._whole.last.toordinal() + 1.0

    def zoom(self, factor: float, share: float = 0.5, span: TimeSpan | None = None) -> None:
        """Make the window longer or shorter; what stands at this share of it stays where it is."""
        self._begin(span)
        length = self._end - self._start
        most = self._latest - self._whole.first.toordinal()
        wanted = min(max(length * factor, min(length, SHORTEST_DAYS)), most)
        self._go(self._start + (length - wanted) * share, wanted)

    def move(self, share: float, span: TimeSpan | None = None) -> None:
        """Move the window along by a share of its length: below zero is earlier."""
        self._begin(span)
        length = self._end - self._start
        self._go(self._start + length * share, length)

    def rest(self) -> None:
        """Hold still now."""
        self._timer.stop()
        if self.days != self._days:
            self.rested.emit(self.days)
        else:
            self.stand_at(self._days, self._whole)
            self.moved.emit(self._start, self._end)

    def _begin(self, span: TimeSpan | None) -> None:
        """Take the first step from what is seen: a chart may show planned sessions after the last day."""
        if not self.moving and span is not None:
            self._start, self._end = span.start, span.end
            self._latest = max(self._latest, span.end)

    def _go(self, start: float, length: float) -> None:
        start = max(float(self._whole.first.toordinal()), min(start, self._latest - length))
        self._timer.start()
        if (start, start + length) != (self._start, self._end):
            self._start, self._end = start, start + length
            self.moved.emit(self._start, self._end)
