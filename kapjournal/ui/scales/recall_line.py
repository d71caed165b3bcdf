"""The days that a scale asks about, drawn over the sessions of the course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kapjournal.ui.shared.session_mark import DOSING, paint_session_mark
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import day_short

_HEIGHT, _LINE, _SIDE, _MARK = 68, 36, 10, 15


@dataclass(frozen=True, slots=True)
class DoseOnLine:
    """A dosing session on the line."""

    day: date
    number: int | None
    planned: bool


class RecallLine(Restyled, QWidget):
    """A line of days with the window as a bar; its words stand above it on the page."""

    def __init__(
        self, first: date, last: date, words: str, doses: Sequence[DoseOnLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first, self._last, self._words, self._doses = first, last, words, tuple(doses)
        days = [first, last, *(dose.day for dose in doses)]
        self._from, self._to = min(days).toordinal() - 3, max(days).toordinal() + 3
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the line, the window and the sessions."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = look.pxf(_LINE)
        painter.setPen(QPen(look.color("strong"), look.pxf(1.2)))
        painter.drawLine(QPointF(look.pxf(_SIDE), y), QPointF(self.width() - look.pxf(_SIDE), y))
        left, right = sorted((self._x(self._first.toordinal() - 0.4), self._x(self._last.toordinal() + 0.4)))
        painter.setPen(QPen(look.color("accent"), look.pxf(1.2)))
        painter.setBrush(look.color("accent_soft"))
        half = look.pxf(7)
        painter.drawRoundedRect(QRectF(left, y - half, right - left, 2 * half), half, half)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        metrics = QFontMetricsF(look.font("caption"))
        width = metrics.horizontalAdvance(self._words)
        start = min(max((left + right) / 2 - width / 2, 0.0), self.width() - width)
        painter.drawText(
            QRectF(start, y - look.pxf(34), width + 1, look.pxf(18)),
            Qt.AlignmentFlag.AlignCenter,
            self._words,
        )
        free = 0.0
        for x, dose in sorted(
            ((self._x(dose.day.toordinal()), dose) for dose in self._doses), key=itemgetter(0)
        ):
            paint_session_mark(painter, QPointF(x, y), DOSING, dose.number, dose.planned, side=_MARK)
            words = day_short(dose.day)
            width = metrics.horizontalAdvance(words)
            if x - width / 2 >= free:
                painter.setFont(look.font("caption"))
                painter.setPen(look.color("ink2"))
                area = QRectF(x - width / 2, y + look.pxf(14), width + 1, look.pxf(18))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
                free = x + width / 2 + look.pxf(6)
        painter.end()

    def _x(self, ordinal: float) -> float:
        side = theme().pxf(_SIDE)
        share = (ordinal - self._from) / max(self._to - self._from, 1)
        return side + (self.width() - 2 * side) * (1 - share if self.isRightToLeft() else share)
