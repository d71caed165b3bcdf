"""The strip of windows after a session, with the one that someone is in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _
from kapjournal.words.prompts import STRIP, window_aim, window_days

_ROW = 58
_INSET = 6
_SIDE = 16
_GAP = 6


class WindowStrip(Restyled, QWidget):
    """First day, days 2–3, days 4–14, between; the current one on a ground of its own and in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = ""
        self._columns = len(STRIP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_here("")
        self.restyle()

    def set_here(self, window: str) -> None:
        """Mark the window that someone is in; '' marks none."""
        self._here = window if window in STRIP else ""
        here = _("you are in: {days}, {aim}").format(days=window_days(window), aim=window_aim(window))
        self.setAccessibleName(_("The days after a session"))
        self.setAccessibleDescription(here if self._here else ", ".join(window_days(w) for w in STRIP))
        self.update()

    def restyle(self) -> None:
        """Take the height from the theme."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take two rows where one is too narrow for the words."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a width that can shrink."""
        return QSize(theme().px(480), self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the frame and the four windows."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(look.color("surface"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, look.px(12), look.px(12))
        inset = look.px(_INSET)
        room = frame.adjusted(inset, inset, -inset, -inset)
        wide, high = room.width() / self._columns, room.height() / (len(STRIP) // self._columns)
        for place, window in enumerate(STRIP):
            row, column = divmod(place, self._columns)
            cell = QRectF(room.left() + column * wide, room.top() + row * high, wide, high)
            self._paint_window(painter, placed(painter, cell, room), window)
        painter.end()

    def _fit(self) -> None:
        """One row of four windows, or two rows of two."""
        look = theme()
        font = look.font("body")
        font.setWeight(QFont.Weight.DemiBold)
        widest = max(QFontMetricsF(font).horizontalAdvance(window_aim(window)) for window in STRIP)
        needed = len(STRIP) * (widest + look.px(_SIDE + _GAP)) + look.px(2 * _INSET)
        self._columns = len(STRIP) if self.width() >= needed else 2
        rows = len(STRIP) // self._columns
        self.setFixedHeight(look.px(_ROW) * rows + look.px(2 * _INSET))
        self.update()

    def _paint_window(self, painter: QPainter, cell: QRectF, window: str) -> None:
        look = theme()
        here = window == self._here
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("session_soft"))
            painter.drawRoundedRect(cell, look.px(8), look.px(8))
        days = window_days(window)
        text = cell.adjusted(look.px(_SIDE), look.px(10), -look.px(_GAP), -look.px(11))
        text = placed(painter, text, cell)
        font = look.font("caption")
        font.setWeight(QFont.Weight.DemiBold if here else QFont.Weight.Normal)
        marked = _("{days} · you are here").format(days=days) if here else days
        fits = QFontMetricsF(font).horizontalAdvance(marked) <= text.width()
        self._write(painter, text, font, "session" if here else "ink3", marked if fits else days, top=True)
        font = look.font("body")
        font.setWeight(QFont.Weight.DemiBold if here else QFont.Weight.Medium)
        self._write(painter, text, font, "ink" if here else "ink2", window_aim(window), top=False)

    def _write(
        self, painter: QPainter, room: QRectF, font: QFont, role: str, words: str, *, top: bool
    ) -> None:
        painter.setFont(font)
        painter.setPen(theme().color(role))
        side = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | side), shown)
