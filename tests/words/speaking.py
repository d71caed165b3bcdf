"""Speaking a locale for the time of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kapjournal.words import language


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Speak a locale, then the system's again."""
    language.use(name)
    try:
        yield
    finally:
        language.use("en_GB")
