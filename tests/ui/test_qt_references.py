"""Guards against a fault of PySide6 6.12 on Python 3.11: lost references to None and True end the process."""

import sys

import PySide6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

ROUNDS = 3000
# Caches and pools of the interpreter move these counts a little; the fault loses one for every call.
SLACK = ROUNDS // 10


class _Sender(QObject):
    told = Signal(bool)
    said = Signal(object)


def _counts() -> tuple[int, int]:
    return sys.getrefcount(None), sys.getrefcount(True)


def test_version_is_one_that_keeps_references() -> None:
    version = tuple(int(part) for part in PySide6.__version__.split(".")[:2])
    assert version < (6, 12)


def test_signals_keep_references(app: QApplication) -> None:
    sender, heard = _Sender(), []
    sender.told.connect(heard.append)
    sender.said.connect(heard.append)
    before = _counts()
    for _round in range(ROUNDS):
        sender.told.emit(True)
        sender.said.emit(None)
        heard.clear()
    after = _counts()
    assert before[0] - after[0] < SLACK
    assert before[1] - after[1] < SLACK


def test_void_calls_and_repaints_keep_references(app: QApplication) -> None:
    label, button = QLabel(), QPushButton()
    before = _counts()
    for number in range(ROUNDS):
        label.setText(str(number))
        button.setEnabled(True)
        if number % 20 == 0:
            label.grab()
    after = _counts()
    assert before[0] - after[0] < SLACK
    assert before[1] - after[1] < SLACK
