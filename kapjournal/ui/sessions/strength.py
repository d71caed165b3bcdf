"""How strong a side effect was, as three bars; form and number of bars say it, not colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kapjournal.domain.kap_session import Severity
from kapjournal.ui.shared.theme import Restyled, theme

BARS = {Severity.NONE: 0, Severity.MILD: 1, Severity.MODERATE: 2, Severity.STRONG: 3}
_HEIGHTS = (0.34, 0.58, 0.82)


def paint_strength(painter: QPainter, rect: QRectF, severity: Severity, color: QColor) -> None:
    """Paint three rising bars, as many filled as the strength."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = rect.width() * 0.27
    gap = (rect.width() - 3 * width) / 2
    bottom = rect.bottom() - rect.height() * 0.09
    for index, share in enumerate(_HEIGHTS):
        height = rect.height() * share
        bar = QRectF(rect.left() + index * (width + gap), bottom - height, width, height)
        if index < BARS[severity]:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
        else:
            painter.setPen(QPen(color, max(1.0, rect.height() * 0.07)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            bar = bar.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(bar, width * 0.3, width * 0.3)
    painter.restore()


def strength_icon(severity: Severity, color: QColor, height: int) -> QIcon:
    """The bars as an icon, half as wide again as high."""
    made = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(round(height * 1.5) * ratio, height * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_strength(painter, QRectF(0, 0, height * 1.5, height), severity, color)
        painter.end()
        made.addPixmap(pixmap)
    return made


class StrengthBars(Restyled, QWidget):
    """The bars beside their word."""

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the theme."""
        self.setFixedSize(QSize(theme().px(26), theme().px(17)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and signature
        """Paint the bars."""
        painter = QPainter(self)
        paint_strength(painter, QRectF(self.rect()), self._severity, theme().color("ink2"))
        painter.end()
