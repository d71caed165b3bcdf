"""The system's fonts are listed beside everything else, and a start goes on without it."""

from __future__ import annotations

import ctypes
import sys

import pytest

from kapjournal.ui import window_fonts


@pytest.mark.skipif(sys.platform != "linux", reason="only there the list takes long")
def test_the_list_is_read_before_qt_needs_it() -> None:
    assert window_fonts._list_fonts()


def test_without_the_library_nothing_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert not window_fonts._list_fonts()
