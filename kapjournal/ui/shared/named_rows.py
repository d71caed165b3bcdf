"""Rows of a grid, each a name and what stands beside it; where there is little room, below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget


def lay_rows(grid: QGridLayout, rows: Sequence[tuple[QWidget, QWidget]], *, narrow: bool) -> None:
    """Put names and their widgets into the two columns of a grid, or one under the other."""
    for widget in (widget for row in rows for widget in row):
        grid.removeWidget(widget)
    for row, (name, beside) in enumerate(rows):
        if narrow:
            grid.addWidget(name, 2 * row, 0, 1, 2)
            grid.addWidget(beside, 2 * row + 1, 0, 1, 2)
        else:
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(beside, row, 1)
