"""What is pressed while the journal opens is done once it is open, and nothing is left of it where it does not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kapjournal.errors import WrongPassphraseError
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.place import Place
from kapjournal.ui.window import Window
from kapjournal.ui.window_flow import Flow


@pytest.fixture
def flow(place: Place, app: QApplication, settings: SettingsStore) -> Iterator[Flow]:
    """A window in which the journal is being opened."""
    window = Window(app, settings)
    made = Flow(window, settings, place.journal.folder, place.clock)
    made.begin()
    window.show()
    made._worker.run = lambda *_work: None  # type: ignore[method-assign, assignment, return-value]
    made._open_by(lambda: place.journal)
    yield made
    made.end()
    shiboken6.delete(window)


def _press(flow: Flow, key: Qt.Key) -> None:
    handle = flow._window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, Qt.KeyboardModifier.ControlModifier)


def test_a_page_that_was_asked_for_meanwhile_is_shown(flow: Flow, place: Place) -> None:
    _press(flow, Qt.Key.Key_5)
    flow._opened(place.journal)
    flow._settle(place.journal)
    assert flow._inside is not None
    flow._inside._going.finish()
    assert flow._inside.now_shown == "trends"
    _press(flow, Qt.Key.Key_2)
    assert flow._keys is not None
    assert flow._keys._pressed == [], "later keys go their own way"


def test_after_a_refusal_nothing_is_left_of_it(flow: Flow, place: Place) -> None:
    _press(flow, Qt.Key.Key_5)
    flow._refused(WrongPassphraseError())
    flow._opened(place.journal)
    flow._settle(place.journal)
    assert flow._inside is not None
    assert flow._inside.now_shown == "today"
