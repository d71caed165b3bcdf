"""A box to tick, one of several, and a switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from kapjournal.ui.shared.icons import paint_icon
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import Restyled, theme

if TYPE_CHECKING:
    AnyButton = QAbstractButton
else:
    AnyButton = object  # mixed into two buttons of Qt

_BOX = 20
_GAP = 12
_SHORT = 40
"""What is longer than this may take several lines."""
_LEAST = 200


class _Worded(Restyled, AnyButton):
    """What a box and a ring have in common: words beside them that are never cut, and one place to click."""

    def begin(self, text: str, accessible_name: str) -> None:
        """Take the words, and the name for a reader, which is the words if it is empty."""
        self.setText(text)
        self.setAccessibleName(accessible_name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.restyle()

    def restyle(self) -> None:
        """Take the font from the theme."""
        self.setFont(theme().font("body"))
        if self._is_long:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.updateGeometry()

    @property
    def _is_long(self) -> bool:
        """Whether the words are a person's own and may need several lines."""
        return len(self.text()) > _SHORT

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the mark and one line of words."""
        return _sized(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same, words are never cut; but long ones may take several lines."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme().px(_LEAST)), hint.height()) if self._is_long else hint

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Ask by width where words may wrap."""
        return self._is_long

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the words at a width."""
        room = QRect(0, 0, max(1, width - theme().px(_BOX + _GAP)), 1 << 16)
        lines = self.fontMetrics().boundingRect(room, _wrapping(self, room.width()), self.text())
        return max(_sized(self).height(), lines.height())

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002, N802
        """Take clicks anywhere."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the mark and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_mark(painter, _mark_rect(self))
        _paint_words(painter, self)
        painter.end()

    def paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the box or the ring."""
        raise NotImplementedError


class Tick(_Worded, QCheckBox):
    """A box to tick with its words beside it."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, accessible_name: str = "") -> None:
        super().__init__(parent)
        self.begin(text, accessible_name)

    def paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the box."""
        edge = theme().pxf(1.5)
        paint_tick(painter, rect, checked=self.isChecked(), enabled=self.isEnabled(), edge=edge)


class Switch(Restyled, QAbstractButton):
    """On or off, at once."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setProperty("kind", "switch")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the size from the theme."""
        look = theme()
        self.setFixedSize(look.px(38), max(look.px(22), look.px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the track and the knob: place and fill carry the state, not colour alone."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0.75, 0, self.width() - 1.5, look.pxf(21))
        track.moveCenter(QRectF(self.rect()).center())
        on = self.isChecked()
        edge = look.color("accent" if on and look.name == "gentle" else "accent_fill" if on else "strong")
        painter.setPen(QPen(edge, look.pxf(1.0)))
        painter.setBrush(look.color("accent_fill" if on else "surface"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        radius = look.pxf(6.8)
        inset = track.height() / 2
        x = track.right() - inset if on else track.left() + inset
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("on_accent" if on else "strong"))
        painter.drawEllipse(QPointF(x, track.center().y()), radius, radius)
        painter.end()


def paint_tick(
    painter: QPainter, rect: QRectF, *, checked: bool, enabled: bool = True, edge: float = 1.5
) -> None:
    """Paint a box to tick."""
    look = theme()
    inner = rect.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
    radius = look.pxf(5)
    if checked:
        border = look.color("accent" if look.name == "gentle" else "accent_fill")
        painter.setPen(QPen(border if enabled else look.color("line"), edge))
        painter.setBrush(look.color("accent_fill" if enabled else "sunken"))
    else:
        painter.setPen(QPen(look.color("strong" if enabled else "line"), edge))
        painter.setBrush(look.color("surface" if enabled else "sunken"))
    painter.drawRoundedRect(inner, radius, radius)
    if checked:
        mark = rect.adjusted(
            rect.width() * 0.2, rect.height() * 0.2, -rect.width() * 0.2, -rect.height() * 0.2
        )
        paint_icon(painter, mark, "ticked", look.color("on_accent" if enabled else "ink3"))


def paint_one_of(painter: QPainter, rect: QRectF, *, checked: bool, enabled: bool = True) -> None:
    """Paint the ring of one of several."""
    look = theme()
    edge = look.pxf(1.5)
    color: QColor = look.color(("accent" if checked else "strong") if enabled else "line")
    if checked:
        edge = rect.width() * 0.28
    painter.setPen(QPen(color, edge))
    painter.setBrush(look.color("surface"))
    painter.drawEllipse(rect.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2))


def _sized(button: QAbstractButton) -> QSize:
    look = theme()
    words = button.fontMetrics().horizontalAdvance(button.text())
    gap = look.px(_GAP) if words else 0
    height = max(look.px(24), button.fontMetrics().height())
    return QSize(max(look.px(24), look.px(_BOX) + gap + words + 2), height)


def _mark_rect(button: QAbstractButton) -> QRectF:
    side = theme().pxf(_BOX if isinstance(button, QCheckBox) else 18)
    left = button.width() - side if button.isRightToLeft() else 0
    return QRectF(left, (_line_height(button) - side) / 2, side, side)


def _line_height(button: QAbstractButton) -> int:
    """The height that the mark stands in the middle of: of the whole, or of the first of several lines."""
    return _sized(button).height() if button.hasHeightForWidth() else button.height()


def _wrapping(button: QAbstractButton, width: int) -> int:
    """Return where lines may break: between words, and within them only where no line can hold one."""
    flags, measure = Qt.TextFlag, button.fontMetrics()
    if all(measure.horizontalAdvance(word) <= width for word in button.text().split()):
        return int(flags.TextWordWrap)
    return int(flags.TextWordWrap | flags.TextWrapAnywhere)


def _paint_words(painter: QPainter, button: QAbstractButton) -> None:
    if not button.text():
        return
    look = theme()
    painter.setPen(look.color("ink" if button.isEnabled() else "ink3"))
    before = look.px(_BOX + _GAP)
    area = QRectF(before, 0, button.width() - before, button.height())
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    if button.hasHeightForWidth():
        area.setTop((_line_height(button) - button.fontMetrics().height()) / 2)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | _wrapping(
            button, int(area.width())
        )
    area = placed(painter, area, button.rect())
    painter.drawText(area, flags, button.text())
