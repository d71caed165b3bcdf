"""What a page costs, and shows, while it is made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from kapjournal.ui.sessions.page import SessionsPage
from kapjournal.ui.settings.page import SettingsPage
from kapjournal.ui.shared.page import Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.trends.page import TrendsPage

AT_MOST = 4
"""Times that a widget is styled; from the inside outwards it was six to seven."""


class _Seen(QObject):
    """Counts how often a widget is told that its style is another, and tells what stood as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.styled = 0
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.styled += event.type() == QEvent.Type.StyleChange
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize("made", [SessionsPage, SettingsPage, TrendsPage])
def test_no_part_is_styled_over_and_over_or_seen_before_its_page(
    app: QApplication, place: Place, made: type[Page]
) -> None:
    seen = _Seen()
    app.installEventFilter(seen)
    page = made(place)
    assert 0 < seen.styled <= AT_MOST * len(page.findChildren(QWidget))
    page.reload()
    app.removeEventFilter(seen)
    assert seen.windows == []
    page.deleteLater()
