"""The documents of the tests are written in British English, wherever they run."""

from __future__ import annotations

import pytest

from kapjournal.words import language


@pytest.fixture(autouse=True)
def british() -> None:
    language.use("en_GB")
