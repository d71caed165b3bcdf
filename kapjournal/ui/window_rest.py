"""What opening a journal and showing Today need, loaded while the passphrase is typed."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MODULES = (
    "babel.dates",
    "babel.numbers",
    "tomli_w",
    "kapjournal.words.errors",
    "kapjournal.journal",
    "kapjournal.ui.window_inside",
    "kapjournal.ui.window_ways_on",
    "kapjournal.ui.window_backups",
    "kapjournal.ui.window_desktop",
    "kapjournal.ui.window_idle",
    "kapjournal.ui.window_unkept",
    *(("PySide6.QtDBus",) if sys.platform == "linux" else ()),
    "kapjournal.ui.today.page",
    "kapjournal.ui.check_in.dialog",
)


def load_rest() -> None:
    """Load it, and sweep what a killed sample left; runs in the worker, behind Unlock."""
    _load_asyncio_alone()
    for name in _MODULES:
        import_module(name)
    _read_once()
    from kapjournal.demo.sample_folder import sweep

    sweep()


def meet_types(window: QWidget) -> None:
    """Have PySide make the types and enumerations that a first scroll area, style and layout bring.

    It makes them at the first call that returns such an object, some sixty of them; better now than after Enter.
    """
    from PySide6.QtWidgets import QScrollArea

    if sys.platform == "linux":
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.BusType  # noqa: B018 - naming it makes it
    window.style()
    window.layout()
    QScrollArea().viewport()


def give_back() -> None:
    """Give the system the memory that loading and opening needed for a moment; only the GNU library keeps it."""
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _load_asyncio_alone() -> None:
    """Load asyncio, which SQLAlchemy brings, as where Python has no TLS: 4 MB, and nothing here opens a connection."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import_module("asyncio")
    finally:
        del sys.modules["ssl"]


def _read_once() -> None:
    """Read the files that are read once: zone, names of days, questions and scales."""
    from kapjournal.clock import SystemClock
    from kapjournal.guidance.library import library
    from kapjournal.guidance.scale_definitions import built_in
    from kapjournal.words.dates import day_long

    day_long(SystemClock().now().date())
    library()
    built_in()
