"""Cards that are pressed anywhere, with a name over what it means; one can be ticked and has a marker at its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from kapjournal.ui.shared.checkbox import AnyButton, paint_tick
from kapjournal.ui.shared.mirroring import placed, placed_x
from kapjournal.ui.shared.theme import Restyled, theme

PaintMark = Callable[[QPainter, QPointF, float], None]


class NamedCard(Restyled, AnyButton):
    """What cards that are pressed anywhere have in common: a name over what it means, and a ground that says chosen."""

    height_px: ClassVar[int]

    def begin(self, name: str, meaning: str) -> None:
        """Take the words, which are the name and the description for a reader too."""
        self._name, self._meaning = name, meaning
        self.setAccessibleName(name)
        self.setAccessibleDescription(meaning)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(self.height_px))
        self.updateGeometry()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802
        """Take clicks anywhere."""
        return True

    def paint_ground(self, painter: QPainter, line: str, edge: float) -> None:
        """Paint the ground and its border, which has another colour where the card is chosen."""
        look = theme()
        chosen = self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("accent" if chosen else line), edge))
        painter.setBrush(look.color("accent_soft" if chosen else "hover" if self.underMouse() else "surface"))
        inset = edge / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, look.px(10), look.px(10))

    def paint_words(self, painter: QPainter, name: QRectF, below: float) -> None:
        """Paint the name in its place, and so far below it what it means."""
        look = theme()
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        area = placed(painter, name, self.rect())
        painter.setFont(look.font("body_strong"))
        painter.setPen(look.color("ink"))
        painter.drawText(area, aligned, self._name)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        words = painter.fontMetrics().elidedText(
            self._meaning, Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(area.translated(0, below), aligned, words)


class TickCard(NamedCard, QCheckBox):
    """Chosen is said by the tick, the border and the ground."""

    height_px = 60

    def __init__(
        self, name: str, description: str, mark: PaintMark | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._mark = mark
        self.begin(name, description)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a comfortable width."""
        return QSize(theme().px(240), theme().px(self.height_px))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least width."""
        return QSize(theme().px(200), theme().px(self.height_px))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the card."""
        look = theme()
        painter = QPainter(self)
        self.paint_ground(painter, "line", 1)
        side = look.pxf(20)
        box = QRectF(look.pxf(15), (self.height() - side) / 2, side, side)
        box = placed(painter, box, self.rect())
        paint_tick(painter, box, checked=self.isChecked(), edge=look.pxf(1.5))
        left, room = look.pxf(47), look.pxf(44)
        area = QRectF(left, look.pxf(9), self.width() - left - room, look.pxf(22))
        self.paint_words(painter, area, look.pxf(20))
        if self._mark is not None:
            x = placed_x(painter, self.width() - look.pxf(26), self.rect())
            self._mark(painter, QPointF(x, self.height() / 2), look.pxf(7))
        painter.end()
