"""Columns and lists that scroll: their bar stands over the margin, so that they keep their width when a bar comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget

from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.theme import Restyled, theme

BAR_PX = 12
"""As in the style sheet."""


if TYPE_CHECKING:
    AnyArea = QAbstractScrollArea
else:
    AnyArea = object  # mixed into areas of Qt


class BarOver(Restyled, AnyArea):
    """What scrolls up and down only, and reaches under its bar."""

    def put_bar_over(self) -> None:
        """Let the bar stand over what scrolls; called once, when that is there."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar's place is always there and never asks for room: only the bar comes and goes.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        if (place := bar.parentWidget()) is not None:
            place.raise_()
        bar.rangeChanged.connect(self._show_bar)
        self._show_bar(bar.minimum(), bar.maximum())
        self.restyle()

    def restyle(self) -> None:
        """Let what scrolls reach under the bar."""
        self.setViewportMargins(*sides(0, 0, -theme().px(BAR_PX), 0))

    def _show_bar(self, least: int, greatest: int) -> None:
        self.verticalScrollBar().setVisible(greatest > least)


class ColumnScroll(BarOver, QScrollArea):
    """A resizable column without a frame."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.put_bar_over()
