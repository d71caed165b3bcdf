"""Where Tab leads: by the layouts, whatever was made when; and what a dialog keeps from the keys and from a reader."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.accessibles import install_accessibles
from kapjournal.ui.shared.buttons import Button, Segments
from kapjournal.ui.shared.covering import Coverable
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.tab_order import step, stops
from kapjournal.ui.window import Window


def shown(window: QWidget) -> QWidget:
    """What a layout was given shows a moment later."""
    QApplication.processEvents()
    return window


def names(widgets: Sequence[QWidget]) -> list[str]:
    return [widget.accessibleName() for widget in widgets]


@pytest.fixture
def window(app: QApplication) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    return made


def test_what_was_made_last_comes_where_it_stands(window: QWidget) -> None:
    column = QVBoxLayout(window)
    column.addWidget(Button("second"))
    column.addWidget(Button("third"))
    column.insertWidget(0, Button("first"))
    assert names(stops(shown(window))) == ["first", "second", "third"]


def test_a_grid_is_read_by_its_rows_and_a_turned_box_from_its_end(window: QWidget) -> None:
    row = QHBoxLayout(window)
    grid = QGridLayout()
    for name, where in (("c", (1, 0)), ("b", (0, 1)), ("a", (0, 0))):
        grid.addWidget(Button(name), *where)
    turned = QBoxLayout(QBoxLayout.Direction.BottomToTop)
    turned.addWidget(Button("below"))
    turned.addWidget(Button("above"))
    row.addLayout(grid)
    row.addLayout(turned)
    assert names(stops(shown(window))) == ["a", "b", "c", "above", "below"]


def test_what_is_hidden_or_off_is_no_stop_and_a_choice_is_one(window: QWidget) -> None:
    column = QVBoxLayout(window)
    hidden, off = Button("hidden"), Button("off")
    choice = Segments([(1, "one"), (2, "two")], "how many", value=2)
    for widget in (hidden, off, choice):
        column.addWidget(widget)
    hidden.hide()
    off.setEnabled(False)
    shown(window)
    choice._group.button(1).setFocus()
    assert names(stops(shown(window))) == ["two"]
    choice.value = 1
    assert names(stops(window)) == ["one"]


def test_what_a_widget_names_first_comes_first(window: QWidget) -> None:
    class Urgent(QWidget):
        def reading_order(self) -> list[QWidget]:
            return [self.lines]

    page = Urgent()
    column = QVBoxLayout(page)
    column.addWidget(Button("plan"))
    page.lines = Button("lines")
    column.addWidget(page.lines)
    area = QScrollArea()
    area.setWidget(page)
    QVBoxLayout(window).addWidget(area)
    assert names(stops(shown(window)))[-2:] == ["lines", "plan"]


def test_tab_goes_round_both_ways_and_on_from_what_is_no_stop(window: QWidget) -> None:
    column = QVBoxLayout(window)
    middle = QWidget()
    for widget in (Button("first"), middle, Button("last")):
        column.addWidget(widget)
    shown(window)
    middle.setFocus()
    seen = []
    for forward in (True, True, False, False):
        step(window, forward=forward)
        seen.append(window.focusWidget().accessibleName())
    assert seen == ["last", "first", "last", "first"]


def test_under_a_dialog_neither_the_keys_nor_a_reader_find_anything(
    app: QApplication, settings: SettingsStore
) -> None:
    class Below(QWidget):
        def make_accessible(self) -> Coverable:
            return Coverable(self, QAccessible.Role.Client)

    install_accessibles()
    window = Window(app, settings)
    below = Below()
    below.setLayout(QVBoxLayout())
    button = Button("below")
    below.layout().addWidget(button)
    window.show_inside(below)
    window.show()
    window.activateWindow()
    account = QAccessible.queryAccessibleInterface(below)
    assert account.childCount() == 1
    dialog = Dialog("Rename", window)
    dialog.open()
    assert account.childCount() == 0
    assert account.child(0) is None
    assert QAccessible.queryAccessibleInterface(dialog).role() == QAccessible.Role.Dialog
    assert QAccessible.queryAccessibleInterface(dialog).childCount() > 0
    button.setFocus()
    window.focusNextPrevChild(True)
    assert window.focusWidget() is dialog.close_button
    above = Dialog("Another", window)
    above.open()
    assert QAccessible.queryAccessibleInterface(dialog).childCount() == 0
    above.close_dialog()
    dialog.close_dialog()
    assert account.childCount() == 1
