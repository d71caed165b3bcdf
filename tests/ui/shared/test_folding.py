"""A row that folds where its parts have no room side by side."""

from PySide6.QtWidgets import QApplication, QWidget

from kapjournal.ui.shared.folding import FoldingRow


def _row() -> tuple[QWidget, list[QWidget]]:
    holder, row = QWidget(), FoldingRow()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    holder.setLayout(row)
    parts = [QWidget(), QWidget()]
    for part in parts:
        part.setFixedSize(100, 30)
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
