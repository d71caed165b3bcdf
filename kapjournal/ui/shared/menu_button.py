"""A button that opens a menu, with a small arrow that says so."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.icons import paint_icon
from kapjournal.ui.shared.mirroring import placed
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.under import corner_under, let_up

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
        paint_icon(painter, placed(painter, place, self.rect()), "open", look.color("ink2"))
        painter.end()

    def _open(self) -> None:
        open_under(self, self.menu_shown)


def open_under(button: QPushButton, menu: QMenu) -> None:
    """Open a menu under a button, without holding up anything."""
    menu.setAccessibleName(button.accessibleName())
    if not menu.property("hides_after"):
        # A reader's own way of choosing an entry leaves the menu open.
        menu.setProperty("hides_after", True)
        menu.triggered.connect(menu.hide)
        menu.aboutToHide.connect(lambda: let_up(button))
    button.setDown(True)
    # Round corners, with what lies under them.
    menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    menu.ensurePolished()
    menu.popup(corner_under(menu.sizeHint(), button))
    actions = menu.actions()
    if actions:
        menu.setActiveAction(actions[0])


def add_entry(menu: QMenu, words: str) -> QAction:
    """Add an entry to a menu and return it, to be kept.

    WORKAROUND: what `QMenu.addAction(text)` returns counts as deleted once another menu, made and filled in the same
    way, goes with its dialog; an action that was made here does not.
    https://bugreports.qt.io/projects/PYSIDE/issues
    """
    entry = QAction(words, menu)
    menu.addAction(entry)
    return entry
