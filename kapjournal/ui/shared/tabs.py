"""Tabs: words over a hairline, the chosen one heavier and underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import Restyled, theme

_GAP = 24


class Tabs(Restyled, QTabBar):
    """A row of tabs by value; `chosen` tells which one the person took."""

    chosen = Signal(object)

    def __init__(
        self, options: Sequence[tuple[object, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _words in options]
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for _value, words in options:
            self.addTab(words)
        self.currentChanged.connect(self._tell)
        self.restyle()

    @property
    def value(self) -> object:
        """The tab that is shown."""
        return self._values[self.currentIndex()]

    def set_value(self, value: object) -> None:
        """Show a tab."""
        self.setCurrentIndex(self._values.index(value))

    def restyle(self) -> None:
        """Take the font from the theme."""
        self.setFont(theme().font("body"))
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the words in their heavier weight, and the gap to the next."""
        look = theme()
        width = QFontMetrics(_font(chosen=True)).horizontalAdvance(self.tabText(index)) + look.px(4)
        return QSize(width + look.px(_GAP), look.px(42))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Never elide the words of a tab."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name and signature
        """Paint the hairline, the words and the line under the chosen one."""
        look = theme()
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.color("line"))
        for index in range(self.count()):
            chosen = index == self.currentIndex()
            tab = QRectF(self.tabRect(index))
            begin = tab.adjusted(0, 0, -look.px(_GAP), 0)
            area = placed(painter, begin, tab)
            words = placed(painter, begin.translated(look.px(2), -look.px(2)), tab)
            painter.setFont(_font(chosen=chosen))
            painter.setPen(look.color("ink" if chosen else "ink2"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tabText(index))
            if chosen:
                thick = look.pxf(2.5)
                painter.fillRect(
                    QRectF(area.left(), self.height() - thick, area.width(), thick), look.color("accent")
                )
        painter.end()

    def _tell(self, index: int) -> None:
        self.chosen.emit(self._values[index])


def _font(*, chosen: bool) -> QFont:
    font = theme().font("body_strong")
    if not chosen:
        font.setWeight(QFont.Weight.Medium)
    return font
