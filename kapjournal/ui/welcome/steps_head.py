"""Where one is among the three steps: number, name and, once done, a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kapjournal.ui.shared.icons import paint_icon
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _


class StepsHead(Restyled, QWidget):
    """The steps in a line."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = list(names)
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_step(0)
        self.restyle()

    def set_step(self, step: int) -> None:
        """Show a step, from 0, as the one that is on."""
        self._now = step
        words = _("Step {step} of {steps}: {name}")
        self.setAccessibleName(words.format(step=step + 1, steps=len(self._names), name=self._names[step]))
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(26))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint discs, names and the lines between; names of other steps give way where it is narrow."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = self._needed(painter) <= self.width()
        x = 0.5
        for step, name in enumerate(self._names):
            x = self._paint_disc(painter, x, step)
            if names or step == self._now:
                painter.setFont(self._font(step))
                painter.setPen(look.color("ink" if step == self._now else "ink2"))
                width = painter.fontMetrics().horizontalAdvance(name)
                area = QRectF(x + look.pxf(8), 0, width + 2, self.height())
                shown = placed(painter, area, self.rect())
                painter.drawText(shown, Qt.AlignmentFlag.AlignVCenter, name)
                x = area.left() + width
            if step < len(self._names) - 1:
                painter.setPen(QPen(look.color("strong"), look.pxf(1.5)))
                line = QRectF(x + look.pxf(10), self.height() / 2, look.pxf(24), 0)
                line = placed(painter, line, self.rect())
                painter.drawLine(line.topLeft(), line.topRight())
                x += look.pxf(44)
        painter.end()

    def _paint_disc(self, painter: QPainter, x: float, step: int) -> float:
        look = theme()
        side = look.pxf(24)
        disc = placed(painter, QRectF(x, (self.height() - side) / 2, side, side), self.rect())
        painter.setPen(QPen(look.color("strong"), look.pxf(1)) if step > self._now else Qt.PenStyle.NoPen)
        grounds = {True: "accent_soft", False: "accent_fill"}
        painter.setBrush(look.color("surface" if step > self._now else grounds[step < self._now]))
        painter.drawEllipse(disc)
        if step < self._now:
            inset = side * 0.22
            paint_icon(painter, disc.adjusted(inset, inset, -inset, -inset), "ticked", look.color("accent"))
        else:
            font = look.font("chip")
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(look.color("on_accent" if step == self._now else "ink2"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(step + 1))
        return x + side

    def _font(self, step: int) -> QFont:
        font = theme().font("body")
        font.setWeight(QFont.Weight.DemiBold if step == self._now else QFont.Weight.Medium)
        return font

    def _needed(self, painter: QPainter) -> float:
        look = theme()
        total = 0.0
        for step, name in enumerate(self._names):
            painter.setFont(self._font(step))
            total += look.pxf(32) + painter.fontMetrics().horizontalAdvance(name) + look.pxf(46)
        return total
