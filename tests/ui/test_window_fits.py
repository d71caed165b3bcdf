"""Every page fits the smallest windows that are promised: showing one never makes the window grow."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kapjournal.ui.pages import pages
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.theme import apply_theme
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
