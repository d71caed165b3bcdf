"""Paints a chart's picture with QPainter, in the colours and fonts of a theme."""

from __future__ import annotations

import itertools
import math
import struct
from array import array
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QByteArray, QDataStream, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from kapjournal.charts.forms import CORNER, outline_points
from kapjournal.charts.picture import Area, Box, Dots, Line, Mark, Paint, Picture, Words
from kapjournal.ui.shared.picture_inks import KEPT, brush, chart_font, pen, role_color, set_words
from kapjournal.ui.shared.theme import Theme

ROUND_FROM_PX = 1.3
PART_POINTS = 12
AREA_PART_POINTS = 24
STAMPED_FROM = 250
"""With more points than this one image a colour is stamped, instead of a circle drawn each time."""
ROW_POINTS = 128
"""As many points of a row are painted beforehand; a longer one is put together."""


def paint_picture(painter: QPainter, picture: Picture, look: Theme) -> None:
    """Paint a picture's shapes in their order, its top left corner at the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in picture.shapes:
        if isinstance(shape, Line):
            _paint_line(painter, shape, look)
        elif isinstance(shape, Area):
            _paint_area(painter, shape, look)
        elif isinstance(shape, Dots):
            _paint_dots(painter, shape, look)
        elif isinstance(shape, Mark):
            _paint_mark(painter, shape, look)
        elif isinstance(shape, Box):
            _paint_box(painter, shape, look)
        else:
            _paint_words(painter, shape, look)


def _paint_line(painter: QPainter, line: Line, look: Theme) -> None:
    straight = len(line.xs) == 2 and (line.xs[0] == line.xs[1] or line.ys[0] == line.ys[1])
    painter.setPen(pen(line.paint, line.width, line.dash, look, is_round=line.width > ROUND_FROM_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if line.slopes:
        path = QPainterPath(QPointF(line.xs[0], line.ys[0]))
        _add_edge(path, line.xs, line.ys, line.slopes)
        painter.drawPath(path)
    elif straight and line.width <= 1:
        # On the middle of a pixel a hairline stays one pixel wide.
        (x, to_x), (y, to_y) = line.xs, line.ys
        painter.drawLine(QLineF(round(x) + 0.5, round(y) + 0.5, round(to_x) + 0.5, round(to_y) + 0.5))
    elif line.width <= 1 and not line.dash:
        # Qt draws a line of one pixel by itself, without the outline that it fills for a wider one.
        painter.drawPolyline(_polygon(line.xs, line.ys))
    elif not line.dash:
        # Each by itself, with ends that cover the bends: Qt makes no outline for these either.
        flat = QPen(painter.pen())
        flat.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.setPen(flat)
        painter.drawLines(list(map(QLineF, line.xs[:-1], line.ys[:-1], line.xs[1:], line.ys[1:])))
    else:
        _paint_dashed(painter, line)


def _paint_dashed(painter: QPainter, line: Line) -> None:
    """Paint a dashed line in parts: the outline of the whole of a long one would cost Qt ten times as much."""
    ends = list(map(QPointF, line.xs, line.ys))
    walked = 0.0
    for start in range(0, len(ends) - 1, PART_POINTS):
        part = ends[start : start + PART_POINTS + 1]
        moved = painter.pen()
        moved.setDashOffset(walked / line.width)
        painter.setPen(moved)
        painter.drawPolyline(part)
        walked += sum(QLineF(before, after).length() for before, after in itertools.pairwise(part))


def _paint_area(painter: QPainter, area: Area, look: Theme) -> None:
    """Paint an area."""
    if area.upper_slopes or area.lower_slopes:
        painter.fillPath(_area_path(area), brush(area.paint, look))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(area.paint, look))
    # The outline of the whole of a long one would cost Qt several times as much as those of its parts.
    for start in range(0, len(area.xs) - 1, AREA_PART_POINTS):
        part = slice(start, start + AREA_PART_POINTS + 1)
        xs = area.xs[part]
        painter.drawPolygon(_polygon(xs + xs[::-1], area.uppers[part] + area.lowers[part][::-1]))


def _polygon(xs: Sequence[float], ys: Sequence[float]) -> QPolygonF:
    """Return a polygon by way of its stored form, several times as fast as from points one by one."""
    stored = array("d", itertools.chain.from_iterable(zip(xs, ys, strict=True)))
    stream = QDataStream(QByteArray(struct.pack("<I", len(xs)) + stored.tobytes()))
    stream.setByteOrder(QDataStream.ByteOrder.LittleEndian)
    made = QPolygonF()
    stream >> made
    return made


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
    if len(dots.xs) < STAMPED_FROM and not dots.lengths:
        for x, y, step in zip(dots.xs, dots.ys, steps, strict=True):
            _paint_dot(painter, QPointF(x, y), dots, step, look)
        return
    ratio = painter.device().devicePixelRatioF()
    one = dots._replace(xs=(), ys=(), steps=(), lengths=())
    reach = _reach(one)
    stamps = {step: _stamp(one, step, ratio, look) for step in set(steps)}
    # On whole pixels, where a stamp is copied as it is: where so many points stand nobody sees half a pixel.
    painter.translate(-reach, -reach)
    stamp_at = painter.drawImage
    for x, y, step in zip(map(round, dots.xs), map(round, dots.ys), steps, strict=True):
        stamp_at(x, y, stamps[step])
    if dots.lengths:
        _paint_rows(painter, dots, steps, ratio, look)
    painter.translate(reach, reach)


def _paint_rows(painter: QPainter, dots: Dots, steps: Sequence[float], ratio: float, look: Theme) -> None:
    """Paint the points that others go on with, as pieces of a row that was painted once."""
    one = dots._replace(xs=(), ys=(), steps=(), lengths=())
    rows = {step: _row(one, step, ratio, look) for step in set(steps)}
    for x, y, step, length in zip(dots.xs, dots.ys, steps, dots.lengths, strict=True):
        if length < dots.pitch:
            continue
        row = rows[step]
        left, end, height = round(x) + dots.pitch, round(x + length), row.height()
        while left <= end:
            count = min(ROW_POINTS, (end - left) // dots.pitch + 1)
            width = (count - 1) * dots.pitch + 2 * _reach(one)
            painter.drawImage(QPointF(left, round(y)), row, QRectF(0, 0, width * ratio, height))
            left += count * dots.pitch


def _reach(dots: Dots) -> int:
    return math.ceil(dots.radius + dots.rim_width + 1)


@lru_cache(maxsize=KEPT)
def _stamp(dots: Dots, step: float, ratio: float, look: Theme) -> QImage:
    """Return the image of one point; `dots` has no points of its own."""
    reach = _reach(dots)
    side = max(1, round(2 * reach * ratio))
    stamp = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_dot(painter, QPointF(reach, reach), dots, step, look)
    painter.end()
    return stamp


@lru_cache(maxsize=KEPT)
def _row(dots: Dots, step: float, ratio: float, look: Theme) -> QImage:
    """Return the image of a row of points that touch; `dots` has no points of its own."""
    stamp = _stamp(dots, step, ratio, look)
    width = (ROW_POINTS - 1) * dots.pitch + 2 * _reach(dots)
    row = QImage(max(1, round(width * ratio)), stamp.height(), QImage.Format.Format_ARGB32_Premultiplied)
    row.setDevicePixelRatio(ratio)
    row.fill(Qt.GlobalColor.transparent)
    painter = QPainter(row)
    for place in range(ROW_POINTS):
        painter.drawImage(place * dots.pitch, 0, stamp)
    painter.end()
    return row


def _paint_dot(painter: QPainter, center: QPointF, dots: Dots, step: float, look: Theme) -> None:
    color = look.mood(step) if step >= 0 else QColor(role_color(Paint(dots.paint.role), look))
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
        pen(mark.outline, mark.outline_width, mark.dash, look) if mark.outline else QPen(Qt.PenStyle.NoPen)
    )
    painter.setBrush(brush(mark.fill, look) if mark.fill else QBrush(Qt.BrushStyle.NoBrush))
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
        painter.fillPath(whole, brush(box.fill, look))
    if box.outline is not None:
        painter.setPen(pen(box.outline, box.outline_width, box.dash, look))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, box.radius, box.radius)


def _paint_words(painter: QPainter, words: Words, look: Theme) -> None:
    text, width, ascent = set_words(look, words.text, words.size, words.weight, serif=words.serif)
    painter.setFont(chart_font(look, words.size, words.weight, serif=words.serif))
    painter.setPen(look.color(words.role))
    left = {"start": 0.0, "middle": width / 2, "end": width}[words.anchor]
    painter.drawStaticText(QPointF(words.x - left, words.y - ascent), text)
