"""The sidebar has room for its names in every window that the program promises to fit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from kapjournal.ui.pages import pages
from kapjournal.ui.shared.breakpoints import MEDIUM, NARROW, WIDE
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.window_sidebar import Sidebar


@pytest.mark.parametrize(
    ("room", "height", "scale"),
    [(WIDE, 700, 1.0), (MEDIUM, 700, 1.0), (NARROW, 700, 1.5), (NARROW, 800, 2.0)],
)
def test_it_fits(app: QApplication, room: str, height: int, scale: float) -> None:
    apply_theme(app, "light", scale)
    try:
        sidebar = Sidebar(pages())
        sidebar.set_room(room)
        sidebar.resize(sidebar.width(), height)
        sidebar.show()
        assert sidebar.height() == height
        buttons = sidebar.findChildren(QPushButton)
        assert len(buttons) == 9
        tops = [button.y() for button in buttons]
        assert all(button.height() >= button.iconSize().height() for button in buttons)
        assert all(after - before >= buttons[0].height() for before, after in pairwise(tops))
        assert buttons[-1].geometry().bottom() <= height
    finally:
        apply_theme(app, "light")
