"""Paints a chart's picture with QPainter, in the colours and fonts of a theme."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from kapjournal.charts.forms import CORNER, outline_points
from kapjournal.charts.picture import Area, Box, Dots, Line, Mark, Paint, Picture, Words
from kapjournal.ui.shared.theme import SERIF, Theme, load_serif, tabular

MOOD_STEPS = 10
STAMPED_FROM = 250
"""With more points than this one pixmap a colour is stamped, instead of a circle drawn each time."""


def paint_picture(painter: QPainter, picture: Picture, look: Theme) -> None:
    """Paint a picture's shapes in their order, its top left corner at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in picture.shapes:
        if isinstance(shape, Line):
            _paint_line(painter, shape, look)
        elif isinstance(shape, Area):
            painter.fillPath(_area_path(shape), _brush(shape.paint, look))
        elif isinstance(shape, Dots):
            _paint_dots(painter, shape, look)
        elif isinstance(shape, Mark):
            _paint_mark(painter, shape, look)
        elif isinstance(shape, Box):
            _paint_box(painter, shape, look)
        else:
            _paint_words(painter, shape, look)


def chart_font(look: Theme, size: float, weight: int = 400, *, serif: bool = False) -> QFont:
    """Return the font of a chart's words: the system's own with figures of one width, or the bundled serif."""
    font = tabular(look.font("caption"))
    if serif:
        load_serif()
        font.setFamilies([SERIF])
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    return font


class WordWidths:
    """How wide words are in a theme's font; each text is measured once."""

    def __init__(self, look: Theme) -> None:
        self._look = look
        self._metrics: dict[tuple[float, int], QFontMetricsF] = {}
        self._widths: dict[tuple[str, float, int], float] = {}

    def __call__(self, text: str, size: float, weight: int) -> float:
        """Return the width of a text at a size and weight."""
        known = self._widths.get((text, size, weight))
        if known is None:
            metrics = self._metrics.get((size, weight))
            if metrics is None:
                metrics = self._metrics[size, weight] = QFontMetricsF(chart_font(self._look, size, weight))
            known = self._widths[text, size, weight] = metrics.horizontalAdvance(text)
        return known


def role_color(paint: Paint, look: Theme) -> QColor:
    """Return the colour of a paint without its ramp, at its opacity."""
    if paint.role == "mood":
        color = look.mood(MOOD_STEPS / 2 if paint.step is None else paint.step)
    elif paint.role.startswith("series_"):
        color = look.series(paint.role.removeprefix("series_"))
    else:
        color = look.color(paint.role)
    color.setAlphaF(paint.opacity)
    return color


def _brush(paint: Paint, look: Theme) -> QBrush:
    if paint.ramp is None:
        return QBrush(role_color(paint, look))
    gradient = QLinearGradient(0.0, paint.ramp.low_y, 0.0, paint.ramp.high_y)
    for step in range(MOOD_STEPS + 1):
        color = look.mood(step)
        color.setAlphaF(paint.opacity)
        gradient.setColorAt(step / MOOD_STEPS, color)
    return QBrush(gradient)


def _pen(paint: Paint, width: float, dash: tuple[float, ...], look: Theme) -> QPen:
    pen = QPen(_brush(paint, look), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        # Qt counts dashes in widths of the pen.
        pen.setDashPattern([part / width for part in dash])
    return pen


def _paint_line(painter: QPainter, line: Line, look: Theme) -> None:
    pen = _pen(line.paint, line.width, line.dash, look)
    straight = len(line.xs) == 2 and (line.xs[0] == line.xs[1] or line.ys[0] == line.ys[1])
    if line.width > 1.3:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if line.slopes:
        path = QPainterPath(QPointF(line.xs[0], line.ys[0]))
        _add_edge(path, line.xs, line.ys, line.slopes)
        painter.drawPath(path)
    elif straight and line.width <= 1:
        # On the middle of a pixel a hairline stays one pixel wide.
        start, end = (QPointF(round(x) + 0.5, round(y) + 0.5) for x, y in zip(line.xs, line.ys, strict=True))
        painter.drawLine(start, end)
    else:
        # One by one: a dense polyline with an outline of its own costs Qt ten times as much.
        ends = [QPointF(x, y) for x, y in zip(line.xs, line.ys, strict=True)]
        painter.drawLines([QLineF(start, end) for start, end in itertools.pairwise(ends)])


def _area_path(area: Area) -> QPainterPath:
    path = QPainterPath(QPointF(area.xs[0], area.uppers[0]))
    _add_edge(path, area.xs, area.uppers, area.upper_slopes)
    back = slice(None, None, -1)
    path.lineTo(area.xs[-1], area.lowers[-1])
    _add_edge(path, area.xs[back], area.lowers[back], area.lower_slopes[back])
    path.closeSubpath()
    return path


def _add_edge(
    path: QPainterPath, xs: tuple[float, ...], ys: tuple[float, ...], slopes: tuple[float, ...]
) -> None:
    for place in range(1, len(xs)):
        x, y = xs[place], ys[place]
        if slopes:
            third = (x - xs[place - 1]) / 3
            path.cubicTo(
                xs[place - 1] + third,
                ys[place - 1] + slopes[place - 1] * third,
                x - third,
                y - slopes[place] * third,
                x,
                y,
            )
        else:
            path.lineTo(x, y)


def _paint_dots(painter: QPainter, dots: Dots, look: Theme) -> None:
    steps = dots.steps or (-1.0,) * len(dots.xs)
    stamps: dict[float, QPixmap] = {}
    stamped = len(dots.xs) >= STAMPED_FROM
    reach = dots.radius + dots.rim_width + 1
    for x, y, step in zip(dots.xs, dots.ys, steps, strict=True):
        if not stamped:
            _paint_dot(painter, QPointF(x, y), dots, step, look)
            continue
        stamp = stamps.get(step)
        if stamp is None:
            stamp = stamps[step] = _stamp(dots, step, reach, painter.device().devicePixelRatioF(), look)
        painter.drawPixmap(QPointF(x - reach, y - reach), stamp)


def _stamp(dots: Dots, step: float, reach: float, ratio: float, look: Theme) -> QPixmap:
    side = max(1, round(2 * reach * ratio))
    stamp = QPixmap(side, side)
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_dot(painter, QPointF(reach, reach), dots, step, look)
    painter.end()
    return stamp


def _paint_dot(painter: QPainter, center: QPointF, dots: Dots, step: float, look: Theme) -> None:
    color = look.mood(step) if step >= 0 else role_color(Paint(dots.paint.role), look)
    ground = role_color(dots.rim, look) if dots.rim else QColor(Qt.GlobalColor.transparent)
    if dots.hollow:
        painter.setPen(QPen(color, dots.radius * 0.42))
        painter.setBrush(ground)
        painter.drawEllipse(center, dots.radius * 0.8, dots.radius * 0.8)
        return
    color.setAlphaF(dots.paint.opacity)
    painter.setPen(QPen(ground, dots.rim_width) if dots.rim_width else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(color)
    painter.drawEllipse(center, dots.radius, dots.radius)


def _paint_mark(painter: QPainter, mark: Mark, look: Theme) -> None:
    painter.setPen(
        _pen(mark.outline, mark.outline_width, mark.dash, look) if mark.outline else QPen(Qt.PenStyle.NoPen)
    )
    painter.setBrush(_brush(mark.fill, look) if mark.fill else QBrush(Qt.BrushStyle.NoBrush))
    half = mark.side / 2
    if mark.form == "circle":
        painter.drawEllipse(QPointF(mark.x, mark.y), half, half)
    elif mark.form in ("square", "diamond"):
        painter.save()
        painter.translate(mark.x, mark.y)
        if mark.form == "diamond":
            painter.rotate(45)
        corner = mark.side * CORNER
        painter.drawRoundedRect(QRectF(-half, -half, mark.side, mark.side), corner, corner)
        painter.restore()
    else:
        corners = outline_points(mark.form, mark.x, mark.y, mark.side)
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    if mark.text:
        painter.setFont(chart_font(look, mark.side * 0.74, 600))
        painter.setPen(look.color(mark.text_role))
        box = QRectF(mark.x - mark.side, mark.y - mark.side, 2 * mark.side, 2 * mark.side)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.text)


def _paint_box(painter: QPainter, box: Box, look: Theme) -> None:
    rect = QRectF(box.x, box.y, box.width, box.height)
    if box.fill is not None:
        whole = QPainterPath()
        whole.addRoundedRect(rect, box.radius, box.radius)
        if box.level < 1:
            part = QPainterPath()
            part.addRect(rect.adjusted(0, box.height * (1 - box.level), 0, 0))
            whole = whole.intersected(part)
        painter.fillPath(whole, _brush(box.fill, look))
    if box.outline is not None:
        painter.setPen(_pen(box.outline, box.outline_width, box.dash, look))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, box.radius, box.radius)


def _paint_words(painter: QPainter, words: Words, look: Theme) -> None:
    font = chart_font(look, words.size, words.weight, serif=words.serif)
    painter.setFont(font)
    painter.setPen(look.color(words.role))
    x = words.x
    if words.anchor != "start":
        width = QFontMetricsF(font).horizontalAdvance(words.text)
        x -= width if words.anchor == "end" else width / 2
    painter.drawText(QPointF(x, words.y), words.text)
