"""What stands in a layout is found, and nothing is left behind that outlives it."""

from __future__ import annotations

import re
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QLayoutItem, QLineEdit, QVBoxLayout, QWidget

import kapjournal
from kapjournal.ui.shared.folding import FoldingRow
from kapjournal.ui.shared.held import held
from kapjournal.ui.shared.tab_order import stops


def items_known() -> int:
    """How many items of layouts Python has an object for."""
    known = shiboken6.getAllValidWrappers()
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, QLayout) for one in known)


def test_widgets_and_layouts_by_their_numbers(app: QApplication) -> None:
    page = QWidget()
    column, line = QVBoxLayout(page), FoldingRow()
    name, field, away = QLabel("Name"), QLineEdit(), QLabel(parent=page)
    column.addWidget(name)
    column.addStretch(1)
    column.addLayout(line)
    line.addWidget(field)
    assert held(column) == {0: name, 2: line}
    assert held(line) == {0: field}
    assert away not in held(column).values()


def test_going_by_tab_and_folding_leave_no_object_for_an_item(app: QApplication) -> None:
    page = QWidget()
    column, line = QVBoxLayout(page), FoldingRow()
    column.addLayout(line)
    column.addStretch(1)
    for _field in range(3):
        column.addWidget(QLineEdit())
        line.addWidget(QLineEdit())
    page.resize(200, 300)
    page.show()
    app.processEvents()
    before = items_known()
    assert len(stops(page)) == 6
    line.heightForWidth(100)
    line.setGeometry(page.rect())
    assert items_known() == before


def test_nothing_asks_a_layout_for_its_items() -> None:
    calls = re.compile(r"\.(itemAt|itemAtPosition)\(")
    sources = Path(kapjournal.__file__).parent.rglob("*.py")
    assert [path.name for path in sources if calls.search(path.read_text("utf-8"))] == []
