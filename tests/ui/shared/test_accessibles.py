"""What assistive technology is told: it survives a list of children that changed, and widgets that went."""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from kapjournal.ui.shared.accessibles import install_accessibles
from kapjournal.ui.shared.chart_view import ChartView


def test_a_child_that_a_scroll_area_no_longer_has_is_none(app: QApplication) -> None:
    install_accessibles()
    area = QScrollArea()
    area.setWidget(QLabel("words"))
    area.show()
    account = QAccessible.queryAccessibleInterface(area)
    assert account.childCount() > 0
    assert account.child(account.childCount() + 40) is None
    area.deleteLater()


def test_the_account_of_a_chart_goes_with_the_chart(app: QApplication) -> None:
    for _turn in range(20):
        window = QWidget()
        column = QVBoxLayout(window)
        for _chart in range(5):
            column.addWidget(ChartView())
        window.show()
        for chart in window.findChildren(ChartView):
            assert QAccessible.queryAccessibleInterface(chart).role() == QAccessible.Role.Chart
        del chart
        window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
