"""Chips, and the layout that lets them flow into as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget, QWidgetItem

from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.held import held
from kapjournal.ui.shared.icons import icon as themed_icon
from kapjournal.ui.shared.mirroring import from_right, turn_round
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.tips import tip

_LONGEST = 32
"""Letters that stand on a chip."""


_LEAST_PX = 96


class Chip(Restyled, QPushButton):
    """A small choice; chosen shows a tick, heavier words and a border, never colour alone."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        checkable: bool = True,
        icon: str | None = None,
        size: str = "normal",
        tone: str = "",
        trailing_icon: str | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = text
        self._icon_name = icon
        self.setProperty("kind", "chip")
        self.setProperty("extent", size)
        self.setProperty("tone", tone)
        self._role = "session" if tone == "session" else "ink2"
        if trailing_icon is not None:
            self._icon_name = trailing_icon
            turn_round(self)
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.toggled.connect(self._show_state)
        self._written = ""
        self._whole = QSize()
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for all its words."""
        return super().sizeHint() if self._written == self._short else self._whole

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Take less where a line has no room for them."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme().px(_LEAST_PX)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """End in dots where the words have no room."""
        super().resizeEvent(event)
        self._show_words()

    @property
    def words(self) -> str:
        """The words of the chip."""
        return self._words

    def set_words(self, text: str) -> None:
        """Show other words."""
        self._words = text
        self.setAccessibleName(text)
        self.restyle()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take the weight again where it is lost: Qt forgets the font of what was measured before it had a place."""
        super().showEvent(event)
        if self.isChecked() and self.font().weight() != QFont.Weight.DemiBold:
            self._show_state(True)

    def restyle(self) -> None:
        """Take font and icon from the theme."""
        self._show_state(self.isChecked())

    def _show_state(self, checked: bool) -> None:
        look = theme()
        font = look.font("chip")
        font.setWeight(QFont.Weight.DemiBold if checked else QFont.Weight.Medium)
        if self.property("extent") == "small":
            font.setPixelSize(look.px(12.5))
        self.setFont(font)
        name = "kept_small" if checked and self.isCheckable() else self._icon_name
        if name is None:
            self.setIcon(QIcon())
        else:
            self.setIcon(themed_icon(name, "accent" if checked else self._role, 14))
            self.setIconSize(QSize(look.px(14), look.px(14)))
        self._show_words()

    def _show_words(self) -> None:
        """Show the words, or as many as there is room for; the name for a reader, and the tooltip, have all of them."""
        self._written = self._short
        self.setText(self._beside_icon(self._written))
        # Not before it has a place: to ask Qt for the size polishes it, and its font is lost when it gets a parent.
        placed = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        lacking = self.sizeHint().width() - self.width() if placed else 0
        if lacking > 0:
            self._whole = self.sizeHint()
            metrics = self.fontMetrics()
            room = max(0, metrics.horizontalAdvance(self._short) - lacking)
            self._written = metrics.elidedText(self._short, Qt.TextElideMode.ElideRight, room)
            self.setText(self._beside_icon(self._written))
        if self._written != self._words:
            self.setToolTip(self.toolTip() or tip(self._words))
        self.updateGeometry()

    @property
    def _short(self) -> str:
        words = self._words
        return words[: _LONGEST - 1].rstrip() + "…" if len(words) > _LONGEST else words

    def _beside_icon(self, words: str) -> str:
        shown = words.replace("&", "&&")
        if self.icon().isNull():
            return shown
        return f" {shown}" if self.isRightToLeft() == from_right() else f"{shown} "


class FlowLayout(QLayout):
    """Puts items side by side and begins a new line where the width ends."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802 - Qt's name
        """Add a widget at the end."""
        self.addChildWidget(widget)
        # Qt would make an item that nobody deletes: a layout's own class has to, and Python is not told when it goes.
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return an item, or None outside the range."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Remove and return an item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Grow downwards when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that a width needs."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one line with everything."""
        gap = theme().px(self._gap)
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        margins = self.contentsMargins()
        width = sum(hint.width() for hint in hints) + gap * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width, height).grownBy(margins)

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        gap = theme().px(self._gap)
        margins: QMargins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        x, y, line_height = area.x(), area.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), max(area.width(), item.minimumSize().width()))
            if line and x + width > area.right() + 1:
                self._set_line(line, line_height, area, place=place)
                line = []
                x, y, line_height = area.x(), y + line_height + gap, 0
            height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            line.append((item, QRect(QPoint(x, y), QSize(width, height))))
            x += width + gap
            line_height = max(line_height, height)
        self._set_line(line, line_height, area, place=place)
        return y + line_height - rect.y() + margins.bottom()

    def _set_line(
        self, line: list[tuple[QLayoutItem, QRect]], height: int, area: QRect, *, place: bool
    ) -> None:
        """Place the items of one line, each in the middle of its height, from the side where lines begin."""
        if not place:
            return
        holder = self.parentWidget()
        other_way = holder is not None and holder.isRightToLeft()
        for item, rect in line:
            shown = rect.translated(0, (height - rect.height()) // 2)
            if other_way:
                shown.moveRight(area.left() + area.right() - shown.left())
            item.setGeometry(shown)


class ChipFlow(QWidget):
    """A set of chips that flow; takes and gives their widgets."""

    def __init__(self, accessible_name: str = "", parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._flow = FlowLayout(self, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a chip or any other small widget at the end."""
        self._flow.addWidget(widget)
        widget.show()

    def clear(self) -> None:
        """Remove every widget."""
        clear(self._flow)
        self.updateGeometry()

    def chips(self) -> list[Chip]:
        """Return the chips in order."""
        return [widget for _place, widget in sorted(held(self._flow).items()) if isinstance(widget, Chip)]
