"""Where lines run from right to left, what is painted and what flows begins at the right."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kapjournal.domain.kap_session import SessionKind
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.mirroring import along, placed
from kapjournal.ui.shared.mood_row import RIM_PX, MoodRow
from kapjournal.ui.shared.ribbon import Ribbon, Stop
from kapjournal.ui.shared.text import Label
from kapjournal.words import language

FROM_RIGHT = Qt.LayoutDirection.RightToLeft
FROM_LEFT = Qt.LayoutDirection.LeftToRight


@pytest.fixture(autouse=True)
def mirrored_application(app: QApplication) -> Iterator[None]:
    language.use("en_GB")
    app.setLayoutDirection(FROM_RIGHT)
    yield
    app.setLayoutDirection(FROM_LEFT)


@pytest.mark.parametrize(("way", "left"), [(FROM_LEFT, 10.0), (FROM_RIGHT, 70.0)])
def test_an_area_stands_as_far_from_the_side_where_lines_begin(way: Qt.LayoutDirection, left: float) -> None:
    sheet = QPixmap(100, 20)
    painter = QPainter(sheet)
    painter.setLayoutDirection(way)
    area = placed(painter, QRectF(10, 0, 20, 20), QRectF(0, 0, 100, 20))
    painter.end()
    assert (area.left(), area.width()) == (left, 20.0)


def test_the_lowest_mood_stands_at_the_right_and_the_left_arrow_goes_up() -> None:
    row = MoodRow()
    row.resize(900, row.heightForWidth(900))
    assert row.circle(0).right() == pytest.approx(900 - RIM_PX)
    assert row.circle(10).left() == pytest.approx(RIM_PX)
    row.set_mood(5)
    QTest.keyClick(row, Qt.Key.Key_Left)
    assert row.value() == 6


def test_time_on_the_ribbon_runs_from_right_to_left() -> None:
    ribbon = Ribbon()
    ribbon.resize(800, 78)
    days = (date(2026, 9, 22), date(2026, 9, 29))
    ribbon.show_course([Stop(day, SessionKind.DOSING, 1, planned=False) for day in days], days[1], "Today")
    first, second = (ribbon._x(day.toordinal()) for day in days)
    assert first > second


def test_chips_flow_from_the_right() -> None:
    flow = ChipFlow("words")
    for words in ("one", "two", "three"):
        flow.add(Chip(words))
    flow.resize(400, 40)
    flow.show()
    one, two, three = (chip.geometry() for chip in flow.chips())
    assert one.right() == 399
    assert one.left() > two.right() > two.left() > three.right()


def test_an_arrow_key_goes_on_where_lines_do(app: QApplication) -> None:
    left, right, up = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up
    assert [along(key) for key in (left, right, up)] == [right, left, up]
    app.setLayoutDirection(FROM_LEFT)
    assert [along(key) for key in (left, right, up)] == [left, right, up]


def test_a_name_of_other_letters_begins_where_the_lines_of_the_window_do() -> None:
    name = Label("PHQ-9")
    name.resize(400, 24)
    picture = name.grab().toImage()
    inked = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y) != picture.pixelColor(0, 0)
    ]
    assert min(inked) > 300
