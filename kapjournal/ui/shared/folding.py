"""A row that folds: side by side where the width allows it, else under each other."""

from __future__ import annotations

from weakref import WeakSet

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidgetItem

from kapjournal.ui.shared.held import held


class FoldingRow(QBoxLayout):
    """Never asks for more width than its widest part, so that longer words make a page higher, not wider.

    Rows of one list (`alike`) fold together: one that folded alone among others would look like a mistake.
    """

    def __init__(self, alike: WeakSet[FoldingRow] | None = None) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._alike = alike if alike is not None else WeakSet()
        self._alike.add(self)
        self._laid = (True, 0)

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the widest part."""
        least = [item.minimumSize() for item in self._parts()]
        return QSize(
            max((size.width() for size in least), default=0),
            max((size.height() for size in least), default=0),
        )

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Grow downwards when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at a width."""
        if self._fits(width):
            return max((item.sizeHint().height() for item in self._parts()), default=0)
        heights = [
            item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            for item in self._parts()
        ]
        return sum(heights) + self.spacing() * max(0, len(heights) - 1)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Lay the parts out for a width."""
        laid = self._fits(rect.width()), self.count()
        if laid != self._laid:
            # Not each time: an alignment that is set, the same one too, asks for another layout, without end.
            self._laid = laid
            self._turn(across=laid[0])
        super().setGeometry(rect)

    def _turn(self, *, across: bool) -> None:
        ways = QBoxLayout.Direction
        self.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        side = Qt.AlignmentFlag.AlignVCenter if across else Qt.AlignmentFlag.AlignLeft
        for place, part in held(self).items():
            if not self.stretch(place):
                self.setAlignment(part, side)

    def wanted_width(self) -> int:
        """Return how wide it is with its parts side by side."""
        parts = self._parts()
        return sum(item.sizeHint().width() for item in parts) + self.spacing() * max(0, len(parts) - 1)

    def _fits(self, width: int) -> bool:
        return all(row.wanted_width() <= width for row in self._alike)

    def _parts(self) -> list[QLayoutItem]:
        """Return what measures each part."""
        parts = [part for _place, part in sorted(held(self).items())]
        items = [part if isinstance(part, QLayout) else QWidgetItem(part) for part in parts]
        return [item for item in items if not item.isEmpty()]
