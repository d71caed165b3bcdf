"""A slider that may be unset."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kapjournal.ui.shared.measure_slider import MeasureSlider


@pytest.fixture
def slider(app: QApplication) -> MeasureSlider:
    made = MeasureSlider("Anxiety", "none", "very strong")
    made.resize(300, 46)
    return made


def test_unset_is_not_zero(slider: MeasureSlider) -> None:
    assert slider.value is None
    slider.set_value(0)
    assert slider.value == 0


def test_first_key_sets_and_delete_unsets(slider: MeasureSlider) -> None:
    told: list[float | None] = []
    slider.changed.connect(told.append)
    QTest.keyClick(slider, "7")
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Delete)
    QTest.keyClick(slider, Qt.Key.Key_Delete)
    assert told == [7, 8, None]


def test_a_touch_that_was_not_meant_is_taken_back_by_the_cross(slider: MeasureSlider) -> None:
    told: list[float | None] = []
    slider.changed.connect(told.append)
    slider.show()
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(10, 13))
    cross = slider.cross
    assert cross is not None
    assert cross.isVisible()
    assert cross.accessibleName() == "Leave Anxiety unset"
    assert cross.geometry().right() < slider.width() - 20  # the value stands beside it
    cross.setFocus()
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert told == [0, None]
    assert not cross.isVisible()
    slider.close()


def test_first_touch_sets(slider: MeasureSlider) -> None:
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(10, 13))
    assert slider.value == 0


def test_setting_by_program_tells_nobody(slider: MeasureSlider) -> None:
    told: list[float | None] = []
    slider.changed.connect(told.append)
    slider.value = 3
    slider.value = None
    assert told == []


def test_half_steps(app: QApplication) -> None:
    hours = MeasureSlider("Sleep", low=0, high=24, step=0.5)
    hours.set_value(6.5)
    assert hours.value == 6.5


def test_what_a_screen_reader_sets_is_an_answer(slider: MeasureSlider) -> None:
    told: list[object] = []
    slider.changed.connect(told.append)
    account = QAccessible.queryAccessibleInterface(slider)
    account.valueInterface().setCurrentValue(8)
    assert (slider.value, told) == (8.0, [8.0])
    slider.set_value(3)
    slider.set_value(None)
    assert (slider.value, told) == (None, [8.0])


def test_words_of_the_ends_that_would_meet_stand_under_each_other(app: QApplication) -> None:
    slider = MeasureSlider("Connection", "very far away from everybody", "very close to everybody")
    heights = []
    for width in (500, 260):
        slider.resize(width, 46)
        slider.grab()
        heights.append(slider.height())
    assert heights[1] > heights[0]
