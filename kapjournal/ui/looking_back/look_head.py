"""The head of a column: a stretch of the line of time with its mark, a name, and when it was written."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import SessionKind
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.mirroring import placed_x
from kapjournal.ui.shared.session_mark import paint_session_mark
from kapjournal.ui.shared.text import Caption, Label
from kapjournal.ui.shared.theme import Restyled, theme

_MARK = 14.8


class LookHead(Restyled, QWidget):
    """First words have the session's mark and a lock; a later look has a ring."""

    def __init__(self, name: str, when: str, *, number: int | None = None, first: bool = False) -> None:
        super().__init__()
        self._first = first
        self._lock = QLabel()
        self._lock.setVisible(first)
        title = QHBoxLayout()
        title.addWidget(self._lock)
        title.addWidget(Label(name), 1)
        self._title = title
        self._line = _Line(number, first=first)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._line)
        self._column.addLayout(title)
        self._column.addWidget(Caption(when))
        self._column.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and sign from the theme."""
        look = theme()
        self._column.setSpacing(look.px(3))
        self._title.setSpacing(look.px(8))
        self._lock.setPixmap(icon_pixmap("private", look.color("ink2"), look.px(15), 2))
        self._lock.setFixedSize(QSize(look.px(15), look.px(18)))


class _Line(Restyled, QWidget):
    """The line, with a mark at its beginning."""

    def __init__(self, number: int | None, *, first: bool) -> None:
        super().__init__()
        self._number = number
        self._first = first
        self.restyle()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(theme().px(26))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint line and mark."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(QPen(look.color("strong"), look.pxf(1.5)))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        center = QPointF(placed_x(painter, look.pxf(10.5 if self._first else 9), self.rect()), middle)
        if self._first:
            paint_session_mark(painter, center, SessionKind.DOSING, self._number, side=_MARK)
        else:
            radius = look.pxf(6)
            painter.setPen(QPen(look.color("ink2"), look.pxf(1.75)))
            painter.setBrush(look.color("bg"))
            painter.drawEllipse(center, radius, radius)
        painter.end()


class DashedLine(Restyled, QWidget):
    """What has not come yet begins under it."""

    def __init__(self) -> None:
        super().__init__()
        self.restyle()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self.setFixedHeight(max(2, theme().px(2)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the dashes."""
        painter = QPainter(self)
        pen = QPen(theme().color("strong"), 1.0)
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([theme().pxf(3), theme().pxf(2)])
        painter.setPen(pen)
        painter.drawLine(QRectF(self.rect()).topLeft(), QRectF(self.rect()).topRight())
        painter.end()
