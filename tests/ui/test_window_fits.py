"""Every page fits the smallest windows that are promised: showing one never makes the window grow."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from kapjournal.ui.pages import pages
from kapjournal.ui.sessions.course_pane import CoursePane
from kapjournal.ui.sessions.page import SessionsPage
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.window_inside import Inside


@pytest.mark.parametrize(("width", "height", "scale"), [(1024, 700, 1.0), (1024, 700, 1.5), (1280, 800, 2.0)])
def test_it_fits(app: QApplication, place: Place, width: int, height: int, scale: float) -> None:
    apply_theme(app, "light", scale, less_motion=True)
    try:
        inside = Inside(place)
        inside.resize(width, height)
        inside.show()
        for entry in pages():
            page = inside.show_page(entry.name)
            app.processEvents()
            assert (inside.width(), inside.height()) == (width, height), entry.name
            assert page is not None
            assert page.minimumSizeHint().width() <= page.width(), entry.name
        inside.leave()
    finally:
        apply_theme(app, "light")


def test_what_is_known_of_the_course_is_not_wider_than_its_place(app: QApplication, place: Place) -> None:
    inside = Inside(place)
    inside.resize(1024, 700)
    inside.show()
    page = inside.show_page("sessions")
    assert isinstance(page, SessionsPage)
    page.show_course()
    app.processEvents()
    pane = page.findChild(CoursePane)
    assert pane.isVisible()
    area = page.findChild(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    inside.leave()
