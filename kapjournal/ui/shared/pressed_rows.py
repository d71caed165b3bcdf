"""A row that a screen reader presses is gone to, as one that was clicked; Qt would only mark it, or unmark it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

_Going = QItemSelectionModel.SelectionFlag


class PressedRows(QObject):
    """Watches a list of which one row is chosen; `pressed` is told as when a row is clicked, also of the chosen one.

    It gives the list a selection model of its own: connect to that one afterwards.
    """

    def __init__(self, view: QAbstractItemView, pressed: Callable[[QModelIndex], object]) -> None:
        super().__init__(view)
        self._view = view
        self._pressed = pressed
        before, current = view.selectionModel(), view.currentIndex()
        marks = _Marks(view)
        if current.isValid():
            marks.setCurrentIndex(current, _Going.ClearAndSelect)
        view.setSelectionModel(marks)
        before.deleteLater()
        marks.went.connect(self._tell_soon)
        marks.selectionChanged.connect(self._look_soon)

    def _tell_soon(self, row: QModelIndex) -> None:
        # What follows may close the list, which the reader is still at.
        gone_to = QPersistentModelIndex(row)
        QTimer.singleShot(0, self, lambda: self._tell(gone_to))

    def _tell(self, gone_to: QPersistentModelIndex) -> None:
        row = self._view.currentIndex()
        if row.isValid() and gone_to == row:
            self._pressed(row)

    def _look_soon(self) -> None:
        # Whoever marks another row unmarks this one first: only one that stays unmarked was pressed.
        if not self._view.selectionModel().hasSelection():
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        marks, current = self._view.selectionModel(), self._view.currentIndex()
        if current.isValid() and not marks.hasSelection():
            marks.select(current, _Going.ClearAndSelect)
            self._pressed(current)


class _Marks(QItemSelectionModel):
    """Goes to a row that was only marked, at once: what is shown beside a list is of the row that is lit in it."""

    went = Signal(QModelIndex)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view.model(), view)
        self._is_going = False

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex, command: _Going) -> None:  # noqa: N802
        """Go to a row; Qt marks it first."""
        self._is_going = True
        super().setCurrentIndex(index, command)
        self._is_going = False

    def select(self, what: QModelIndex | QPersistentModelIndex | QItemSelection, command: _Going) -> None:
        """Mark, and go to what is marked, unless Qt is about to."""
        super().select(what, command)
        if self._is_going or QGuiApplication.mouseButtons():
            return
        marked = self.selectedIndexes()
        if marked and marked[0] != self.currentIndex():
            self.setCurrentIndex(marked[0], _Going.NoUpdate)
            self.went.emit(marked[0])
