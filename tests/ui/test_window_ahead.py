"""What is shown after Enter is made while the passphrase is typed, and filled when the journal is open, not before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.measure import MOOD, MeasureValue
from kapjournal.domain.moment import moment_at
from kapjournal.errors import WrongPassphraseError
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.today.page import TodayPage
from kapjournal.ui.window import Window
from kapjournal.ui.window_flow import Flow


@pytest.fixture
def flow(place: Place, app: QApplication, settings: SettingsStore) -> Iterator[Flow]:
    """Somebody is typing the passphrase."""
    window = Window(app, settings)
    made = Flow(window, settings, place.journal.folder, place.clock)
    made.begin()
    yield made
    made.end()
    shiboken6.delete(window)


def test_today_is_made_ahead_and_filled_once_the_journal_is_open(flow: Flow, place: Place) -> None:
    flow._make_ahead()
    ahead = flow._ahead
    assert ahead is not None
    assert ahead.isHidden()
    page = ahead._pages["today"]
    assert isinstance(page, TodayPage)
    assert page.subtitle == ""
    ahead.grab()
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


def test_a_refusal_leaves_it_for_the_next_try(flow: Flow, place: Place) -> None:
    flow._make_ahead()
    ahead = flow._ahead
    flow._refused(WrongPassphraseError())
    apply_theme(flow._window._app, "dark")
    apply_theme(flow._window._app, "light")
    flow._opened(place.journal)
    assert flow._inside is ahead
