"""Trends: one to thirty years of three check-ins a day as the program's chart, against a thinned QPainter line."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterator
from datetime import timedelta
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
    from kapjournal.charts.subject import Beside, MeasureAxis
    from kapjournal.statistics.observations import Observations
    from kapjournal.ui.trends.ranges import Days

YEAR_DAYS = 365
YEARS = (1, 10, 30)
ENTRIES = YEARS[-1] * YEAR_DAYS * A_DAY * 10 // 9
"""One entry in ten is a reflection."""
ROUNDS = 9
AT_MOST = 1.3
WIDTH, HEIGHT = 1100, 330


def trends(folder: Path) -> Iterator[Goal]:
    """Measure in a process of its own, which has the window's libraries."""
    make_journal(folder, ENTRIES, SystemClock())
    with child("benchmark.trends", str(folder)) as probe:
        for _line in range(2 * len(YEARS)):
            told = probe.hear()
            yield Goal(str(told["name"]), int(told["points"]), told["ours"], told["limit"], AT_MOST)


class ThinnedLine(QWidget):
    """Values over days as a line with at most a lowest and a highest point in each column of pixels."""

    def __init__(self, minutes: array[int], values: array[float]) -> None:
        super().__init__()
        self._minutes, self._values = minutes, values

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw it."""
        first, last = self._minutes[0], self._minutes[-1]
        across, up = (self.width() - 1) / max(1, last - first), (self.height() - 1) / 10
        lowest, highest = [11.0] * self.width(), [-1.0] * self.width()
        for minute, value in zip(self._minutes, self._values, strict=True):
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


def probe(folder: Path) -> None:
    """Draw both in turns: the first paint from the journal's columns on, and a frame from what is read already."""
    from functools import partial

    from kapjournal.charts.measure_axis import measure_axis
    from kapjournal.charts.mood_chart import mood_chart
    from kapjournal.settings import Settings
    from kapjournal.statistics.observations import observations
    from kapjournal.ui.shared.chart_view import ChartView, MakePicture
    from kapjournal.ui.shared.theme import apply_theme
    from kapjournal.ui.trends.ranges import Days
    from kapjournal.ui.trends.reading import beside_of, measure_shown, today_of

    app = QApplication(["trends"])
    apply_theme(app, "light", Settings().text_scale)
    clock = SystemClock()
    journal = Journal.unlock(folder, PASSPHRASE, clock)
    today = today_of(clock.now())
    mood = Measure(key=MOOD)
    for years in YEARS:
        days = Days(today - timedelta(days=years * YEAR_DAYS), today)
        columns = journal.check_ins.values(MOOD, days.first, days.last)
        seen, axis = observations(columns), measure_axis(mood)
        make = partial(_of_read, seen, days, axis, beside_of(journal, days, clock.now()))
        view = ChartView()
        view.resize(WIDTH, HEIGHT)
        minutes = array("l", (d * 1440 + m for d, m in zip(columns.days, columns.minutes, strict=True)))
        plain = ThinnedLine(minutes, columns.values)
        plain.resize(WIDTH, HEIGHT)

        def chart(days: Days = days) -> None:
            shown = measure_shown(journal, mood, days, beside_of(journal, days, clock.now()))
            fresh = ChartView()
            fresh.resize(WIDTH, HEIGHT)
            fresh.show_chart(partial(mood_chart, shown.numbers, shown.axis, shown.beside))
            fresh.grab()

        def line(days: Days = days) -> None:
            read = journal.check_ins.values(MOOD, days.first, days.last)
            at = array("l", (d * 1440 + m for d, m in zip(read.days, read.minutes, strict=True)))
            widget = ThinnedLine(at, read.values)
            widget.resize(WIDTH, HEIGHT)
            widget.grab()

        def chart_frame(view: ChartView = view, make: MakePicture = make) -> None:
            view.show_chart(make)
            view.grab()

        def line_frame(plain: ThinnedLine = plain) -> None:
            plain.grab()

        _tell(f"Trends, {years} years, first paint", len(columns), *side_by_side(chart, line, ROUNDS))
        _tell(f"Trends, {years} years, a frame", len(columns), *side_by_side(chart_frame, line_frame, ROUNDS))
    journal.close()


def _of_read(seen: Observations, days: Days, axis: MeasureAxis, beside: Beside, sheet: Sheet) -> Picture:
    """The picture of what is read already: its statistics too."""
    from kapjournal.charts.mood_chart import mood_chart
    from kapjournal.statistics.history import history

    return mood_chart(history(seen, days.first.toordinal(), days.last.toordinal()), axis, beside, sheet)


def _tell(name: str, points: int, ours: float, limit: float) -> None:
    sys.stdout.write(json.dumps({"name": name, "ours": ours, "limit": limit, "points": points}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    probe(Path(sys.argv[1]))
