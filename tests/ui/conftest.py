"""What tests of windows share: one application without a screen, and a place with a real journal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kapjournal.clock import FixedClock
from kapjournal.journal import Journal
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.theme import apply_theme
from kapjournal.ui.shared.worker import Worker
from kapjournal.words import language


@pytest.fixture(scope="session")
def app() -> QApplication:
    existing = QApplication.instance()
    made = existing if isinstance(existing, QApplication) else QApplication([])
    apply_theme(made, "light")
    return made


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.toml")


@pytest.fixture
def place(app: QApplication, journal: Journal, clock: FixedClock, settings: SettingsStore) -> Place:
    language.use("en_GB")
    return Place(journal, clock, settings, Worker())
