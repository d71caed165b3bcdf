"""Enter presses a button that has the keys; where it means something else, it does that."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from shiboken6 import delete

from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.checkbox import Switch, Tick
from kapjournal.ui.shared.chips import Chip
from kapjournal.ui.shared.enter_key import EnterPresses
from kapjournal.ui.shared.menu_button import MenuButton, add_entry


class OwnMeaning(QPushButton):
    entered = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self.entered += 1
        event.accept()


@pytest.fixture
def window(app: QApplication) -> Iterator[QWidget]:
    enter = EnterPresses(app)
    made = QWidget()
    made.setLayout(QVBoxLayout())
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    delete(enter)


def put(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()
    widget.setFocus()
    assert QApplication.focusWidget() is widget


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("make", [lambda: Button("Go"), lambda: IconButton("add", "Go"), lambda: Chip("Go")])
def test_a_button_is_pressed_once(window: QWidget, make: type[QPushButton], key: Qt.Key) -> None:
    button, pressed = make(), []
    button.clicked.connect(lambda: pressed.append(True))
    put(window, button)
    QTest.keyClick(button, key)
    assert pressed == [True]


def test_a_menu_opens(window: QWidget) -> None:
    button = MenuButton("More")
    add_entry(button.menu_shown, "One")
    put(window, button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert button.menu_shown.isVisible()
    button.menu_shown.hide()


def test_what_is_ticked_or_chosen_is_left_alone(window: QWidget) -> None:
    boxes = Tick("a box"), Switch("a switch")
    for box in boxes:
        put(window, box)
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert not box.isChecked()


def test_a_button_with_a_meaning_of_its_own_keeps_it(window: QWidget) -> None:
    button, pressed = OwnMeaning("Own"), []
    button.clicked.connect(lambda: pressed.append(True))
    put(window, button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert (button.entered, pressed) == (1, [])


def test_with_another_key_or_held_down_it_presses_nothing(window: QWidget) -> None:
    button, pressed = Button("Go"), []
    button.clicked.connect(lambda: pressed.append(True))
    put(window, button)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(button, held)
    assert pressed == []


def test_only_the_button_with_the_keys_is_watched(window: QWidget) -> None:
    first, second, pressed = Button("First"), Button("Second"), []
    first.clicked.connect(lambda: pressed.append("first"))
    second.clicked.connect(lambda: pressed.append("second"))
    put(window, first)
    put(window, second)
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert pressed == ["second"]
