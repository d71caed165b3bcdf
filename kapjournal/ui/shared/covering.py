"""What stands over the rest of the window, and what a screen reader is told of the rest meanwhile: nothing."""

from __future__ import annotations

from weakref import ref

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def cover_of(window: QWidget) -> QWidget | None:
    """Return the topmost child that covers its siblings now, if there is one."""
    for child in reversed(window.children()):
        if isinstance(child, QWidget) and child.property("covers") and child.isVisible():
            return child
    return None


class Coverable(QAccessibleWidget):
    """The account of something in a window that a dialog may stand over: it is empty as long as one does."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = ref(widget)

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """Count what is in it, or nothing."""
        return 0 if self._covered() else super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # Qt takes none as an answer
        """Return the account of what is in it."""
        return None if self._covered() else super().child(index)

    def _covered(self) -> bool:
        widget = self._widget()
        window = widget.parentWidget() if widget is not None else None
        return window is not None and cover_of(window) not in (None, widget)
