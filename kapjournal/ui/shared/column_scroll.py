"""A column that scrolls; its bar stands over the margin, so that the column keeps its width when a bar comes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.theme import Restyled, theme

BAR_PX = 12
"""As in the style sheet."""


class ColumnScroll(Restyled, QScrollArea):
    """A resizable column without a frame, which scrolls up and down only."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar's place is always there and never asks for room: only the bar comes and goes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        bar = self.verticalScrollBar()
        if (place := bar.parentWidget()) is not None:
            place.raise_()
        bar.rangeChanged.connect(self._show_bar)
        self._show_bar(bar.minimum(), bar.maximum())
        self.restyle()

    def restyle(self) -> None:
        """Let the column reach under the bar."""
        self.setViewportMargins(*sides(0, 0, -theme().px(BAR_PX), 0))

    def _show_bar(self, least: int, greatest: int) -> None:
        self.verticalScrollBar().setVisible(greatest > least)
