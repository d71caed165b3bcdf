"""Trends: one to thirty years of three check-ins a day as the program's chart, against a thinned QPainter line."""

from __future__ import annotations

import itertools
import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from benchmark.child import child
from benchmark.goals import Goal, side_by_side
from benchmark.made_journals import A_DAY, make_journal
from benchmark.phrase import PASSPHRASE
from kapjournal.clock import SystemClock
from kapjournal.domain.measure import MOOD, Measure
from kapjournal.journal import Journal

if TYPE_CHECKING:
    from kapjournal.charts.picture import Picture
    from kapjournal.charts.sheet import Sheet
    from kapjournal.ui.shared.chart_view import ChartView

YEAR_DAYS = 365
YEARS = (1, 10, 30)
ENTRIES = YEARS[-1] * YEAR_DAYS * A_DAY * 10 // 9
"""One entry in ten is a reflection."""
ROUNDS = 15
ZOOMED_DAYS = 30
AT_MOST = 1.3
WIDTH, HEIGHT = 1100, 330


def trends(folder: Path) -> Iterator[Goal]:
    """Measure in processes of their own, which have the window's libraries."""
    make_journal(folder, ENTRIES, SystemClock())
    with child("benchmark.trends", "times", str(folder)) as probe:
        for _line in range(2 * len(YEARS)):
            told = probe.hear()
            yield Goal(str(told["name"]), int(told["points"]), told["ours"], told["limit"], AT_MOST)
    ours, limit = (_grown_mb(folder, kind) for kind in ("chart", "line"))
    if ours is not None and limit is not None:
        points = YEARS[-1] * YEAR_DAYS * A_DAY
        yield Goal("Trends, memory grown from 1 year to 30", points, ours, limit, None, "MB")


def _grown_mb(folder: Path, kind: str) -> float | None:
    """How much more memory a first paint of thirty years takes than one of a year; None where nothing tells."""
    sizes = []
    for years in (YEARS[0], YEARS[-1]):
        with child("benchmark.trends", kind, str(folder), str(years)) as probe:
            sizes.append(probe.hear()["mb"])
    return sizes[1] - sizes[0] if all(sizes) else None


class ThinnedLine(QWidget):
    """Values over days as a line with at most a lowest and a highest point in each column of pixels."""

    def __init__(self, minutes: array[int], values: array[float]) -> None:
        super().__init__()
        self._minutes, self._values = minutes, values
        self._first = 0

    def show_from(self, minute: int) -> None:
        """Have only what is later in view."""
        self._first = bisect_left(self._minutes, minute)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw what is in view."""
        minutes, values = self._minutes[self._first :], self._values[self._first :]
        first, last = minutes[0], minutes[-1]
        across, up = (self.width() - 1) / max(1, last - first), (self.height() - 1) / 10
        lowest, highest = [11.0] * self.width(), [-1.0] * self.width()
        for minute, value in zip(minutes, values, strict=True):
            column = int((minute - first) * across)
            lowest[column] = min(lowest[column], value)
            highest[column] = max(highest[column], value)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), 1))
        points = []
        for column, low in enumerate(lowest):
            if low <= 10:
                points += [QPointF(column, up * (10 - low)), QPointF(column, up * (10 - highest[column]))]
        painter.drawPolyline(points)
        painter.end()


class Drawn:
    """Both ways to draw mood over some years of a journal, from its columns on."""

    def __init__(self, journal: Journal, now: datetime, years: int) -> None:
        from kapjournal.ui.trends.ranges import Days
        from kapjournal.ui.trends.reading import today_of

        today = today_of(now)
        self._journal, self._now = journal, now
        self.days = Days(today - timedelta(days=years * YEAR_DAYS), today)
        self._mood = Measure(key=MOOD)

    def chart(self) -> ChartView:
        """The program's own."""
        from kapjournal.charts.mood_chart import mood_chart
        from kapjournal.ui.shared.chart_view import ChartView
        from kapjournal.ui.trends.reading import beside_of, measure_shown

        beside = beside_of(self._journal, self.days, self._now)
        shown = measure_shown(self._journal, self._mood, self.days, beside)
        view = ChartView()
        view.resize(WIDTH, HEIGHT)
        view.show_chart(partial(mood_chart, shown.numbers, shown.axis, shown.beside))
        view.grab()
        return view

    def line(self) -> ThinnedLine:
        """The limit."""
        read = self._journal.check_ins.values(MOOD, self.days.first, self.days.last)
        minutes = array("l", (d * 1440 + m for d, m in zip(read.days, read.minutes, strict=True)))
        plain = ThinnedLine(minutes, read.values)
        plain.resize(WIDTH, HEIGHT)
        plain.grab()
        return plain

    def frames(self) -> tuple[int, Callable[[], object], Callable[[], object]]:
        """How many points there are, and both ways to draw the next frame of a zoom from what is read already.

        Each begins a day later than the one before, so that nothing kept of another frame serves it.
        """
        from kapjournal.charts.measure_axis import measure_axis
        from kapjournal.charts.mood_chart import mood_chart
        from kapjournal.statistics.history import history
        from kapjournal.statistics.observations import observations
        from kapjournal.ui.trends.reading import beside_of

        read = self._journal.check_ins.values(MOOD, self.days.first, self.days.last)
        seen, axis = observations(read), measure_axis(self._mood)
        beside = beside_of(self._journal, self.days, self._now)
        first, last = self.days.first.toordinal(), self.days.last.toordinal()
        view, plain = self.chart(), self.line()
        chart_days, line_days = (itertools.cycle(range(first, first + ZOOMED_DAYS)) for _way in range(2))

        def of_range(start: int, sheet: Sheet) -> Picture:
            return mood_chart(history(seen, start, last, beside.doses), axis, beside, sheet)

        def chart() -> None:
            view.show_chart(partial(of_range, next(chart_days)))
            view.grab()

        def line() -> None:
            plain.show_from(next(line_days) * 1440)
            plain.grab()

        return len(read), chart, line


def times(folder: Path) -> None:
    """Draw both in turns: the first paint from the journal's columns on, and a frame from what is read already."""
    with _opened(folder) as (journal, now):
        for years in YEARS:
            drawn = Drawn(journal, now, years)
            points, chart, line = drawn.frames()
            first = side_by_side(drawn.chart, drawn.line, ROUNDS)
            _tell(name=f"Trends, {years} years, first paint", points=points, ours=first[0], limit=first[1])
            frame = side_by_side(chart, line, ROUNDS)
            _tell(name=f"Trends, {years} years, a frame", points=points, ours=frame[0], limit=frame[1])


def memory(folder: Path, kind: str, years: int) -> None:
    """Tell what this process holds after a first paint."""
    with _opened(folder) as (journal, now):
        drawn = Drawn(journal, now, years)
        kept = drawn.chart() if kind == "chart" else drawn.line()
        rollup = Path("/proc/self/smaps_rollup")
        told = rollup.read_text("utf-8") if rollup.exists() else ""
        pss = next((int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")), 0)
        _tell(mb=pss / 1024)
        kept.close()


@contextmanager
def _opened(folder: Path) -> Iterator[tuple[Journal, datetime]]:
    from kapjournal.settings import Settings
    from kapjournal.ui.shared.theme import apply_theme

    app = QApplication(["trends"])
    apply_theme(app, "light", Settings().text_scale)
    clock = SystemClock()
    journal = Journal.unlock(folder, PASSPHRASE, clock)
    try:
        yield journal, clock.now()
    finally:
        journal.close()


def _tell(**told: object) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1] == "times":
        times(Path(sys.argv[2]))
    else:
        memory(Path(sys.argv[2]), sys.argv[1], int(sys.argv[3]))
