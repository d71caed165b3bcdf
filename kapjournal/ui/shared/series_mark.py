"""The marker of a measure, the same here as in the charts: form says which measure, colour says it again."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from kapjournal.tokens import tokens
from kapjournal.ui.shared.theme import theme


def paint_series_mark(painter: QPainter, center: QPointF, radius: float, key: str) -> None:
    """Paint the marker of a measure round a point."""
    look = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    marks = tokens().series_marks
    if key not in marks:
        pen = QPen(look.color("ink2"), look.pxf(1.3))
        pen.setDashPattern([2.0, 2.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(center, radius, radius)
    else:
        painter.fillPath(_form(marks[key][0], center, radius), look.series(key))
    painter.restore()


def _form(form: str, center: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath()
    x, y = center.x(), center.y()
    if form == "circle":
        path.addEllipse(center, radius * 0.9, radius * 0.9)
    elif form == "square":
        side = radius * 1.5
        path.addRect(QRectF(x - side / 2, y - side / 2, side, side))
    elif form == "cross":
        arm = radius * 0.32
        path.addRect(QRectF(x - radius, y - arm, 2 * radius, 2 * arm))
        upright = QPainterPath()
        upright.addRect(QRectF(x - arm, y - radius, 2 * arm, 2 * radius))
        path = path.united(upright)
    else:
        corners = {"triangle_up": (3, -90.0), "triangle_down": (3, 90.0), "diamond": (4, -90.0)}[form]
        count, first = corners
        for corner in range(count):
            angle = math.radians(first + corner * 360 / count)
            point = QPointF(x + radius * math.cos(angle), y + radius * math.sin(angle))
            if corner:
                path.lineTo(point)
            else:
                path.moveTo(point)
        path.closeSubpath()
    return path
