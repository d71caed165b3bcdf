"""A way on, as wide as the column: icon, words, arrow; all of a page are equal in size."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import Restyled, theme

_HEIGHT, _WORDS_PX = 52, 16


class WayButton(Restyled, QAbstractButton):
    """Filled for the one that matters most on the page, outlined for the others."""

    def __init__(self, words: str, icon: str, parent: QWidget | None = None, *, filled: bool = False) -> None:
        super().__init__(parent)
        self._words, self._icon, self._filled = words, icon, filled
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(_HEIGHT))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a comfortable width."""
        return QSize(theme().px(300), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least width."""
        return QSize(theme().px(220), theme().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the button."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse() or self.isDown()
        ink = "on_accent" if self._filled else "ink"
        if self._filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_hover" if over else "accent_fill"))
        else:
            painter.setPen(QPen(look.color("strong"), 1))
            painter.setBrush(look.color("hover" if over else "surface"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.pxf(10), look.pxf(10)
        )
        signs = (
            (self._icon, ink if self._filled else "ink2", look.pxf(21), look.px(20)),
            ("forward", ink, self.width() - look.pxf(38), look.px(18)),
        )
        for name, role, left, side in signs:
            place = placed(painter, QRectF(left, (self.height() - side) / 2, side, side), self.rect())
            picture = icon_pixmap(name, look.color(role), side, self.devicePixelRatioF())
            painter.drawPixmap(place.topLeft(), picture)
        font = look.font("label")
        font.setPixelSize(look.px(_WORDS_PX))
        font.setWeight(QFont.Weight.DemiBold if self._filled else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(look.color(ink))
        area = QRectF(look.pxf(56), 0, self.width() - look.pxf(100), self.height())
        area = placed(painter, area, self.rect())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._words)
        painter.end()
