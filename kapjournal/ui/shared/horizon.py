"""The horizon: eleven waves from dawn down to dusk, and a sun; on Welcome, Unlock and empty pages."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.first_paint import brush_of
from kapjournal.ui.shared.theme import Restyled, mix, theme

_WAVES = 11


def paint_horizon(
    painter: QPainter,
    rect: QRectF,
    *,
    top: float = 0.6,
    depth: float = 0.4,
    sun: tuple[float, float, float] | None = (0.8, 0.56, 0.1),
    ground: str = "bg",
    bold: bool = False,
) -> None:
    """Paint the horizon into a rectangle that the painter is clipped to.

    `top` is where the first wave begins and `depth` how far the others follow, as shares of the height; `sun` is
    x, y (shares) and radius (share of the height), or None; `bold` is for small pictures.
    """
    look = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    earth = look.color(ground)
    if sun is not None:
        x, y, radius = sun
        reach = radius * rect.height()
        disc = QPainterPath()
        disc.addEllipse(QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height()), reach, reach)
        painter.fillPath(disc, brush_of(mix(earth, look.mood(10), 0.8)))
    pen = painter.pen()
    pen.setWidthF(1.4 if not bold else max(1.0, rect.height() / 70))
    for wave in range(_WAVES):
        share = wave / (_WAVES - 1)
        area, edge = _wave_paths(rect, wave, top, depth)
        mood = look.mood(10 - wave)
        painter.fillPath(area, brush_of(mix(earth, mood, 0.09 + 0.21 * share + (0.12 if bold else 0.0))))
        pen.setColor(mix(earth, mood, 0.38 + 0.26 * share))
        painter.strokePath(edge, pen)
    painter.restore()


def _wave_paths(rect: QRectF, wave: int, top: float, depth: float) -> tuple[QPainterPath, QPainterPath]:
    """Return the area below a wave and its upper edge: two sines that drift from wave to wave.

    From right to left: for each piece of a row Qt looks through those to its left, and this way round there are none.
    It paints the whole in half the time.
    """
    left, width, height = rect.left(), rect.width(), rect.height()
    share = wave / (_WAVES - 1)
    base = rect.top() + height * (top + depth * 1.2 * share**1.24)
    swell = height * depth * (0.033 + 0.05 * share)
    edge = QPainterPath()
    steps = max(36, int(width / 30))
    go = edge.moveTo
    for step in range(steps, -1, -1):
        along = step / steps
        lift = math.sin(along * 6.6 + wave * 0.21 - 3.14) + 0.52 * math.sin(along * 14.6 - wave * 0.3 - 2.16)
        go(left + along * width, base - swell * lift)
        go = edge.lineTo
    # No deeper than the next wave can lie: what it covers need not be painted twice.
    deepest = min(rect.bottom() + 2, base + swell * 3 + height * depth * 0.34)
    area = QPainterPath(edge)
    area.lineTo(left, deepest)
    area.lineTo(left + width, deepest)
    area.closeSubpath()
    return area, edge


class Horizon(Restyled, QWidget):
    """The horizon as a ground for other widgets, painted once per size and theme."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        top: float = 0.6,
        depth: float = 0.4,
        sun: tuple[float, float, float] | None = (0.8, 0.56, 0.1),
        ground: str = "bg",
    ) -> None:
        super().__init__(parent)
        self._top = top
        self._depth = depth
        self._sun = sun
        self._ground = ground
        self._picture: QPixmap | None = None

    def set_rise(self, top: float, sun: tuple[float, float, float] | None) -> None:
        """Move horizon and sun."""
        self._top, self._sun = top, sun
        self._picture = None
        self.update()

    def restyle(self) -> None:
        """Paint again in the colours of the theme."""
        self._picture = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Show the kept picture."""
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        if self._picture is None or self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(theme().color(self._ground))
            inner = QPainter(self._picture)
            paint_horizon(
                inner,
                QRectF(self.rect()),
                top=self._top,
                depth=self._depth,
                sun=self._sun,
                ground=self._ground,
            )
            inner.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


class Roundel(Restyled, QWidget):
    """The horizon in a circle, for empty pages."""

    def __init__(self, parent: QWidget | None = None, *, size: int = 88, sun: float | None = 0.72) -> None:
        super().__init__(parent)
        self._size = size
        self._sun = sun
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(theme().px(self._size), theme().px(self._size))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the circle."""
        rect = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QPainterPath()
        circle.addEllipse(rect)
        painter.setClipPath(circle)
        painter.fillRect(rect, theme().color("sunken"))
        sun = None if self._sun is None else (self._sun, 0.38, 0.13)
        paint_horizon(painter, rect, top=0.42, depth=0.72, sun=sun, ground="sunken", bold=True)
        painter.end()
