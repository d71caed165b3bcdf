"""A card that can be ticked: a name, what it means, and a marker at its end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from kapjournal.ui.shared.checkbox import paint_tick
from kapjournal.ui.shared.mirroring import placed, placed_x
from kapjournal.ui.shared.theme import Restyled, theme

PaintMark = Callable[[QPainter, QPointF, float], None]


class TickCard(Restyled, QCheckBox):
    """Chosen is said by the tick, the border and the ground."""

    def __init__(
        self, name: str, description: str, mark: PaintMark | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._words = description
        self._mark = mark
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(60))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a comfortable width."""
        return QSize(theme().px(240), theme().px(60))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least width."""
        return QSize(theme().px(200), theme().px(60))

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802
        """Take clicks anywhere."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the card."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(look.color("accent" if chosen else "line"), 1))
        painter.setBrush(look.color("accent_soft" if chosen else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(10), look.px(10))
        side = look.pxf(20)
        box = QRectF(look.pxf(15), (self.height() - side) / 2, side, side)
        paint_tick(painter, placed(painter, box, self.rect()), checked=chosen, edge=look.pxf(1.5))
        left = look.pxf(47)
        room = look.pxf(44)
        area = QRectF(left, look.pxf(9), self.width() - left - room, look.pxf(22))
        area = placed(painter, area, self.rect())
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(look.font("body_strong"))
        painter.setPen(look.color("ink"))
        painter.drawText(area, aligned, self._name)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area.translated(0, look.pxf(20)), aligned, words)
        if self._mark is not None:
            x = placed_x(painter, self.width() - look.pxf(26), self.rect())
            self._mark(painter, QPointF(x, self.height() / 2), look.pxf(7))
        painter.end()
