"""Charts are tested in British English, whatever the system speaks."""

from __future__ import annotations

import pytest

from kapjournal.words import language


@pytest.fixture(autouse=True)
def british_english() -> None:
    language.use("en_GB")
