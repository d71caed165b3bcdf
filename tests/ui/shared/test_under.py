"""What opens under a control stands where its opener stays in sight."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from kapjournal.ui.shared.day_popup import DayPopup
from kapjournal.ui.shared.menu_button import add_entry, open_under
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.under import corner_in, corner_under

SCREEN = QRect(0, 0, 1280, 800)
MONTH = QSize(280, 290)
GAP = 4


@pytest.fixture
def mirrored(app: QApplication) -> Iterator[None]:
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_it_hangs_below_and_begins_where_its_opener_begins(app: QApplication) -> None:
    field = QRect(400, 100, 240, 36)
    assert corner_in(SCREEN, MONTH, field) == QPoint(400, 100 + 36 + theme().px(GAP))


def test_without_room_below_it_stands_above_and_covers_nothing(app: QApplication) -> None:
    field = QRect(400, 600, 240, 36)
    top = corner_in(SCREEN, MONTH, field).y()
    assert top + MONTH.height() == 600 - theme().px(GAP)


def test_it_ends_beyond_its_opener_and_stays_on_the_screen(app: QApplication) -> None:
    assert corner_in(SCREEN, MONTH, QRect(500, 10, 36, 36), 74).x() + MONTH.width() == 500 + 36 + 74
    assert corner_in(SCREEN, MONTH, QRect(1240, 10, 36, 36), 74).x() + MONTH.width() == 1280


def test_it_never_hangs_out_of_the_window_at_a_side(app: QApplication) -> None:
    window = QWidget()
    window.resize(500, 300)
    button = QPushButton(window)
    button.setGeometry(450, 10, 36, 36)
    window.show()
    corner = corner_under(MONTH, button, 74)
    assert window.mapFromGlobal(corner).x() + MONTH.width() == 500 - theme().px(8)


@pytest.mark.usefixtures("mirrored")
def test_in_a_mirror_it_begins_at_the_right() -> None:
    assert corner_in(SCREEN, MONTH, QRect(400, 100, 240, 36)).x() + MONTH.width() == 640
    assert corner_in(SCREEN, MONTH, QRect(500, 10, 36, 36), 74).x() == 500 - 74


def test_a_button_looks_pressed_as_long_as_its_menu_is_open(app: QApplication) -> None:
    button = QPushButton("Kind")
    menu = QMenu(button)
    add_entry(menu, "Check-ins")
    button.show()
    open_under(button, menu)
    assert button.isDown()
    menu.hide()
    assert not button.isDown()


def test_a_month_has_a_ground_and_nothing_behind_its_round_corners(app: QApplication) -> None:
    field = QWidget()
    popup = DayPopup(None, date(2026, 10, 23), field)
    picture = popup.grab().toImage()
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(4, picture.height() // 2) == theme().color("surface")
