"""Find any action: a field and a list; Enter does what is chosen."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.column_scroll import BarOver
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import TextField
from kapjournal.ui.shared.icons import icon_pixmap, paint_icon
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.page import Action
from kapjournal.ui.shared.pressed_rows import PressedRows
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _

_ACTION = Qt.ItemDataRole.UserRole
_MOST_ROWS = 9
_ROW = 40


class ActionFinder(Dialog):
    """Everything that can be done, by name."""

    def __init__(self, actions: Sequence[Action], parent: QWidget) -> None:
        super().__init__(_("Find any action"), parent, scrolls=False)
        look = theme()
        self._actions = list(actions)
        self.title.hide()
        self.close_button.hide()
        self._field = TextField("", _("What would you like to do?"))
        self._field.setProperty("role", "bare")
        self._field.setProperty("own_focus", True)
        self._field.setAccessibleName(_("Find any action"))
        self._field.textChanged.connect(self._find)
        self._field.returnPressed.connect(self._run_current)
        self._field.installEventFilter(self)
        glass = QLabel()
        glass.setPixmap(icon_pixmap("search", look.color("ink2"), look.px(18), self.devicePixelRatioF()))
        row = QHBoxLayout()
        row.setContentsMargins(look.px(18), look.px(2), look.px(18), 0)
        row.setSpacing(look.px(12))
        row.addWidget(glass)
        row.addWidget(self._field, 1)
        row.addWidget(self.support_button)
        self._list = _List()
        self._list.setAccessibleName(_("Actions"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.put_bar_over()
        self._list.itemClicked.connect(self._run)
        PressedRows(self._list, lambda _index: self._run_current())
        self.body.addLayout(row)
        self.body.addWidget(Hairline())
        self.body.addWidget(self._list)
        self.closed.connect(self.deleteLater)
        self.restyle()
        self._find("")

    def restyle(self) -> None:
        """Take the gaps from the theme: rows reach from edge to edge."""
        super().restyle()
        look = theme()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(look.px(6))
        self._column.setSpacing(0)

    def give_air(self) -> None:
        """Leave nothing free at the sides: the lit row reaches from edge to edge."""
        air = theme().px(8)
        self._column.setContentsMargins(0, air, 0, air)
        self.foot.setContentsMargins(0, 0, 0, 0)

    def open_finder(self) -> None:
        """Show the list with the field ready."""
        self.open(self._field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let up and down in the field move in the list."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._list.count():
                row = (self._list.currentRow() + step) % self._list.count()
                self._choose(row)
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        words = _folded(text).split()
        self._list.clear()
        for action in self._actions:
            name = _folded(action.name)
            if all(word in name for word in words):
                item = QListWidgetItem(action.name)
                item.setData(_ACTION, action)
                spoken = f"{action.name}, {action.shortcut}" if action.shortcut else action.name
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                self._list.addItem(item)
        if not self._list.count():
            item = QListWidgetItem(_("Nothing by that name."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        else:
            self._choose(0)
        self._list.setFixedHeight(theme().px(_ROW) * min(_MOST_ROWS, self._list.count()) + 2)
        self.fit()

    def _choose(self, row: int) -> None:
        self._list.setCurrentRow(row)
        action = self._list.item(row).data(_ACTION)
        if isinstance(action, Action):
            self._field.setAccessibleDescription(action.name)

    def _run_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._run(item)

    def _run(self, item: QListWidgetItem) -> None:
        action = item.data(_ACTION)
        if isinstance(action, Action):
            self.close_dialog()
            # The dialog gives the keys back first, so that what opens next can take them.
            QTimer.singleShot(0, action.run)


class _List(BarOver, QListWidget):
    """The names, each from edge to edge."""


class _Rows(QStyledItemDelegate):
    """Paints one row: icon, name, keys."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002, N802
        """Return the height of a row."""
        return QSize(theme().px(200), theme().px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row; the chosen one has a ground, an accent icon and heavier words."""
        look = theme()
        rect = QRectF(option.rect)
        action = index.data(_ACTION)
        state = option.state
        chosen = isinstance(action, Action) and bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, look.color("accent_soft"))
        elif isinstance(action, Action) and state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.color("hover"))
        left = rect.left() + look.pxf(18)
        if isinstance(action, Action):
            side = look.pxf(18)
            place = QRectF(left, rect.center().y() - side / 2, side, side)
            place = placed(painter, place, rect)
            paint_icon(painter, place, action.icon, look.color("accent" if chosen else "ink2"))
            left += look.pxf(30)
        font = look.font("body")
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(look.color("ink" if isinstance(action, Action) else "ink3"))
        area = placed(painter, rect.adjusted(left - rect.left(), 0, -look.pxf(22), 0), rect)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
        if isinstance(action, Action) and action.shortcut:
            _paint_keys(painter, area, action.shortcut.replace("+", " "))
        painter.restore()


def _paint_keys(painter: QPainter, area: QRectF, keys: str) -> None:
    look = theme()
    painter.setFont(look.font("caption"))
    width = painter.fontMetrics().horizontalAdvance(keys) + look.px(14)
    height = look.pxf(22)
    box = QRectF(area.right() - width, area.center().y() - height / 2, width, height)
    box = placed(painter, box, area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.color("line"))
    painter.setBrush(look.color("surface"))
    painter.drawRoundedRect(box, look.pxf(5), look.pxf(5))
    painter.setPen(look.color("ink2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)


def _folded(text: str) -> str:
    """Return text without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
