"""The one ring round what has the keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.chart_view import ChartView
from kapjournal.ui.shared.focus_ring import FocusRing, _Lead, _Ring
from kapjournal.ui.shared.theme import theme


@pytest.fixture
def window(app: QApplication) -> Iterator[QWidget]:
    """A button and a chart, with air around them."""
    watching = FocusRing(app)
    _Lead.keys = True
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(40, 40, 40, 40)
    column.setSpacing(40)
    made.button, made.chart = Button("A button"), ChartView()  # type: ignore[attr-defined]
    made.chart.setFixedSize(400, 200)  # type: ignore[attr-defined]
    column.addWidget(made.button)  # type: ignore[attr-defined]
    column.addWidget(made.chart)  # type: ignore[attr-defined]
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    yield made
    app.focusChanged.disconnect(watching._focus_changed)
    app.focusWindowChanged.disconnect(watching._window_changed)
    watching.deleteLater()
    _Lead.keys = True


def around(window: QWidget, target: QWidget) -> tuple[int, int, int, int]:
    """How far the ring stands from a widget: to the left, above, to the right, below; fails where there is none."""
    (ring,) = [one for one in window.findChildren(_Ring) if one.isVisible()]
    inner, outer = QRect(target.mapTo(window, QPoint(0, 0)), target.size()), ring.geometry()
    return (
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )


def test_it_stands_evenly_round_a_button_while_the_keys_lead(window: QWidget) -> None:
    button = window.button  # type: ignore[attr-defined]
    button.setFocus()
    assert len(set(around(window, button))) == 1
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not any(ring.isVisible() for ring in window.findChildren(_Ring))
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Left)
    around(window, button)


def test_it_keeps_away_from_what_reaches_to_the_edge_of_a_chart(window: QWidget) -> None:
    chart, button = window.chart, window.button  # type: ignore[attr-defined]
    button.setFocus()
    near = around(window, button)[0]
    chart.setFocus()
    left, above, right, below = around(window, chart)
    away = theme().px(8)
    assert (left, above, right, below) == (near + away, near, near + away, near + away // 2)
