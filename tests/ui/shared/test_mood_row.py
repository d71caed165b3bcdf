"""The mood row: a click keeps at once, keys move, Enter keeps."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kapjournal.ui.shared.mood_row import MoodRow
from kapjournal.words import language


@pytest.fixture
def row(app: QApplication) -> MoodRow:
    language.use("en_GB")
    made = MoodRow()
    made.resize(900, made.heightForWidth(900))
    return made


def _middle(row: MoodRow, step: int) -> QPoint:
    return QPointF(row.circle(step).center()).toPoint()


def test_nothing_is_chosen_at_first(row: MoodRow) -> None:
    assert row.mood is None
    assert row.accessibleDescription() == "not chosen"


def test_a_click_keeps_at_once(row: MoodRow) -> None:
    kept: list[int] = []
    row.chosen.connect(kept.append)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=_middle(row, 7))
    assert kept == [7]
    assert row.mood == 7


def test_keys_move_and_enter_keeps(row: MoodRow) -> None:
    kept: list[int] = []
    row.chosen.connect(kept.append)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(row, key)
    assert kept == []
    QTest.keyClick(row, Qt.Key.Key_Return)
    QTest.keyClick(row, "9")
    QTest.keyClick(row, Qt.Key.Key_Return)
    QTest.keyClick(row, Qt.Key.Key_End)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert kept == [2, 9, 10]


def test_the_value_is_said_in_words(row: MoodRow) -> None:
    row.set_mood(6)
    assert row.accessibleDescription() == "6 of 10, a little above the middle"


def test_the_wheel_changes_nothing(row: MoodRow) -> None:
    row.set_mood(6)
    assert row.mood == 6
    assert row.value() == 6


@pytest.mark.parametrize("width", [300, 420, 470, 900, 1600])
def test_circles_never_overlap_and_stay_inside(row: MoodRow, width: int) -> None:
    row.resize(width, row.heightForWidth(width))
    circles = [row.circle(step) for step in range(11)]
    for one in circles:
        assert one.left() >= 0
        assert one.right() <= width
        assert one.bottom() <= row.heightForWidth(width)
    for first, second in pairwise(circles):
        assert not first.intersects(second)


def test_the_row_is_painted_in_every_state(row: MoodRow) -> None:
    rest = row.grab().toImage()
    row.set_mood(4)
    assert row.grab().toImage() != rest
