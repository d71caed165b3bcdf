"""The course as a vertical line: solid to today, dashed after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kapjournal.domain.kap_session import SessionKind
from kapjournal.ui.sessions.course_rows import CourseRow
from kapjournal.ui.shared.mirroring import placed, placed_x
from kapjournal.ui.shared.pressed_rows import PressedRows
from kapjournal.ui.shared.session_mark import paint_session_mark
from kapjournal.ui.shared.theme import Restyled, tabular, theme
from kapjournal.ui.shared.tips import tip
from kapjournal.words.language import _

_ROW = Qt.ItemDataRole.UserRole
_LINE_X = 34
_DAY_X = 58
_WORDS_X = 118
_INSET = 10


class CourseList(Restyled, QListWidget):
    """The rows of a course; `row_chosen` tells which one the person went to."""

    row_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CourseRow, ...] = ()
        self._today = date.min
        self.setAccessibleName(_("The course"))
        self.setItemDelegate(_CourseDelegate(self))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.currentItemChanged.connect(self._tell)
        self.itemClicked.connect(self._tell)
        PressedRows(self, self._tell_pressed)
        self.restyle()

    def show_rows(self, rows: Sequence[CourseRow], today: date) -> None:
        """Show these rows; what was chosen stays chosen."""
        if tuple(rows) == self._rows and today == self._today:
            return
        before = self.chosen_row()
        self._rows, self._today = tuple(rows), today
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.spoken)
            item.setData(_ROW, row)
            item.setToolTip(tip(row.words if row.plain else ""))
            self.addItem(item)
        self.blockSignals(False)
        if before is not None:
            self.choose(before.entry_id)

    def choose(self, entry_id: int | None) -> None:
        """Show a row as chosen without telling anybody, and bring it into view."""
        self.blockSignals(True)
        self.setCurrentItem(None)  # type: ignore[call-overload]
        self.clearSelection()
        for index, row in enumerate(self._rows):
            if row.entry_id == entry_id:
                self.setCurrentRow(index)
                self.scrollToItem(self.item(index))
        self.blockSignals(False)
        self.viewport().update()

    def chosen_row(self) -> CourseRow | None:
        """The row that is chosen."""
        item = self.currentItem()
        row = item.data(_ROW) if item is not None else None
        return row if isinstance(row, CourseRow) else None

    def solid(self, index: int) -> bool:
        """Whether the line is solid as it reaches this row."""
        return 0 <= index < len(self._rows) and self._rows[index].day <= self._today

    def restyle(self) -> None:
        """Measure the rows anew."""
        self.setFont(theme().font("body"))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the keys without going anywhere: that Qt makes the first row the current one is nobody's choice."""
        before = self.blockSignals(True)
        super().focusInEvent(event)
        self.blockSignals(before)

    def _tell_pressed(self, _index: QModelIndex) -> None:
        self._tell()

    def _tell(self) -> None:
        row = self.chosen_row()
        if row is not None:
            self.row_chosen.emit(row)


class _CourseDelegate(QStyledItemDelegate):
    """Paints a row: the line, the mark, the day and the words."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """42 high, plain words a little less."""
        row = index.data(_ROW)
        plain = isinstance(row, CourseRow) and row.plain
        return QSize(theme().px(200), theme().px(33 if plain else 42))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = index.data(_ROW)
        if not isinstance(row, CourseRow):
            return
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, rect, state)
        self._paint_line(painter, rect, index.row())
        if row.mark is not None:
            _paint_mark(painter, rect, row, chosen=bool(state & QStyle.StateFlag.State_Selected))
        _paint_words(painter, rect, row)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRectF, index: int) -> None:
        course = self.parent()
        if not isinstance(course, CourseList):
            return
        x, middle = _line_x(painter, rect), rect.center().y()
        above = course.solid(index) if index > 0 else None
        below = course.solid(index + 1) if index < course.count() - 1 else None
        if above is not None and above == below:
            # In one stroke: two would show where they meet.
            _line(painter, x, rect.top(), rect.bottom(), solid=above)
            return
        if above is not None:
            _line(painter, x, rect.top(), middle, solid=above)
        if below is not None:
            _line(painter, x, middle, rect.bottom(), solid=below)


def _line_x(painter: QPainter, rect: QRectF) -> float:
    return placed_x(painter, rect.left() + theme().pxf(_LINE_X), rect)


def _line(painter: QPainter, x: float, top: float, bottom: float, *, solid: bool) -> None:
    look = theme()
    pen = QPen(look.color("ink2" if solid else "ink3"), look.pxf(1.6 if solid else 1.2))
    if not solid:
        pen.setDashPattern([2.6, 2.6])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def _paint_ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
    look = theme()
    selected = bool(state & QStyle.StateFlag.State_Selected)
    hovered = bool(state & QStyle.StateFlag.State_MouseOver)
    if not (selected or hovered):
        return
    area = rect.adjusted(look.pxf(_INSET), 0.5, -look.pxf(_INSET), -0.5)
    painter.setPen(QPen(look.color("line"), 1) if selected else Qt.PenStyle.NoPen)
    painter.setBrush(look.color("surface" if selected else "hover"))
    painter.drawRoundedRect(area, look.pxf(8), look.pxf(8))
    if selected:
        bar = QRectF(area.left(), area.center().y() - look.pxf(8), look.pxf(3), look.pxf(16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(placed(painter, bar, rect), look.pxf(1.5), look.pxf(1.5))


def _paint_mark(painter: QPainter, rect: QRectF, row: CourseRow, *, chosen: bool) -> None:
    look = theme()
    centre = QPointF(_line_x(painter, rect), rect.center().y())
    if row.planned:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("surface" if chosen else "bg"))
        reach = look.pxf(12 if row.mark is SessionKind.DOSING else 7)
        painter.drawEllipse(centre, reach, reach)
    kind = row.mark.value if row.mark is not None else ""
    paint_session_mark(painter, centre, kind, row.number, row.planned)


def _paint_words(painter: QPainter, rect: QRectF, row: CourseRow) -> None:
    look = theme()
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    day_font = tabular(look.font("chip"))
    day_font.setWeight(QFont.Weight.Normal)
    painter.setFont(day_font)
    painter.setPen(look.color("ink3" if row.plain else "ink2"))
    left = rect.left() + look.pxf(_DAY_X)
    day = QRectF(left, rect.top(), look.pxf(80), rect.height())
    painter.drawText(placed(painter, day, rect), flags, row.day_words)
    dosing = row.mark is SessionKind.DOSING
    font = QFont(day_font) if row.plain else look.font("body_strong" if dosing else "body")
    metrics = QFontMetricsF(font)
    if row.is_course:
        _paint_course(painter, rect, row)
        return
    day_right = left + QFontMetricsF(day_font).horizontalAdvance(row.day_words) + look.pxf(8)
    start = max(rect.left() + look.pxf(_WORDS_X), day_right)
    right = rect.right() - look.pxf(_INSET + 8)
    if row.aside:
        right = _paint_aside(painter, rect, row, right, right - start - metrics.horizontalAdvance(row.words))
    painter.setFont(font)
    painter.setPen(look.color("ink3" if row.plain else "ink" if dosing and not row.planned else "ink2"))
    words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, max(0.0, right - start))
    place = placed(painter, QRectF(start, rect.top(), right - start, rect.height()), rect)
    painter.drawText(place, flags, words)


def _paint_course(painter: QPainter, rect: QRectF, row: CourseRow) -> None:
    """Paint the name of a course, from where the days stand."""
    look = theme()
    font = look.font("body_strong")
    room = QRectF(
        rect.left() + look.pxf(_DAY_X), rect.top(), rect.width() - look.pxf(_DAY_X + 18), rect.height()
    )
    words = QFontMetricsF(font).elidedText(row.words, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(look.color("ink"))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(placed(painter, room, rect), flags, words)


def _paint_aside(painter: QPainter, rect: QRectF, row: CourseRow, right: float, room: float) -> float:
    """Paint what stands at the right, shorter where the room asks for it; returns where the words must end."""
    look = theme()
    font = look.font("chip")
    font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetricsF(font)
    gap = look.pxf(6)
    words = row.aside if metrics.horizontalAdvance(row.aside) + gap <= room else row.short_aside
    width = metrics.horizontalAdvance(words) + 2
    painter.setFont(font)
    painter.setPen(look.color("ink2"))
    place = placed(painter, QRectF(right - width, rect.top(), width, rect.height()), rect)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
    return right - width - gap
