"""A page is made from the outside inwards: what is put into another place has all that is in it styled once more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from kapjournal.ui.sessions.page import SessionsPage
from kapjournal.ui.settings.page import SettingsPage
from kapjournal.ui.shared.page import Page
from kapjournal.ui.shared.place import Place

AT_MOST = 4
"""Times for each widget; from the inside outwards it was six to seven."""


class _Styled(QObject):
    """Counts how often a widget is told that its style is another."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() == QEvent.Type.StyleChange
        return False


@pytest.mark.parametrize("made", [SessionsPage, SettingsPage])
def test_a_large_page_is_not_styled_over_and_over(app: QApplication, place: Place, made: type[Page]) -> None:
    styled = _Styled()
    app.installEventFilter(styled)
    page = made(place)
    app.removeEventFilter(styled)
    assert 0 < styled.times <= AT_MOST * len(page.findChildren(QWidget))
    page.deleteLater()
