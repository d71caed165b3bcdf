"""Trends: ten years of three check-ins a day as the program's chart, against a thinned QPainter line of the same."""

from __future__ import annotations

import json
import sys
from array import array
from datetime import timedelta
from pathlib import Path

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

TEN_YEARS = 3650
ENTRIES = TEN_YEARS * A_DAY * 10 // 9
"""One entry in ten is a reflection."""
ROUNDS = 9
AT_MOST = 2.0
WIDTH, HEIGHT = 1100, 330


def trends(folder: Path) -> Goal:
    """Measure in a process of its own, which has the window's libraries."""
    make_journal(folder, ENTRIES, SystemClock())
    with child("benchmark.trends", str(folder)) as probe:
        told = probe.hear()
    return Goal(
        "Trends, ten years, against a thinned line", int(told["points"]), told["ours"], told["limit"], AT_MOST
    )


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
    """Draw both in turns, each time from the journal's columns to the painted picture in a new widget."""
    from functools import partial

    from kapjournal.charts.mood_chart import mood_chart
    from kapjournal.settings import Settings
    from kapjournal.ui.shared.chart_view import ChartView
    from kapjournal.ui.shared.theme import apply_theme
    from kapjournal.ui.trends.ranges import Days
    from kapjournal.ui.trends.reading import beside_of, measure_shown, today_of

    app = QApplication(["trends"])
    apply_theme(app, "light", Settings().text_scale)
    clock = SystemClock()
    journal = Journal.unlock(folder, PASSPHRASE, clock)
    today = today_of(clock.now())
    days = Days(today - timedelta(days=TEN_YEARS), today)

    def chart() -> None:
        beside = beside_of(journal, days, clock.now())
        shown = measure_shown(journal, Measure(key=MOOD), days, beside)
        view = ChartView()
        view.resize(WIDTH, HEIGHT)
        view.show_chart(partial(mood_chart, shown.numbers, shown.axis, shown.beside))
        view.grab()

    def line() -> None:
        columns = journal.check_ins.values(MOOD, days.first, days.last)
        minutes = array("l", (d * 1440 + m for d, m in zip(columns.days, columns.minutes, strict=True)))
        widget = ThinnedLine(minutes, columns.values)
        widget.resize(WIDTH, HEIGHT)
        widget.grab()

    ours, limit = side_by_side(chart, line, ROUNDS)
    points = len(journal.check_ins.values(MOOD, days.first, days.last))
    journal.close()
    sys.stdout.write(json.dumps({"ours": ours, "limit": limit, "points": points}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    probe(Path(sys.argv[1]))
