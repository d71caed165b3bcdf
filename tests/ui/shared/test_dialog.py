"""Dialogs in the window, the toast, and the ring round what has the keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kapjournal.ui.shared.buttons import Button, Segments
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import TextField
from kapjournal.ui.shared.toast import Toast


@pytest.fixture
def window(app: QApplication) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    column = QVBoxLayout(made)
    column.addWidget(Button("Below"))
    made.show()
    made.activateWindow()
    return made


def _dialog(window: QWidget) -> tuple[Dialog, TextField, Button]:
    dialog = Dialog("Rename", window)
    edit, done = TextField(), Button("Done", "primary")
    dialog.body.addWidget(edit)
    dialog.foot.addWidget(done)
    return dialog, edit, done


def test_escape_closes_and_tells(window: QWidget) -> None:
    dialog, _edit, _done = _dialog(window)
    closed: list[bool] = []
    dialog.closed.connect(lambda: closed.append(True))
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert closed == [True]
    assert dialog.isHidden()


def test_tab_stays_inside(window: QWidget) -> None:
    dialog, edit, done = _dialog(window)
    dialog.open(edit)
    seen = set()
    for _press in range(6):
        dialog.focusNextPrevChild(True)
        seen.add(window.focusWidget())
    assert seen == {edit, done, dialog.close_button}


def test_it_covers_the_window_and_fits_it(window: QWidget) -> None:
    dialog, _edit, _done = _dialog(window)
    dialog.open()
    assert dialog.geometry() == window.rect()
    window.resize(320, 300)
    assert dialog.rect().contains(dialog.panel.geometry())


def test_toast_says_and_undoes_once(window: QWidget) -> None:
    toast, undone = Toast(window), []
    toast.say("“The lake” is in the trash", lambda: undone.append(True))
    assert toast.accessibleName() == "“The lake” is in the trash"
    toast._undo_button.click()
    toast._undo_button.click()
    assert undone == [True]
    assert toast.isHidden()


def test_toast_without_a_way_back_has_no_undo(window: QWidget) -> None:
    toast = Toast(window)
    toast.say("Taken back.")
    assert toast._undo_button.isHidden()


def test_a_choice_of_one_hears_readers_and_says_nothing_by_itself(app: QApplication) -> None:
    choice, told = Segments([(2, "2 weeks"), (6, "6 weeks")], "Span", value=6), []
    choice.changed.connect(told.append)
    choice.value = 2
    assert told == []
    choice._group.button(1).toggle()
    assert told == [6]
    assert choice.value == 6


def test_a_button_of_another_kind_takes_its_weight(window: QWidget) -> None:
    dialog, _edit, done = _dialog(window)
    done.set_kind("destructive")
    dialog.open()
    assert done.font().weight() == QFont.Weight.Medium


def test_a_low_window_leaves_a_dialog_more_room(window: QWidget) -> None:
    dialog, _edit, _done = _dialog(window)
    dialog.body.addSpacing(1000)
    dialog.open()
    QApplication.processEvents()
    free = window.height() - dialog.panel.height()
    window.resize(900, 400)
    QApplication.processEvents()
    assert window.height() - dialog.panel.height() < free
