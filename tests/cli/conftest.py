"""What tests of the terminal share: each leaves Ctrl+C to whoever heard it before."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from kapjournal.cli import stopping


@pytest.fixture(autouse=True)
def heard_as_before() -> Iterator[None]:
    with stopping.as_before():
        signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it
        yield
