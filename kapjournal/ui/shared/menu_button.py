"""A button that opens a menu, with a small arrow that says so."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.icons import paint_icon
from kapjournal.ui.shared.theme import theme

_ARROW = 14
_ROOM = 30


class MenuButton(Button):
    """Opens its menu under itself."""

    def __init__(
        self, text: str, icon: str | None = None, parent: QWidget | None = None, *, size: str = "normal"
    ) -> None:
        super().__init__(text, "outlined", icon, size, parent)
        self.menu_shown = QMenu(self)
        self.clicked.connect(self._open)

    def restyle(self) -> None:
        """Leave room for the arrow."""
        super().restyle()
        self.setStyleSheet(f"QPushButton {{ padding-right: {theme().px(_ROOM)}px; }}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the button, then the arrow at its end."""
        super().paintEvent(event)
        look = theme()
        side = look.pxf(_ARROW)
        painter = QPainter(self)
        place = QRectF(self.width() - side - look.pxf(10), (self.height() - side) / 2, side, side)
        paint_icon(painter, place, "open", look.color("ink2"))
        painter.end()

    def _open(self) -> None:
        open_under(self, self.menu_shown)


def open_under(button: QPushButton, menu: QMenu) -> None:
    """Open a menu under a button, without holding up anything."""
    menu.setAccessibleName(button.accessibleName())
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + theme().px(4))))
    actions = menu.actions()
    if actions:
        menu.setActiveAction(actions[0])
