"""A row that a screen reader presses is gone to, and the chosen one stays chosen when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QApplication, QListWidget

from kapjournal.ui.shared.pressed_rows import PressedRows


def mark(rows: QListWidget, row: int) -> None:
    """As Qt does it for a reader: a row that is not marked is marked alone, one that is marked no longer is."""
    model, index = rows.selectionModel(), rows.model().index(row, 0)
    if model.isSelected(index):
        model.select(index, QItemSelectionModel.SelectionFlag.Deselect)
    else:
        model.clearSelection()
        model.select(index, QItemSelectionModel.SelectionFlag.Select)


def press(rows: QListWidget, row: int) -> None:
    mark(rows, row)
    QApplication.processEvents()


def test_a_row_that_is_pressed_is_gone_to_and_stays(app: QApplication) -> None:
    rows = QListWidget()
    rows.addItems(["one", "two", "three"])
    rows.setCurrentRow(0)
    QApplication.processEvents()
    pressed: list[int] = []
    told: list[int] = []
    rows.currentRowChanged.connect(told.append)

    def note(index: QModelIndex) -> None:
        pressed.append(index.row())

    PressedRows(rows, note)
    mark(rows, 2)
    assert told == [2], "what is shown beside the list is of the marked row before anything else is pressed"
    QApplication.processEvents()
    press(rows, 2)
    assert rows.currentRow() == 2
    assert [index.row() for index in rows.selectedIndexes()] == [2]
    assert told == [2]
    assert pressed == [2, 2]
    rows.setCurrentRow(1)
    QApplication.processEvents()
    assert pressed == [2, 2], "whoever goes there by the keys has not pressed it"
