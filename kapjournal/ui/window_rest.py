"""What opening a journal and showing Today need, loaded while the passphrase is typed."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from inspect import iscoroutine
from typing import TYPE_CHECKING

from kapjournal.ui.window_put_off import put_off

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_DATES = "kapjournal.words.dates"

_MODULES = (
    "babel.dates",
    "babel.numbers",
    _DATES,
    "tomli_w",
    "kapjournal.words.errors",
    "kapjournal.journal",
    "kapjournal.ui.window_inside",
    "kapjournal.ui.window_ways_on",
    "kapjournal.ui.window_backups",
    "kapjournal.ui.window_desktop",
    "kapjournal.ui.window_idle",
    "kapjournal.ui.window_keys",
    "kapjournal.ui.window_unkept",
    *(("PySide6.QtDBus",) if sys.platform == "linux" else ()),
    "kapjournal.ui.today.page",
    "kapjournal.ui.check_in.dialog",
)


class _NeverRaised(BaseException):
    """What a task that is cancelled raises; there are none."""


_ASYNCIO = {"iscoroutine": iscoroutine, "TimeoutError": TimeoutError, "CancelledError": _NeverRaised}
"""What SQLAlchemy asks of it: when it is loaded, and of every error."""


def load_rest() -> None:
    """Load it, and sweep what a killed sample left; runs in the worker, behind Unlock."""
    # SQLAlchemy brings both, for servers that are waited for and for others' dialects: 4 MB, and unused here.
    with put_off("asyncio", **_ASYNCIO), put_off("importlib.metadata"):
        for name in _MODULES:
            import_module(name)
            if name == _DATES:
                _read_dates()
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


def _read_dates() -> None:
    """Read zone and names of days, before all else: what that needs for a moment is used again by what follows."""
    from kapjournal.clock import SystemClock
    from kapjournal.words.dates import day_long

    day_long(SystemClock().now().date())


def _read_once() -> None:
    """Read the files that are read once: questions and scales."""
    from kapjournal.guidance.library import library
    from kapjournal.guidance.scale_definitions import built_in

    library()
    built_in()
