"""The table behind a chart: opens inside its card, one row for each day with a check-in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kapjournal.charts.day_table import DayRow, day_rows
from kapjournal.charts.sentence import value_words
from kapjournal.charts.subject import MeasureAxis
from kapjournal.statistics.history import History
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.clipboard import copy_for_a_minute
from kapjournal.ui.shared.text import Caption, Strong
from kapjournal.ui.shared.theme import Restyled, tabular, theme
from kapjournal.words.dates import day_short, weekday_short
from kapjournal.words.language import _
from kapjournal.words.numbers import number

ROWS_SHOWN = 7
ROW_PX = 36
MEDIAN_COLUMN = 3
_Index = QModelIndex | QPersistentModelIndex


class DayTableModel(QAbstractTableModel):
    """The rows as texts; a value that is not there is an empty cell."""

    def __init__(self, rows: tuple[DayRow, ...], axis: MeasureAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._axis = axis
        self._heads = (_("date"), _("check-ins"), _("day’s median"), _("7 days’ median"))

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many days there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._heads[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def text(self, row: int, column: int) -> str:
        """Return what a cell says."""
        shown = self.rows[row]
        if column == 0:
            return _("{weekday} {day}").format(
                weekday=weekday_short(shown.day), day=day_short(shown.day, self.rows[0].day)
            )
        if column == 1:
            return number(shown.check_ins)
        value = shown.value if column == 2 else shown.median
        return "" if value is None else value_words(value, self._axis)

    def as_text(self) -> str:
        """Return the whole table, columns parted by tabs."""
        lines = ["\t".join(self._heads)]
        lines += [
            "\t".join(self.text(row, column) for column in range(len(self._heads)))
            for row in range(len(self.rows))
        ]
        return "\n".join(lines)


class _Head(QWidget):
    """The ground of the header: sunken, round at the top like the frame around it."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the line under it."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.px(11)
        painter.setClipRect(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, radius), radius, radius)
        painter.end()


class _Cells(QStyledItemDelegate):
    """Cells with the room of the header's names, a line under each row, the running median in secondary ink."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        look = theme()
        frame = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(frame, look.color("accent_soft"))
        painter.setPen(look.color("line"))
        painter.drawLine(frame.bottomLeft(), frame.bottomRight())
        painter.setFont(option.font)
        painter.setPen(look.color("ink2" if index.column() == MEDIAN_COLUMN else "ink"))
        inside = frame.adjusted(look.px(10), 0, -look.px(4), 0)
        painter.drawText(
            inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(index.data() or "")
        )
        painter.restore()


class DayTable(Restyled, QFrame):
    """The table with its header; `closed` when it was put away, `day_opened` when a row was."""

    closed = Signal()
    copied = Signal()
    day_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._model: DayTableModel | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._head = _Head()
        self._row = QHBoxLayout(self._head)
        self._rests_on = Caption(role="ink2", wrap=False)
        self._copy = Button(_("Copy table"), icon="copy", size="small")
        self._close = IconButton("close", _("Close the table"), bare=True, size="small")
        self._row.addWidget(Strong(_("The table behind it"), wrap=False))
        self._row.addStretch(1)
        self._row.addWidget(self._rests_on)
        self._row.addWidget(self._copy)
        self._row.addWidget(self._close)
        self.table = QTableView()
        self.table.setAccessibleName(_("The table behind it"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setItemDelegate(_Cells(self.table))
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setHighlightSections(False)
        column.addWidget(self._head)
        column.addWidget(self.table)
        self._copy.clicked.connect(self._copy_table)
        self._close.clicked.connect(self.closed)
        self.table.activated.connect(self._open_day)
        self.restyle()

    def show_rows(self, numbers: History, axis: MeasureAxis) -> None:
        """Show the days of a measure's history, newest first."""
        before = self._model
        self._model = DayTableModel(day_rows(numbers), axis, self)
        self.table.setModel(self._model)
        if before is not None:
            before.deleteLater()
        self._rests_on.setText(
            _("{observed} of {days} days, newest first").format(
                observed=number(numbers.coverage.observed_days), days=number(numbers.coverage.days)
            )
        )
        self._fit()

    def restyle(self) -> None:
        """Take sizes and fonts from the theme."""
        look = theme()
        self._row.setContentsMargins(look.px(12), look.px(8), look.px(8), look.px(8))
        self._row.setSpacing(look.px(12))
        self.table.setFont(tabular(look.font("body")))
        self.table.horizontalHeader().setFont(look.font("caption"))
        self.table.verticalHeader().setDefaultSectionSize(look.px(ROW_PX))
        self._fit()

    def _fit(self) -> None:
        rows = min(ROWS_SHOWN, self._model.rowCount() if self._model is not None else 0)
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + rows * theme().px(ROW_PX) + 2)

    def _copy_table(self) -> None:
        if self._model is not None:
            copy_for_a_minute(self._model.as_text())
            self.copied.emit()

    def _open_day(self, index: QModelIndex) -> None:
        if self._model is not None:
            self.day_opened.emit(self._model.rows[index.row()].day)
