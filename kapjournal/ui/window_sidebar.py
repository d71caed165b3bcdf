"""The sidebar: the pages by name, as a rail of icons where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kapjournal.ui.pages import PageEntry
from kapjournal.ui.shared.breakpoints import NARROW, WIDE
from kapjournal.ui.shared.logo import Logo, NameAndLogo
from kapjournal.ui.shared.mirroring import placed, sides
from kapjournal.ui.shared.name_button import NameButton
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

_HIGH = 38


class Sidebar(Restyled, QWidget):
    """The names of the pages; tells which was chosen, or that the journal is to be locked."""

    chosen = Signal(str)
    approached = Signal(str)
    """The pointer or the keys came to the name of a page: it may be chosen next."""
    lock_requested = Signal()

    def __init__(self, entries: tuple[PageEntry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = WIDE
        self.setAccessibleName(_("Pages"))
        self._name = NameAndLogo(self)
        self._logo = Logo(self, size=22)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._name)
        self._column.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignHCenter)
        self._gap_below_logo = QWidget(self)
        self._column.addWidget(self._gap_below_logo)
        self._buttons: dict[str, NavButton] = {}
        for entry in (one for one in entries if one.group == "main"):
            self._add(entry)
        self._column.addStretch(1)
        for entry in (one for one in entries if one.group == "foot"):
            self._add(entry)
        self._lock = NavButton(_("Lock"), "lock", "Ctrl+L", checkable=False)
        self._lock.clicked.connect(self.lock_requested)
        self._column.addWidget(self._lock)
        self.restyle()

    def show_chosen(self, name: str) -> None:
        """Light the name of a page."""
        for own, button in self._buttons.items():
            button.setChecked(own == name)

    def set_room(self, room: str) -> None:
        """Take the width for 'wide', 'medium' or 'narrow'."""
        if room != self._room:
            self._room = room
            self.restyle()

    def restyle(self) -> None:
        """Take the sizes from the theme."""
        look = theme()
        rail = self._room == NARROW
        width = {WIDE: "sidebar", NARROW: "rail"}.get(self._room, "sidebar_medium")
        self.setFixedWidth(look.size(width))
        self._name.setVisible(not rail)
        self._logo.setVisible(rail)
        side = look.px(8 if rail else 12)
        self._column.setContentsMargins(*sides(side, look.px(20), side + (0 if rail else 1), look.px(16)))
        self._column.setSpacing(look.px(2))
        self._name_gap()
        for button in (*self._buttons.values(), self._lock):
            button.set_rail(rail)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the ground and the line at its edge."""
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("sidebar"))
        edge = placed(painter, QRectF(self.width() - 1, 0, 1, self.height()), self.rect())
        painter.fillRect(edge, look.color("line"))
        painter.end()

    def _name_gap(self) -> None:
        look = theme()
        below = look.px(18)
        self._name.setFixedHeight(look.px(32) + below)
        self._name.set_margins(look.px(10), below)
        self._logo.setFixedSize(look.px(22), look.px(22))
        self._gap_below_logo.setFixedHeight(look.px(12))
        self._gap_below_logo.setVisible(self._room == NARROW)

    def _add(self, entry: PageEntry) -> None:
        button = NavButton(entry.title(), entry.icon, entry.shortcut)
        button.setProperty("page", entry.name)
        button.clicked.connect(self._clicked)
        button.approached.connect(self._approached)
        self._buttons[entry.name] = button
        self._column.addWidget(button)

    def _clicked(self) -> None:
        button = self.sender()
        name = str(button.property("page"))
        self.chosen.emit(name)

    def _approached(self) -> None:
        self.approached.emit(str(self.sender().property("page")))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move between the names by up and down."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class NavButton(NameButton):
    """The name of a page; the one that is shown has a bar at its edge and heavier words."""

    approached = Signal()

    def __init__(self, title: str, icon_name: str, shortcut: str, *, checkable: bool = True) -> None:
        super().__init__(title, icon_name, checkable=checkable)
        self._title = title
        self._shortcut = shortcut
        self._rail = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.restyle()

    def set_rail(self, rail: bool) -> None:
        """Show the icon alone, with a tooltip, or icon and words."""
        if rail != self._rail:
            self._rail = rail
            self.setProperty("narrow", "true" if rail else "false")
            self.style().unpolish(self)
            self.style().polish(self)
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the design."""
        return QSize(super().sizeHint().width(), theme().px(_HIGH))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what is enough for icon and words: large text in a low window takes air, not names."""
        look = theme()
        words = 0 if self._rail else self.fontMetrics().height()
        return QSize(super().sizeHint().width(), max(look.px(20), words) + look.px(4))

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the pointer is here."""
        super().enterEvent(event)
        self.approached.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the keys are here."""
        super().focusInEvent(event)
        self.approached.emit()

    def _show_state(self, checked: bool) -> None:
        super()._show_state(checked)
        self.setText("" if self._rail else "  " + self._title.replace("&", "&&"))
        hint = f"{self._title} ({self._shortcut})" if self._shortcut else self._title
        self.setToolTip(hint if self._rail or self._shortcut else "")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the button, and the bar of the page that is shown."""
        super().paintEvent(event)
        if self.isChecked():
            look = theme()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            height = look.pxf(18)
            edge = self.width() - look.pxf(3) if self.isRightToLeft() else 0.0
            bar = QRectF(edge, (self.height() - height) / 2, look.pxf(3), height)
            painter.drawRoundedRect(bar, look.pxf(1.5), look.pxf(1.5))
            painter.end()
