"""A measure's history as it is drawn at any width: whole where days are wide, in blocks of days where they are not.

Each width of block is computed once, when it is first drawn, and blocks begin at fixed days: a chart that is moved
along or zoomed only takes slices, whose size the page bounds and not the years, and nothing flickers.
"""

from __future__ import annotations

from datetime import datetime

import numpy as np

from kapjournal.charts.subject import NOON, MeasureAxis
from kapjournal.charts.thinning import Band, Pills, band_blocks, line_rows, pills
from kapjournal.statistics.history import History
from kapjournal.statistics.observations import MINUTES_A_DAY, Floats, Observations

HEIGHTS = 150
"""As many heights as the eye tells apart on a value axis: points within one of them cover each other."""


class Blocks:
    """A history, and the slices of it that a stretch of time needs."""

    def __init__(self, numbers: History, axis: MeasureAxis, now: datetime | None) -> None:
        self.numbers = numbers
        self._axis = axis
        self._days = numbers.days.days
        self._noons = _noons(numbers, now)
        self._times = numbers.shown.times
        self._lines: dict[int, tuple[Floats, Floats]] = {}
        self._bands: dict[int, Band] = {}
        self._pills: dict[int, Pills] = {}

    def points(self, start: float, end: float) -> tuple[Observations, Floats]:
        """Return the check-ins between two times, and their times."""
        rows = _rows(self._times, start, end)
        shown = self.numbers.shown
        return (
            Observations(
                shown.days[rows],
                shown.minutes[rows],
                shown.values[rows],
                shown.ordinary[rows],
                shown.added_later[rows],
                shown.entry_ids[rows],
            ),
            self._times[rows],
        )

    def count(self, start: float, end: float) -> int:
        """Return how many check-ins stand between two times."""
        rows = _rows(self._times, start, end)
        return int(rows.stop - rows.start)

    def pills(self, days: int, start: float, end: float) -> Pills:
        """Return the check-ins between two times in blocks of some days."""
        if days not in self._pills:
            shown, axis = self.numbers.shown, self._axis
            heights = np.round((shown.values - axis.low) / (axis.high - axis.low) * HEIGHTS).astype(np.int64)
            self._pills[days] = pills(self._times, heights, shown.added_later, shown.days // days)
        return self._pills[days].between(start, end)

    def medians(self, start: float, end: float) -> tuple[Floats, Floats]:
        """Return the times and values of the line between two times, every day; NaN where it is not drawn."""
        rows = _rows(self._noons, start, end)
        return self._noons[rows], self.numbers.median[rows]

    def day_values(self, start: float, end: float) -> tuple[Floats, Floats]:
        """Return the times and day values between two times, every day; NaN where there is none."""
        rows = _rows(self._noons, start, end)
        return self._noons[rows], self.numbers.days.medians[rows]

    def line(self, days: int, start: float, end: float) -> tuple[Floats, Floats]:
        """Return the times and values of the line between two times in blocks of some days: only what can be seen."""
        if days == 1:
            times, values = self.medians(start, end)
            kept = line_rows(values, np.arange(len(values)))
            return times[kept], values[kept]
        if days not in self._lines:
            kept = line_rows(self.numbers.median, self._days // days)
            self._lines[days] = (self._noons[kept], self.numbers.median[kept])
        times, values = self._lines[days]
        rows = _rows(times, start, end)
        return times[rows], values[rows]

    def band(self, days: int, start: float, end: float) -> Band:
        """Return the band between two times in blocks of some days; a single day is every day."""
        if days not in self._bands:
            whole = Band(self._noons, self.numbers.band_low, self.numbers.band_high)
            self._bands[days] = whole if days == 1 else band_blocks(*whole, self._days // days)
        band = self._bands[days]
        if days == 1:
            rows = _rows(band.times, start, end)
        else:
            # The NaN between two pieces has no time of its own.
            known = np.flatnonzero((band.times >= start) & (band.times <= end))
            rows = slice(int(known[0]), int(known[-1]) + 1) if len(known) else slice(0, 0)
        return Band(band.times[rows], band.lows[rows], band.highs[rows])


def time_of(now: datetime) -> float:
    """Return where a moment stands on the axis of days."""
    return now.toordinal() + (now.hour * 60 + now.minute) / MINUTES_A_DAY


def _noons(numbers: History, now: datetime | None) -> Floats:
    """Return where each day's value stands: at its noon, today's not later than now."""
    noons = numbers.days.days.astype(np.float64) + NOON
    if now is not None:
        noons = np.minimum(noons, max(time_of(now), float(numbers.last_day)))
    return noons


def _rows(times: Floats, start: float, end: float) -> slice:
    return slice(int(np.searchsorted(times, start, "left")), int(np.searchsorted(times, end, "right")))
