"""The table behind a chart: opens inside its card; a row that is about a day opens it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
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

from kapjournal.charts.table import Table
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.clipboard import copy_for_a_minute
from kapjournal.ui.shared.mirroring import placed, sides
from kapjournal.ui.shared.text import Caption, Strong
from kapjournal.ui.shared.theme import Restyled, tabular, theme
from kapjournal.ui.shared.tips import tip
from kapjournal.words.language import _

ROWS_SHOWN = 7
ROW_PX = 36
LEAST_COLUMN_PX = 56
WIDEST_COLUMN_PX = 420
_Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """The rows as texts; a value that is not there is an empty cell."""

    def __init__(self, shown: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else self.shown.count

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.shown.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; a long one whole as its tooltip."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        words = self.shown.cell(index.row(), index.column())
        return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.shown.short_heads.get(section, self.shown.heads[section])
            if role == Qt.ItemDataRole.ToolTipRole:
                return tip(self.shown.heads[section])
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return self.shown.heads[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


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
    """Cells with the room of the header's names, a line under each row, quiet columns in secondary ink."""

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
        model = index.model()
        quiet = isinstance(model, TableModel) and index.column() in model.shown.quiet
        painter.setPen(look.color("ink2" if quiet else "ink"))
        inside = placed(painter, frame.adjusted(look.px(10), 0, -look.px(4), 0), frame)
        text = option.fontMetrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, int(inside.width())
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the words with the room at both sides."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + theme().px(18), size.height())


class TableBehind(Restyled, QFrame):
    """The table with its header; `closed` when it was put away, `day_opened` when a row was."""

    closed = Signal()
    copied = Signal()
    day_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._model: TableModel | None = None
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

    def show_table(self, shown: Table) -> None:
        """Show the rows of a table."""
        before = self._model
        self._model = TableModel(shown, self)
        self.table.setModel(self._model)
        if before is not None:
            before.deleteLater()
        self._rests_on.setText(shown.rests_on)
        self._fit()

    def restyle(self) -> None:
        """Take sizes and fonts from the theme."""
        look = theme()
        self._row.setContentsMargins(*sides(look.px(12), look.px(8), look.px(8), look.px(8)))
        self._row.setSpacing(look.px(12))
        self.table.setFont(tabular(look.font("body")))
        self.table.horizontalHeader().setFont(look.font("caption"))
        self.table.verticalHeader().setDefaultSectionSize(look.px(ROW_PX))
        self._fit()

    def _fit(self) -> None:
        rows = min(ROWS_SHOWN, self._model.rowCount() if self._model is not None else 0)
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + rows * theme().px(ROW_PX) + 2 + self._fit_columns())

    def _fit_columns(self) -> int:
        """Share the width among the columns; where they have no room, let them scroll. Return the bar's height."""
        look = theme()
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(look.px(LEAST_COLUMN_PX))
        columns = self._model.columnCount() if self._model is not None else 0
        room = max(self.width(), look.px(240))
        wide = sum(map(self._needed, range(columns))) > room
        header.setSectionResizeMode(
            QHeaderView.ResizeMode.ResizeToContents if wide else QHeaderView.ResizeMode.Stretch
        )
        header.setMaximumSectionSize(look.px(WIDEST_COLUMN_PX) if wide else 16777215)
        return self.table.horizontalScrollBar().sizeHint().height() if wide else 0

    def _needed(self, column: int) -> int:
        header = self.table.horizontalHeader().sectionSizeHint(column)
        return max(theme().px(LEAST_COLUMN_PX), header, self.table.sizeHintForColumn(column))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _copy_table(self) -> None:
        if self._model is not None:
            copy_for_a_minute(self._model.shown.as_text())
            self.copied.emit()

    def _open_day(self, index: QModelIndex) -> None:
        day = self._model.shown.day(index.row()) if self._model is not None else None
        if day is not None:
            self.day_opened.emit(day)
