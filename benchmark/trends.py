"""Trends: one to thirty years of three check-ins a day as the program's chart, against a thinned QPainter line."""

from __future__ import annotations

import itertools
import json
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
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
    from kapjournal.ui.shared.chart_view import ChartView
    from kapjournal.ui.trends.ranges import Days

YEAR_DAYS = 365
YEARS = (1, 10, 30)
ENTRIES = YEARS[-1] * YEAR_DAYS * A_DAY * 10 // 9
"""One entry in ten is a reflection."""
ROUNDS = 15
FRAMES = 60
ZOOM_STEP = 0.97
ZOOM_STEPS = 15
ZOOMED_ABOUT = 0.6
"""Zoomed about a place at this share of the width, to less than two thirds of the days."""
MOVE_STEPS = 15
MOVE_DAYS = 3
AT_MOST = 1.3
WIDTH, HEIGHT = 1100, 330


def trends(folder: Path) -> Iterator[Goal]:
    """Measure in processes of their own, which have the window's libraries."""
    make_journal(folder, ENTRIES, SystemClock())
    with child("benchmark.trends", "times", str(folder)) as probe:
        for _line in range(2 * len(YEARS) + 1):
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
        self._rows = slice(None)

    def __len__(self) -> int:
        return len(self._minutes)

    def show_between(self, first_minute: int, last_minute: int) -> None:
        """Have only what lies between in view."""
        self._rows = slice(bisect_left(self._minutes, first_minute), bisect_right(self._minutes, last_minute))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw what is in view."""
        minutes, values = self._minutes[self._rows], self._values[self._rows]
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
    """Both ways to draw mood over some years of a journal."""

    def __init__(self, journal: Journal, now: datetime, years: int) -> None:
        self._journal, self._now, self._years = journal, now, years

    def chart(self) -> ChartView:
        """The program's own, from the journal's columns on."""
        from kapjournal.charts.measure_axis import measure_axis
        from kapjournal.charts.mood_chart import mood_chart
        from kapjournal.ui.shared.chart_view import ChartView
        from kapjournal.ui.trends.kept import Kept
        from kapjournal.ui.trends.reading import MeasureShown
        from kapjournal.ui.trends.reading_days import moving_mood

        kept = Kept(self._journal, self._now)
        days = self._days(kept.today)
        shown = MeasureShown(kept.history(MOOD, days), measure_axis(Measure(key=MOOD)), kept.beside(days))
        view = ChartView()
        view.resize(WIDTH, HEIGHT)
        make = partial(mood_chart, shown.numbers, shown.axis, shown.beside)
        view.show_chart(make, frame=partial(moving_mood, kept, shown))
        view.grab()
        return view

    def line(self) -> ThinnedLine:
        """The limit, from the journal's columns on."""
        days = self._days(self._now.date())
        read = self._journal.check_ins.values(MOOD, days.first, days.last)
        minutes = array("l", (d * 1440 + m for d, m in zip(read.days, read.minutes, strict=True)))
        plain = ThinnedLine(minutes, read.values)
        plain.resize(WIDTH, HEIGHT)
        plain.grab()
        return plain

    def frames(self) -> tuple[int, Callable[[], object], Callable[[], object]]:
        """How many points there are, and both ways to draw the next frame, in, out or along, of what is read already.

        Each shows other days than the one before, so that nothing kept of another frame serves it.
        """
        view, plain = self.chart(), self.line()
        days = self._days(self._now.date())
        first, last = float(days.first.toordinal()), days.last.toordinal() + 1.0
        chart_steps, line_steps = (itertools.cycle(list(_ways(first, last))) for _way in range(2))

        def chart() -> None:
            view.show_frame(*next(chart_steps))
            view.grab()

        def line() -> None:
            start, end = next(line_steps)
            plain.show_between(round(start * 1440), round(end * 1440))
            plain.grab()

        return len(plain), chart, line

    def _days(self, today: date) -> Days:
        from kapjournal.ui.trends.ranges import Days

        return Days(today - timedelta(days=self._years * YEAR_DAYS), today)


def _ways(first: float, last: float) -> Iterator[tuple[float, float]]:
    """The first and last time of each frame: a zoom in about a place, out again, and a part of it along and back."""
    length = last - first
    zooms = [ZOOM_STEP**step for step in range(ZOOM_STEPS)]
    for factor in (*zooms, *reversed(zooms)):
        yield first + (1 - factor) * length * ZOOMED_ABOUT, last - (1 - factor) * length * (1 - ZOOMED_ABOUT)
    for step in (*range(MOVE_STEPS), *reversed(range(MOVE_STEPS))):
        yield first + step * MOVE_DAYS, last - (MOVE_STEPS - step) * MOVE_DAYS


def times(folder: Path) -> None:
    """Draw both in turns: the first paint from the journal's columns on, and frames from what is read already."""
    flat: dict[int, float] = {}
    with _opened(folder) as (journal, now):
        for years in YEARS:
            drawn = Drawn(journal, now, years)
            points, chart, line = drawn.frames()
            first = side_by_side(drawn.chart, drawn.line, ROUNDS)
            _tell(name=f"Trends, {years} years, first paint", points=points, ours=first[0], limit=first[1])
            frame = side_by_side(chart, line, FRAMES)
            _tell(name=f"Trends, {years} years, a frame", points=points, ours=frame[0], limit=frame[1])
            flat[years] = frame[0]
    _tell(
        name="Trends, a frame of 30 years to one of 1",
        points=points,
        ours=flat[YEARS[-1]],
        limit=flat[YEARS[0]],
    )


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
    from kapjournal.ui.shared.restyling import apply_theme

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
