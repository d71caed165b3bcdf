"""What tests of windows share: one application without a screen, and a place with a real journal."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kapjournal.clock import FixedClock
from kapjournal.journal import Journal
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.restyling import apply_theme
from kapjournal.ui.shared.worker import Worker
from kapjournal.words import language


@pytest.fixture(scope="session")
def app() -> Iterator[QApplication]:
    existing = QApplication.instance()
    made = existing if isinstance(existing, QApplication) else QApplication([])
    apply_theme(made, "light")
    yield made
    # What a test copied would be destroyed after Python, and take the process's exit code along.
    made.clipboard().clear()


@pytest.fixture(autouse=True)
def no_work_is_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let work that a test began end with it: it would go on beside later tests, and answer in the midst of them."""
    begun: list[Worker] = []
    begin = Worker._begin

    def noted(worker: Worker) -> None:
        begun.append(worker)
        begin(worker)

    monkeypatch.setattr(Worker, "_begin", noted)
    yield
    for worker in begun:
        worker.close()


@pytest.fixture(autouse=True)
def no_window_is_left(app: QApplication) -> Iterator[None]:
    """Let Qt delete what a test showed, whole and in its own order.

    Left to Python, the collector takes a page apart from the middle, now or in a later test or from the worker's
    thread, and the process dies; the program itself collects nothing (ui/window_garbage.py).
    """
    gc.disable()
    gc.freeze()  # what was there before is not looked through again: that took half of the time of these tests
    yield
    for watcher in app.children():  # what watches over the whole program would watch later windows too
        if type(watcher).__module__.startswith("kapjournal."):
            watcher.deleteLater()
    for window in (widget for widget in app.topLevelWidgets() if widget.parent() is None):
        window.hide()
        window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.enable()


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.toml")


@pytest.fixture
def place(app: QApplication, journal: Journal, clock: FixedClock, settings: SettingsStore) -> Place:
    language.use("en_GB")
    return Place(journal, clock, settings, Worker())
