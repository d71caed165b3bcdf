"""A chart on the screen: paints its picture, answers pointer and keys, speaks the point it stands on."""

from __future__ import annotations

import math
from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from kapjournal.charts.picture import Picture, Spoken
from kapjournal.charts.sheet import Sheet
from kapjournal.ui.shared.accessibles import install_accessibles
from kapjournal.ui.shared.picture_inks import chart_font, word_widths
from kapjournal.ui.shared.picture_painter import paint_picture
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

REACH_PX = 14
RING_AWAY_PX = 8
RING_PX = 6.5
NARROWEST_PX = 240
WIDTHS_KEPT = 4

MakePicture = Callable[[Sheet], Picture]
MakeFrame = Callable[[float, float, Sheet], Picture]
"""The first and the last time in view to a picture of what stands between them."""
TellMore = Callable[[int], str]
"""The id of a point's entry to what else is said of it, '' for nothing."""


class ChartView(Restyled, QWidget):
    """Shows the picture that `make` draws for whatever width there is.

    One tab stop. Left and Right go from point to point, Home and End to the first and last, Page Up and Page Down
    by a week, Esc lets go; Enter or a double click opens the point (`opened` tells its row). Where the points stand in
    columns, Up and Down go within a column, Left and Right to the same place of another.
    """

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, plot_height: float = 224.0) -> None:
        super().__init__(parent)
        install_accessibles()
        self._make: MakePicture | None = None
        self._frame: MakeFrame | None = None
        self._plot_height = plot_height
        self._picture: Picture | None = None
        self._made: dict[int, Picture] = {}
        self._drawn: QPixmap | None = None
        self._seen = False
        self._tell_more: TellMore | None = None
        self._row: int | None = None
        self._current: Spoken | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(NARROWEST_PX)
        self.restyle()

    def show_chart(
        self, make: MakePicture, tell_more: TellMore | None = None, frame: MakeFrame | None = None
    ) -> None:
        """Show another chart; `make` is called again for every new width, theme and text size.

        None of these may hold on to a widget: such a circle would be collected in the middle of something else.
        """
        self._tell_more, self._frame = tell_more, frame
        self._make, self._row, self._current = make, None, None
        self._made.clear()
        self._remake()

    @property
    def can_move(self) -> bool:
        """Whether any stretch of time can be shown before the chart of it is made."""
        return self._frame is not None

    def show_frame(self, start: float, end: float) -> None:
        """Show what stands between two times, in the place of the chart, until another is shown; no point is told."""
        if self._frame is not None:
            self._row = self._current = None
            self._picture, self._drawn, self._seen = (
                self._frame(start, end, self._sheet(self.width())),
                None,
                False,
            )
            self.update()

    @property
    def picture(self) -> Picture | None:
        """The picture as it is shown now."""
        return self._picture

    @property
    def current(self) -> Spoken | None:
        """The point that the keys or the pointer stand on."""
        return self._current

    def restyle(self) -> None:
        """Draw again in the colours and sizes of the theme."""
        self._made.clear()
        self._remake()

    def make_accessible(self) -> QAccessibleInterface:
        """Return what a screen reader is told."""
        return _ChartAccessible(self)

    def focus_area(self) -> QRect:
        """Return what the focus ring goes round: signs and words reach to the very edge, it keeps away from them."""
        away = theme().px(RING_AWAY_PX)
        return self.rect().adjusted(-away, 0, away, away // 2)

    # --- drawing

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw again for the new width."""
        super().resizeEvent(event)
        self._remake()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a usual width and its height."""
        width = max(NARROWEST_PX, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least width, and the height of the picture as it is."""
        return QSize(NARROWEST_PX, self.heightForWidth(max(NARROWEST_PX, self.width())))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Grow downwards when narrow: the legend takes more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the picture at a width."""
        made = self._made_at(width)
        return math.ceil(made.height) if made is not None else theme().px(self._plot_height)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Show the drawn picture, and the ring and words of the current point."""
        if self._picture is None:
            return
        painter = QPainter(self)
        spoken = self.current
        if self._seen or spoken is not None:
            painter.drawPixmap(QPointF(0, 0), self._pixmap(self._picture))
        else:
            # A first time straight away; what is shown again is kept as pixels.
            paint_picture(painter, self._picture, theme())
            self._seen = True
        if spoken is not None:
            _paint_ring(painter, spoken)
            _paint_tooltip(painter, spoken, self.width())
        painter.end()

    def _made_at(self, width: int) -> Picture | None:
        """Return the picture for a width; those of the last widths asked for are kept."""
        if self._make is None:
            return None
        width = max(width, NARROWEST_PX)
        if width not in self._made:
            while len(self._made) >= WIDTHS_KEPT:
                del self._made[next(iter(self._made))]
            self._made[width] = self._make(self._sheet(width))
        return self._made[width]

    def _sheet(self, width: int) -> Sheet:
        look = theme()
        return Sheet(
            float(max(width, NARROWEST_PX)), look.pxf(self._plot_height), look.scale, word_widths(look)
        )

    def _remake(self) -> None:
        made = self._made_at(self.width())
        if made is None or made is self._picture:
            return
        self._picture = made
        self._drawn = None
        self._seen = False
        if self._current is not None and self._row is not None:
            # The same point elsewhere; its words are known, and a look may change when there is no journal to ask.
            moved = made.points[self._row]
            self._current = self._current._replace(x=moved.x, y=moved.y)
        self.setAccessibleName(made.title)
        self.setAccessibleDescription(made.sentence)
        # Stated outright: layouts within layouts remember an earlier height for too long, and would cut the legend.
        self.setMinimumHeight(math.ceil(made.height))
        self.updateGeometry()
        self.update()

    def _pixmap(self, picture: Picture) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.devicePixelRatioF() != ratio:
            self._drawn = QPixmap(math.ceil(self.width() * ratio), math.ceil(picture.height * ratio))
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._drawn)
            paint_picture(painter, picture, theme())
            painter.end()
        return self._drawn

    # --- pointer and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Stand on the point under the pointer."""
        if self._picture is not None:
            place = event.position()
            self._stand_on(self._picture.points.nearest(place.x(), place.y(), theme().pxf(REACH_PX)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the point under the pointer."""
        super().mouseDoubleClickEvent(event)
        if self._row is not None:
            self.opened.emit(self._row)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Let go when the pointer leaves."""
        super().leaveEvent(event)
        self._stand_on(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Let go when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self._stand_on(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to another point."""
        count = len(self._picture.points) if self._picture is not None else 0
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._row is not None:
            self._stand_on(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._row is not None:
            self.opened.emit(self._row)
        elif count and (row := self._next_row(key, count)) is not None:
            self._stand_on(row)
            self._speak()
        else:
            super().keyPressEvent(event)

    def _next_row(self, key: Qt.Key, count: int) -> int | None:
        """Return the row that a key leads to; without a current point the latest is the first to stand on."""
        assert self._picture is not None
        points, last, row = self._picture.points, count - 1, self._row
        step = max(1, points.across)
        rows = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
            Qt.Key.Key_Left: last
            if row is None
            else row - step
            if row >= step
            else row
            if points.across
            else 0,
            Qt.Key.Key_Right: last if row is None else row + step if row + step <= last else row,
            Qt.Key.Key_PageUp: last if row is None else points.week_before(row),
            Qt.Key.Key_PageDown: last if row is None else points.week_after(row),
        }
        if points.across:
            rows[Qt.Key.Key_Up] = last if row is None else max(0, row - 1)
            rows[Qt.Key.Key_Down] = last if row is None else min(last, row + 1)
        return rows.get(key)

    def _stand_on(self, row: int | None) -> None:
        if row != self._row:
            self._current = self._told(row)
            self.setCursor(Qt.CursorShape.ArrowCursor if row is None else Qt.CursorShape.CrossCursor)
            self.update()

    def _told(self, row: int | None) -> Spoken | None:
        """Remember a row and return what is told of it, with what else its entry says."""
        self._row = row
        if row is None or self._picture is None:
            return None
        points = self._picture.points
        spoken = points[row]
        entry_id = points.entries[row] if points.entries else 0
        more = self._tell_more(entry_id) if self._tell_more is not None and entry_id else ""
        return (
            spoken._replace(text=_("{text} · {more}").format(text=spoken.text, more=more)) if more else spoken
        )

    def _speak(self) -> None:
        if (spoken := self.current) is not None:
            announce(self, _("{heading}: {text}").format(heading=spoken.heading, text=spoken.text))


class _ChartAccessible(QAccessibleWidget):
    """What a screen reader is told of a chart: its name, its sentence, the point it stands on."""

    def __init__(self, view: ChartView) -> None:
        super().__init__(view, QAccessible.Role.Chart)
        self._view = ref(view)

    def text(self, kind: QAccessible.Text) -> str:
        """Return the current point as the value, anything else as Qt has it."""
        if kind == QAccessible.Text.Value:
            view = self._view()
            spoken = view.current if view is not None else None
            return "" if spoken is None else f"{spoken.heading}: {spoken.text}"
        return str(super().text(kind))


def _paint_ring(painter: QPainter, spoken: Spoken) -> None:
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("ink"), look.pxf(1.5)))
    painter.drawEllipse(QPointF(spoken.x, spoken.y), look.pxf(RING_PX), look.pxf(RING_PX))


def _paint_tooltip(painter: QPainter, spoken: Spoken, room: float) -> None:
    """Paint the words of a point beside it: at its left, or at its right where there is no room."""
    look = theme()
    plain = chart_font(look, look.pxf(12.5))
    strong = chart_font(look, look.pxf(12.5), 600)
    line = look.pxf(18)
    inset = look.pxf(12)
    width = 2 * inset + max(
        QFontMetricsF(plain).horizontalAdvance(spoken.heading),
        QFontMetricsF(strong).horizontalAdvance(spoken.text),
    )
    height = 2 * line + look.pxf(12)
    gap = look.pxf(14)
    left = spoken.x - gap - width
    if left < 0:
        left = min(spoken.x + gap, room - width)
    top = max(0.0, spoken.y - height / 2)
    box = QRectF(left, top, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("ink"))
    painter.drawRoundedRect(box, look.pxf(8), look.pxf(8))
    painter.setPen(look.color("bg"))
    rows = ((plain, spoken.heading, 0.0), (strong, spoken.text, line))
    for font, text, down in rows:
        painter.setFont(font)
        row = QRectF(left + inset, top + look.pxf(6) + down, width, line)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
