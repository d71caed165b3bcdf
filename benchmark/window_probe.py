"""A window in a process of its own, bare or the program's; tells when it was painted, and then does as it is told."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from benchmark.phrase import PASSPHRASE


def main() -> None:
    """Show the bare window, or the program's on a journal's folder."""
    if sys.argv[1] == "bare":
        _bare()
    else:
        _program(Path(sys.argv[2]))


def _say(**told: float) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication(["bare"])
    window = QWidget()
    window.resize(1280, 800)
    _tell_when_painted(window, lambda: _wait_for_orders(window))
    window.show()
    app.exec()


def _program(folder: Path) -> None:
    """The program as `kapjournal --journal DIR` starts it, with an eye on its window when its loop begins."""
    from kapjournal.main import main as start

    sys.meta_path.insert(0, _WhenQtIsThere())
    start(["--journal", str(folder)])


class _WhenQtIsThere:
    """Waits for the window's module to be looked for: by then the program has loaded Qt in its own way."""

    def find_spec(self, name: str, _path: object, _target: object = None) -> None:
        """Find nothing, ever."""
        if name == "kapjournal.ui.window":
            sys.meta_path.remove(self)
            _watch_the_loop()


def _watch_the_loop() -> None:
    from PySide6.QtWidgets import QApplication

    real = QApplication.exec

    def watched(*_self: Any) -> int:
        window = next(w for w in QApplication.topLevelWidgets() if w.isVisible())
        _tell_when_painted(window, lambda: _wait_for_orders(window))
        return int(real())

    QApplication.exec = watched  # type: ignore[method-assign]


def _tell_when_painted(window: Any, then: Any) -> None:
    """Tell the moment after a window's first paint."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Eye(QObject):
        """Sees the first paint."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
            """Look at each event of the window."""
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, done)
            return False

    def done() -> None:
        _say(painted=time.monotonic())
        then()

    eye = Eye(window)
    window.installEventFilter(eye)


def _wait_for_orders(window: Any) -> None:
    """Do what the parent says: press Enter, or tell how much memory there is."""
    from PySide6.QtCore import QSocketNotifier

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)

    def ordered() -> None:
        order = os.read(sys.stdin.fileno(), 100).decode().strip()
        if order == "memory":
            _say(memory_mb=_memory_mb())
        elif order:
            _enter(window)
        else:
            notifier.setEnabled(False)

    notifier.activated.connect(ordered)


def _memory_mb() -> float:
    """Its own memory as if nothing else ran the same Python and the same Qt; 0 where nothing tells.

    The proportional share of each mapping; but what lies in Python's own folders counts whole, or every other
    program in Python would make this one look smaller. It tells itself: the program lets nobody else look.
    """
    try:
        told = Path("/proc/self/smaps").read_text("utf-8", "replace")
    except OSError:
        return 0.0
    own = (sys.prefix, sys.base_prefix)
    total_kb, counted = 0, "Pss:"
    for line in told.splitlines():
        first, *rest = line.split(maxsplit=5)
        if "-" in first and not first.endswith(":"):
            counted = "Rss:" if len(rest) == 5 and rest[4].startswith(own) else "Pss:"
        elif first == counted:
            total_kb += int(rest[0])
    return total_kb / 1024


def _enter(window: Any) -> None:
    from PySide6.QtCore import QTimer

    from kapjournal.ui.unlock.view import UnlockView

    unlock = window.findChild(UnlockView)
    entered = time.monotonic()
    unlock.passphrase_given.emit(PASSPHRASE)
    waiting = QTimer(window)

    def look() -> None:
        from kapjournal.ui.shared.mood_row import MoodRow

        row = window.findChild(MoodRow)
        # Made is not yet shown.
        if row is not None and row.isVisible():
            waiting.stop()
            _tell_when_today(row, entered)

    waiting.timeout.connect(look)
    waiting.start(2)


def _tell_when_today(row: Any, entered: float) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer

    def told() -> None:
        _say(today=time.monotonic(), entered=entered)

    class Eye(QObject):
        """Sees the mood row painted: Today can be used."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
            """Look at each event of the row."""
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, told)
            return False

    row.installEventFilter(Eye(row))
    row.update()


if __name__ == "__main__":
    main()
