"""The grey strip of totals with its bands: filled is now, hollow is the baseline, a whisker where answers are open."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kapjournal.domain.scale import Band, ScaleDefinition, ScaleScore
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.numbers import number
from kapjournal.words.scales import band_name, band_range

_HEIGHT, _SIDE, _TOP, _STRIP, _LINE = 118, 10, 52, 26, 17


@dataclass(frozen=True, slots=True)
class StripLabel:
    """What stands over a value."""

    value: float
    words: str
    strong: bool


class BandStrip(Restyled, QWidget):
    """The strip as a picture; its words are its accessible name."""

    def __init__(
        self,
        definition: ScaleDefinition,
        score: ScaleScore,
        baseline: tuple[int, str] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._definition, self._score, self._baseline = definition, score, baseline
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(label.words for label in self._labels()))
        self.restyle()

    def restyle(self) -> None:
        """Take the height from the theme; a long name of a band takes a second line."""
        self._two_lines = any(
            self._is_long(band, right - left)
            for band, (left, right) in zip(self._definition.bands, self._edges(self._strip()), strict=True)
        )
        self.setFixedHeight(theme().px(_HEIGHT + (_LINE if self._two_lines else 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See whether the names still fit."""
        super().resizeEvent(event)
        self.restyle()

    def _strip(self) -> QRectF:
        look = theme()
        return QRectF(look.pxf(_SIDE), look.pxf(_TOP), self.width() - 2 * look.pxf(_SIDE), look.pxf(_STRIP))

    def _is_long(self, band: Band, width: float) -> bool:
        look = theme()
        return QFontMetricsF(look.font("caption")).horizontalAdvance(band_name(band)) > width - look.pxf(4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the strip, the values and the bands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strip = self._strip()
        self._paint_ground(painter, strip)
        self._paint_bands(painter, strip)
        self._paint_labels(painter, strip)
        self._paint_values(painter, strip)
        painter.end()

    def _x(self, strip: QRectF, value: float) -> float:
        low, high = self._definition.low, self._definition.high
        inner = strip.adjusted(theme().pxf(2), 0, -theme().pxf(2), 0)
        share = (value - low) / (high - low)
        return inner.left() + inner.width() * (1 - share if self.isRightToLeft() else share)

    def _edges(self, strip: QRectF) -> list[tuple[float, float]]:
        """The left and the right of each band; the edge lies between two totals."""
        begin, end = strip.left(), strip.right()
        if self.isRightToLeft():
            begin, end = end, begin
        edges = [begin, *(self._x(strip, band.low - 0.5) for band in self._definition.bands[1:]), end]
        return [(min(pair), max(pair)) for pair in pairwise(edges)] if self._definition.bands else []

    def _paint_ground(self, painter: QPainter, strip: QRectF) -> None:
        look = theme()
        path = QPainterPath()
        path.addRoundedRect(strip, look.pxf(4), look.pxf(4))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(strip, look.color("sunken"))
        for index, (left, right) in enumerate(self._edges(strip)):
            if index % 2:
                painter.fillRect(QRectF(left, strip.top(), right - left, strip.height()), look.color("hover"))
        if self._definition.reference is not None:
            left, right = sorted(self._x(strip, value) for value in self._definition.reference)
            painter.fillRect(QRectF(left, strip.top(), right - left, strip.height()), look.color("strong"))
        painter.restore()
        painter.setPen(QPen(look.color("strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_bands(self, painter: QPainter, strip: QRectF) -> None:
        look = theme()
        painter.setFont(look.font("caption"))
        line = look.pxf(_LINE)
        for band, (left, right) in zip(self._definition.bands, self._edges(strip), strict=True):
            area = QRectF(left, strip.bottom() + look.pxf(6), right - left, line)
            painter.setPen(look.color("ink2"))
            whole = not self._is_long(band, right - left)
            lines = band_name(band).split(" ", 0 if whole else 1)
            for place, word in enumerate(lines):
                painter.drawText(area.translated(0, place * line), Qt.AlignmentFlag.AlignCenter, word)
            painter.setPen(look.color("ink3"))
            painter.drawText(
                area.translated(0, len(lines) * line), Qt.AlignmentFlag.AlignCenter, band_range(band)
            )
        if self._definition.reference is not None:
            low, high = self._definition.reference
            center = (self._x(strip, low) + self._x(strip, high)) / 2
            words = _("{low} to {high}: the cut-off that studies suggest").format(
                low=number(low), high=number(high)
            )
            self._paint_words(painter, words, center, strip.bottom() + look.pxf(6), role="ink2")

    def _labels(self) -> list[StripLabel]:
        found = []
        if self._score.total is not None:
            found.append(
                StripLabel(self._score.total, _("now, {total}").format(total=number(self._score.total)), True)
            )
        elif self._score.estimate is not None:
            words = _("estimate {value}").format(value=number(self._score.estimate))
            found.append(StripLabel(self._score.estimate, words, False))
        else:
            words = _("between {lower} and {upper}").format(
                lower=number(self._score.lower), upper=number(self._score.upper)
            )
            found.append(StripLabel((self._score.lower + self._score.upper) / 2, words, False))
        if self._baseline is not None:
            found.append(StripLabel(self._baseline[0], self._baseline[1], False))
        return found

    def _paint_labels(self, painter: QPainter, strip: QRectF) -> None:
        """The first label in its place, the second beside it where they would meet."""
        look = theme()
        taken: QRectF | None = None
        for label in self._labels():
            font = look.font("caption")
            font.setWeight(QFont.Weight.DemiBold if label.strong else QFont.Weight.Normal)
            width = QFontMetricsF(font).horizontalAdvance(label.words)
            x = self._x(strip, label.value)
            left = min(max(x - width / 2, 0.0), self.width() - width)
            area = QRectF(left, look.pxf(16), width + 1, look.pxf(18))
            if taken is not None and area.adjusted(-look.pxf(8), 0, look.pxf(8), 0).intersects(taken):
                area.moveTop(0)
            taken = area
            painter.setFont(font)
            painter.setPen(look.color("ink" if label.strong else "ink2"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, label.words)
            painter.setPen(QPen(look.color("ink2"), 1))
            painter.drawLine(QPointF(x, area.bottom() + look.pxf(3)), QPointF(x, strip.top() - look.pxf(4)))

    def _paint_words(self, painter: QPainter, words: str, center: float, top: float, role: str) -> None:
        look = theme()
        width = QFontMetricsF(look.font("caption")).horizontalAdvance(words)
        left = min(max(center - width / 2, 0.0), self.width() - width)
        painter.setPen(look.color(role))
        painter.drawText(QRectF(left, top, width + 1, look.pxf(17)), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_values(self, painter: QPainter, strip: QRectF) -> None:
        look = theme()
        y, radius = strip.center().y(), look.pxf(6.5)
        if self._score.total is None:
            reach = look.pxf(9)
            painter.setPen(QPen(look.color("ink"), look.pxf(2.5)))
            left, right = self._x(strip, self._score.lower), self._x(strip, self._score.upper)
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            for x in (left, right):
                painter.drawLine(QPointF(x, y - reach), QPointF(x, y + reach))
        if self._baseline is not None:
            painter.setPen(QPen(look.color("ink"), look.pxf(2)))
            painter.setBrush(look.color("surface"))
            painter.drawEllipse(QPointF(self._x(strip, self._baseline[0]), y), radius, radius)
        if self._score.total is not None:
            painter.setPen(QPen(look.color("surface"), look.pxf(1.5)))
            painter.setBrush(look.color("ink"))
            painter.drawEllipse(QPointF(self._x(strip, self._score.total), y), radius + 1, radius + 1)
        elif self._score.estimate is not None:
            pen = QPen(look.color("ink"), look.pxf(2))
            pen.setDashPattern([1.6, 1.4])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.setBrush(look.color("surface"))
            painter.drawEllipse(QPointF(self._x(strip, self._score.estimate), y), radius, radius)
