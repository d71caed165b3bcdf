"""A row that a screen reader presses is gone to, as one that was clicked; Qt would only mark it, or unmark it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView


class PressedRows(QObject):
    """Watches a list of which one row is chosen; `pressed` is told as when a row is clicked, also of the chosen one."""

    def __init__(self, view: QAbstractItemView, pressed: Callable[[QModelIndex], object]) -> None:
        super().__init__(view)
        self._view = view
        self._pressed = pressed
        view.selectionModel().selectionChanged.connect(self._look_soon)

    def _look_soon(self) -> None:
        # Whoever goes to a row marks it first: only a mark that stays without is a reader's.
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        marked, current = self._view.selectedIndexes(), self._view.currentIndex()
        row = marked[0] if marked else current
        if row.isValid() and not (marked and row == current):
            self._view.selectionModel().setCurrentIndex(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._pressed(row)
