"""One answer to an item: a key that gives it, the words of the answer, and whether it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import Restyled, theme

_HEIGHT, _KEY, _LEFT, _GAP, _WORDS_PX = 54, 30, 15, 16, 16
_SMALL_HEIGHT, _SMALL_KEY, _SMALL_LEFT, _SMALL_GAP = 38, 22, 8, 8


class AnswerButton(Restyled, QRadioButton):
    """Chosen is said by the ground, the border, the weight and the tick; an open answer has a dashed border."""

    def __init__(
        self,
        key: str,
        words: str,
        parent: QWidget | None = None,
        *,
        open_answer: bool = False,
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._words = words
        self._open = open_answer
        self._small = small
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QSizePolicy.Policy.Fixed if small else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.update)
        self.restyle()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(_SMALL_HEIGHT if self._small else _HEIGHT))
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the words."""
        look = theme()
        left, key, gap = self._measures()
        tail = look.px(14 if self._small else 60)
        words = QFontMetricsF(self._font(chosen=True)).horizontalAdvance(self._words)
        return QSize(int(left + key + gap + words) + tail, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least room: a small one keeps its words, a wide one may share."""
        return self.sizeHint() if self._small else QSize(theme().px(200), self.height())

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802
        """Take clicks anywhere."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave 'back' and 'next' to the page; up and down move between the answers."""
        if (
            event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not self._small
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the answer."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = look.pxf(2.0) if chosen else 1.0
        pen = QPen(look.color("accent" if chosen else "strong"), width)
        if self._open and not chosen:
            pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        ground = (
            "accent_soft" if chosen else "hover" if self.underMouse() else "bg" if self._open else "surface"
        )
        painter.setBrush(look.color(ground))
        edge = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), look.pxf(10), look.pxf(10)
        )
        left, key, gap = self._measures()
        box = placed(painter, QRectF(left, (self.height() - key) / 2, key, key), self.rect())
        painter.setPen(QPen(look.color("accent" if chosen else "line"), 1))
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(box, look.pxf(6), look.pxf(6))
        painter.setFont(look.font("caption" if self._small else "chip"))
        painter.setPen(look.color("accent" if chosen else "ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.key)
        painter.setFont(self._font(chosen=chosen))
        painter.setPen(look.color("ink2" if self._open and not chosen else "ink"))
        tail = look.pxf(8 if self._small else 54)
        area = QRectF(left + key + gap, 0, self.width() - left - key - gap - tail, self.height())
        area = placed(painter, area, self.rect())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._words)
        if chosen and not self._small:
            side = look.px(20)
            tick = icon_pixmap("kept_small", look.color("accent"), side, self.devicePixelRatioF())
            place = QRectF(self.width() - look.pxf(40), (self.height() - side) / 2, side, side)
            painter.drawPixmap(placed(painter, place, self.rect()).topLeft(), tick)
        painter.end()

    def _measures(self) -> tuple[float, float, float]:
        look = theme()
        if self._small:
            return look.pxf(_SMALL_LEFT), look.pxf(_SMALL_KEY), look.pxf(_SMALL_GAP)
        return look.pxf(_LEFT), look.pxf(_KEY), look.pxf(_GAP)

    def _font(self, *, chosen: bool) -> QFont:
        look = theme()
        font = look.font("chip" if self._small else "label")
        if not self._small:
            font.setPixelSize(look.px(_WORDS_PX))
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Medium)
        return font
