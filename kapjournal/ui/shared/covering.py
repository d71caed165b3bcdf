"""What stands over the rest of the window, and what a screen reader is told meanwhile: of the rest nothing."""

from __future__ import annotations

from weakref import ref

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QMenu, QWidget


def cover_of(window: QWidget) -> QWidget | None:
    """Return the topmost child that covers its siblings now, if there is one."""
    for child in reversed(window.children()):
        if isinstance(child, QWidget) and child.property("covers") and child.isVisible():
            return child
    return None


class Coverable(QAccessibleWidget):
    """The account of something in a window that a dialog may stand over: it is empty as long as one does.

    A menu or a month that is open is all that is in it meanwhile: Qt tells of popups nowhere in the tree, and what
    is behind one could be pressed there by a reader alone, and would leave it standing.
    """

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = ref(widget)

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """Count what is in it, or nothing."""
        if self._covered():
            return 0
        return 1 if _popup() is not None else super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # Qt takes none as an answer
        """Return the account of what is in it."""
        if self._covered():
            return None
        popup = _popup()
        if popup is None:
            return super().child(index)
        return QAccessible.queryAccessibleInterface(popup) if index == 0 else None

    def _covered(self) -> bool:
        widget = self._widget()
        window = widget.parentWidget() if widget is not None else None
        return window is not None and cover_of(window) not in (None, widget)


def _popup() -> QWidget | None:
    """Return what is open over everything; the list of a combo box is told of by the box."""
    popup = QApplication.activePopupWidget()
    own = isinstance(popup, QMenu) or (popup is not None and popup.property("role") == "popup")
    return popup if own else None
