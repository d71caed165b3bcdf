"""What is shown after Enter is made while the key is derived; it is filled when the journal is open, and only then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.errors import WrongPassphraseError
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.place import Place
from kapjournal.ui.today.page import TodayPage
from kapjournal.ui.window import Window
from kapjournal.ui.window_flow import Flow


@pytest.fixture
def flow(place: Place, app: QApplication, settings: SettingsStore) -> Iterator[Flow]:
    """Somebody has just pressed Enter."""
    window = Window(app, settings)
    made = Flow(window, settings, place.journal.folder, place.clock)
    made.begin()
    assert made._unlock is not None
    made._unlock.show_working()
    yield made
    made.end()
    shiboken6.delete(window)


def test_nothing_is_made_before_everything_is_loaded(flow: Flow) -> None:
    flow._make_ahead()
    assert flow._ahead is None


def test_today_is_made_ahead_and_filled_once_the_journal_is_open(flow: Flow, place: Place) -> None:
    flow._is_loaded = True
    flow._make_ahead()
    ahead = flow._ahead
    assert ahead is not None
    assert ahead.isHidden()
    page = ahead._pages["today"]
    assert isinstance(page, TodayPage)
    assert page.subtitle == ""
    flow._make_ahead()
    assert flow._ahead is ahead, "once is enough"
    flow._opened(place.journal)
    assert flow._inside is ahead
    assert ahead.now_shown == "today"
    assert ahead._pages["today"] is page
    assert page.subtitle
    earlier = moment_at(place.clock.now() - timedelta(hours=1))
    place.journal.check_ins.keep(CheckIn(moment=earlier, values=(MeasureValue(MOOD, 6),)), "")
    assert page._last is not None, "it hears of changes"


def test_nothing_waits_behind_a_locked_screen(flow: Flow) -> None:
    flow._is_loaded = True
    flow._make_ahead()
    ahead = flow._ahead
    flow._refused(WrongPassphraseError())
    assert flow._ahead is None
    QApplication.sendPostedEvents(ahead, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(ahead)
