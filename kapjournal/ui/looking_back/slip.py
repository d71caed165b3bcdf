"""A fragment on its slip, which can be taken."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from kapjournal.domain.reflection import Fragment, FragmentKind
from kapjournal.ui.shared.icons import paint_icon
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import clock_time
from kapjournal.words.language import _
from kapjournal.words.names import fragment_kind_name

_SIDE, _TOP, _HEAD, _FOOT = 19, 14, 22, 18
_SHORT = 14
"""A word that is no longer than this stands larger."""


class Slip(Restyled, QCheckBox):
    """Taken is said by the border and by the tick; the words are never cut."""

    def __init__(self, fragment: Fragment, grown: str = "") -> None:
        """`grown` says what grew from it already."""
        super().__init__()
        self.fragment = fragment
        self._grown = grown
        said = _("{kind}, {time}: {words}").format(
            kind=fragment_kind_name(fragment.kind), time=self._time(), words=fragment.text
        )
        self.setAccessibleName(said)
        self.setAccessibleDescription(grown)
        self.setProperty("kind", "slip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take clicks anywhere."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Grow with the words."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that the words need."""
        look = theme()
        words = self._words_rect(width).height()
        grown = look.pxf(22) if self._grown else 0.0
        return round(look.pxf(_TOP + _HEAD + 8 + _FOOT) + words + grown)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a comfortable width."""
        width = theme().px(264)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least width, with the height that it needs."""
        return QSize(theme().px(180), theme().px(80))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Paint the slip."""
        look = theme()
        taken = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2.0 if taken else 1.0
        painter.setPen(QPen(look.color("accent" if taken else "note_line"), edge))
        painter.setBrush(look.color("note_soft"))
        inset = edge / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), look.pxf(10), look.pxf(10)
        )
        self._paint_head(painter, taken=taken)
        painter.setFont(self._font())
        painter.setPen(look.color("ink"))
        words = self._words_rect(self.width())
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap), self.fragment.text)
        if self._grown:
            painter.setFont(look.font("caption"))
            painter.setPen(look.color("ink2"))
            row = QRectF(words.left(), words.bottom() + look.pxf(6), self._room(self.width()), look.pxf(20))
            metrics = QFontMetricsF(painter.font())
            line = metrics.elidedText(self._grown, Qt.TextElideMode.ElideRight, row.width())
            painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), line)
        painter.end()

    def _paint_head(self, painter: QPainter, *, taken: bool) -> None:
        look = theme()
        side, ring = look.pxf(16), look.pxf(20)
        top = look.pxf(_TOP)
        middle = top + look.pxf(_HEAD) / 2
        role = "accent" if taken else "ink2"
        left = look.pxf(_SIDE)
        icon = QRectF(left, middle - side / 2, side, side)
        icon = placed(painter, icon, self.rect())
        paint_icon(painter, icon, f"fragment_{self.fragment.kind.value}", look.color(role))
        font = look.font("caption")
        if taken:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(look.color(role))
        row = QRectF(left + look.pxf(24), top, self.width() - look.pxf(2 * _SIDE + 24 + 28), look.pxf(_HEAD))
        row = placed(painter, row, self.rect())
        time = QFontMetricsF(look.font("caption")).horizontalAdvance(self._time())
        name = QFontMetricsF(font).elidedText(
            fragment_kind_name(self.fragment.kind),
            Qt.TextElideMode.ElideRight,
            row.width() - time - look.pxf(8),
        )
        painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._time())
        circle = QRectF(self.width() - left - ring, middle - ring / 2, ring, ring)
        circle = placed(painter, circle, self.rect())
        if taken:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_fill"))
            painter.drawEllipse(circle)
            quarter = ring * 0.24
            mark = circle.adjusted(quarter, quarter, -quarter, -quarter)
            paint_icon(painter, mark, "ticked", look.color("on_accent"))
        else:
            painter.setPen(QPen(look.color("strong"), look.pxf(1)))
            painter.setBrush(look.color("surface"))
            painter.drawEllipse(circle)

    def _time(self) -> str:
        moment = self.fragment.moment
        return clock_time(moment.local) if moment.has_time else ""

    def _font(self) -> QFont:
        short = self.fragment.kind is FragmentKind.WORD and len(self.fragment.text) <= _SHORT
        font = theme().font("reading")
        if short:
            font.setPixelSize(theme().px(24))
        return font

    def _room(self, width: int) -> float:
        return max(theme().pxf(60), width - theme().pxf(2 * _SIDE))

    def _words_rect(self, width: int) -> QRectF:
        look = theme()
        room = QRectF(look.pxf(_SIDE), look.pxf(_TOP + _HEAD + 8), self._room(width), 100_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        found = QFontMetricsF(self._font()).boundingRect(room, flags, self.fragment.text)
        return QRectF(room.left(), room.top(), room.width(), found.height())
