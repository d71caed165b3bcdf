"""Waiting in the interface's own loop until something holds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

_LOOK_EVERY_MS = 2


def wait_until(holds: Callable[[], bool], limit_ms: int = 30_000) -> None:
    """Return once it has held; what follows in the same turn of the loop may have changed it again."""
    loop, look = QEventLoop(), QTimer()
    has_held = False

    def see() -> None:
        nonlocal has_held
        if holds():
            has_held = True
            loop.quit()

    look.timeout.connect(see)
    look.start(_LOOK_EVERY_MS)
    QTimer.singleShot(limit_ms, loop.quit)
    loop.exec()
    look.stop()  # it is held by what it calls, and would go on looking in later tests
    assert has_held, f"it did not come to hold within {limit_ms} ms"
