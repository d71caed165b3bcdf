"""Charts are tested in British English, whatever the system speaks."""

from __future__ import annotations

import pytest
from hypothesis import settings

from kapjournal.words import language

settings.register_profile("calm", deadline=None)
settings.load_profile("calm")


@pytest.fixture(autouse=True)
def british_english() -> None:
    language.use("en_GB")
