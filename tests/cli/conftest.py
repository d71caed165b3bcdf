"""What tests of the terminal share: each leaves Ctrl+C and the wishes of the system to whoever heard them before."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

WISHES = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


@pytest.fixture(autouse=True)
def heard_as_before() -> Iterator[None]:
    heard = {number: signal.getsignal(number) for number in WISHES}
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it
    yield
    for number, handler in heard.items():
        signal.signal(number, handler)
