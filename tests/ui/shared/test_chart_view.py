"""A chart on the screen: pointer, keys, what a screen reader is told, and drawing it anew."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kapjournal.charts.mood_chart import mood_chart
from kapjournal.charts.subject import Beside
from kapjournal.ui.shared.chart_view import ChartView
from kapjournal.ui.shared.restyling import apply_theme
from tests.charts.made import MOOD_AXIS, past, rows


@pytest.fixture
def view(app: QApplication) -> Iterator[ChartView]:
    apply_theme(app, "light")
    made = ChartView()
    made.resize(900, 400)
    made.show_chart(partial(mood_chart, past(rows(), beside=Beside()), MOOD_AXIS, Beside()))
    made.show()
    app.processEvents()
    yield made
    made.close()
    made.deleteLater()
    app.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def press(view: ChartView, *keys: Qt.Key) -> str:
    for key in keys:
        QTest.keyClick(view, key)
    return "" if view.current is None else view.current.heading


def test_keys_go_from_point_to_point_and_week_to_week(view: ChartView) -> None:
    assert view.current is None
    assert press(view, Qt.Key.Key_Left) == "Friday 23 October, 10:00"
    assert press(view, Qt.Key.Key_Left) == "Thursday 22 October, 10:00"
    assert press(view, Qt.Key.Key_PageUp) == "Monday 19 October, 10:00"
    assert press(view, Qt.Key.Key_PageUp) == "Monday 12 October, 10:00"
    assert press(view, Qt.Key.Key_PageDown) == "Monday 19 October, 10:00"
    assert press(view, Qt.Key.Key_Home) == "Monday 31 August, 10:00"
    assert press(view, Qt.Key.Key_Left) == "Monday 31 August, 10:00"
    assert press(view, Qt.Key.Key_Right) == "Tuesday 1 September, 10:00"
    assert press(view, Qt.Key.Key_End, Qt.Key.Key_Right) == "Friday 23 October, 10:00"
    assert press(view, Qt.Key.Key_Escape) == ""


def test_the_pointer_finds_the_point_under_it_and_opens_it(view: ChartView) -> None:
    assert view.picture is not None
    seventh = view.picture.points[7]
    opened: list[int] = []
    view.opened.connect(opened.append)
    QTest.mouseMove(view, QPoint(round(seventh.x) + 3, round(seventh.y) - 2))
    assert view.current == seventh
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == [7]
    QTest.mouseMove(view, QPoint(round(seventh.x), 3))
    assert view.current is None


def test_a_screen_reader_gets_the_name_the_sentence_and_the_point(view: ChartView) -> None:
    told = QAccessible.queryAccessibleInterface(view)
    assert told is not None
    assert told.role() == QAccessible.Role.Chart
    assert told.text(QAccessible.Text.Name) == "Mood"
    assert "54 check-ins on 54 of 54 days." in told.text(QAccessible.Text.Description)
    assert told.text(QAccessible.Text.Value) == ""
    press(view, Qt.Key.Key_End)
    assert told.text(QAccessible.Text.Value).startswith("Friday 23 October, 10:00: mood ")


def test_a_new_width_theme_or_size_draws_anew(app: QApplication, view: ChartView) -> None:
    before = view.picture
    view.resize(500, 400)
    app.processEvents()
    narrow = view.picture
    assert narrow is not None
    assert narrow is not before
    assert narrow.width == 500
    apply_theme(app, "dark", 2.0)
    app.processEvents()
    assert view.picture is not None
    assert view.picture.height > 1.5 * narrow.height
    assert view.heightForWidth(1600) < view.heightForWidth(500)


def test_a_new_look_asks_nobody_for_the_words_of_the_point(app: QApplication, view: ChartView) -> None:
    asked: list[int] = []

    def more(entry_id: int) -> str:
        asked.append(entry_id)
        return "anxiety 3"

    view.show_chart(partial(mood_chart, past(rows(), beside=Beside()), MOOD_AXIS, Beside()), more)
    press(view, Qt.Key.Key_End, Qt.Key.Key_Left)
    before = view.current
    assert before is not None
    assert before.text.endswith(" · anxiety 3")
    assert len(asked) == 2
    apply_theme(app, "light", 1.5)
    view.resize(700, 400)
    app.processEvents()
    after = view.current
    assert after is not None
    assert (after.heading, after.text) == (before.heading, before.text)
    assert after.x != before.x
    assert len(asked) == 2


def test_what_is_painted_has_the_ramp_and_the_ring(app: QApplication, view: ChartView) -> None:
    assert view.picture is not None
    plain = view.grab().toImage()
    press(view, Qt.Key.Key_Home)
    ringed = view.grab().toImage()
    assert plain != ringed
    point = view.picture.points[0]
    ratio = ringed.devicePixelRatio()
    across = range(round((point.x + 5) * ratio), round((point.x + 9) * ratio))
    assert min(ringed.pixelColor(x, round(point.y * ratio)).lightness() for x in across) < 120
    assert min(plain.pixelColor(x, round(point.y * ratio)).lightness() for x in across) > 120
    view.clearFocus()


def test_a_view_without_points_lets_keys_pass(app: QApplication) -> None:
    empty = ChartView()
    empty.resize(600, 300)
    empty.show_chart(partial(mood_chart, past([], beside=Beside()), MOOD_AXIS, Beside()))
    assert press(empty, Qt.Key.Key_End) == ""
    assert empty.accessibleDescription().startswith("No check-in")
    empty.deleteLater()
