"""A row that folds where its parts have no room side by side."""

from weakref import WeakSet

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from kapjournal.ui.shared.folding import FoldingRow


def _row(alike: WeakSet[FoldingRow] | None = None, width: int = 100) -> tuple[QWidget, list[QWidget]]:
    holder, row = QWidget(), FoldingRow(alike)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    holder.setLayout(row)
    parts = [QWidget(), QWidget()]
    for part in parts:
        part.setFixedSize(width, 30)
        row.addWidget(part)
    return holder, parts


def test_parts_stand_side_by_side_where_they_fit_else_under_each_other(app: QApplication) -> None:
    holder, (first, second) = _row()
    holder.resize(210, 100)
    holder.show()
    assert first.y() == second.y()
    holder.resize(209, 100)
    app.processEvents()
    assert (first.x(), second.x()) == (0, 0)
    assert second.y() >= first.y() + 40


def test_it_asks_for_no_more_width_than_its_widest_part_has(app: QApplication) -> None:
    holder, _parts = _row()
    assert holder.minimumSizeHint().width() == 100
    assert holder.heightForWidth(210) == 30
    assert holder.heightForWidth(209) == 70


def test_rows_of_one_list_fold_together(app: QApplication) -> None:
    alike: WeakSet[FoldingRow] = WeakSet()
    rows = [_row(alike), _row(alike, width=120)]
    for holder, _parts in rows:
        holder.resize(249, 100)
        holder.show()
    assert [parts[1].x() for _holder, parts in rows] == [0, 0]
    assert [holder.heightForWidth(249) for holder, _parts in rows] == [70, 70]
    assert [holder.heightForWidth(250) for holder, _parts in rows] == [30, 30]


@pytest.mark.parametrize("width", [210, 209])
def test_it_comes_to_rest_once_it_is_laid_out(app: QApplication, width: int) -> None:
    holder, _parts = _row()
    holder.resize(width, 100)
    holder.show()
    asked = Layouts(holder)
    for _ in range(3):
        app.processEvents()
    asked.count = 0
    for _ in range(3):
        app.processEvents()
    assert asked.count == 0


class Layouts(QObject):
    """Counts how often a layout is asked for."""

    def __init__(self, holder: QWidget) -> None:
        super().__init__(holder)
        self.count = 0
        holder.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False
