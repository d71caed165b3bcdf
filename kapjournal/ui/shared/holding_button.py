"""A button that holds other widgets, as large as they are."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kapjournal.ui.shared.theme import Restyled, theme


class HoldingButton(Restyled, QAbstractButton):
    """What it holds stands in `column` and paints itself; the button is pressed anywhere, and lit under the pointer."""

    def __init__(self, name: str, does: str) -> None:
        """Say its name, and what pressing it does."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # What stands in a button of Qt takes the colour of its words; what is held here keeps its own.
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setAccessibleDescription(does)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.column = QVBoxLayout(self)

    def let_through(self, *held: QWidget) -> None:
        """Take what is pressed on these."""
        for widget in held:
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what is held needs."""
        return self.column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least that it needs."""
        return self.column.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Ask by width: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at a width."""
        return self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else -1

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground under the pointer."""
        if self.underMouse():
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme().color("hover"))
            painter.end()
