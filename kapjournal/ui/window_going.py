"""On the way to a page that is shown for the first time: it is loaded beside the window and made in steps.

In one piece that would hold the window for a quarter of a second. Between the steps it paints and hears; and whatever
somebody does on the way, by a key or a click, is done where they wanted to be: the rest is finished at once before it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

    from kapjournal.ui.shared.worker import Worker

Step = Callable[[], object]

_DONE_BY_SOMEBODY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
    }
)


class Going(QObject):
    """Does one thing after another with a turn of the loop between, once what they need is loaded."""

    def __init__(self, worker: Worker, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self._worker = worker
        self._steps: deque[Step] = deque()
        self._loading = False
        self._next: Step | None = None
        """What is loaded after what is being loaded."""
        self._watched: QWindow | None = None

    def load_beside(self, load: Step) -> None:
        """Load what will be needed, unless other work goes on behind the window: nobody waits for that."""
        if self._loading:
            self._next = load
        elif not self._worker.busy:
            self._loading = True
            self._worker.run(load, self._loaded, self._loaded)

    def begin(self, load: Step, *steps: Step) -> None:
        """Load beside the window, then take the steps; this takes the place of what was on its way."""
        self.stop()
        # Once more as the first step: nothing where it is loaded, and where that failed the error is met here.
        self._steps.extend((load, *steps))
        self._watched = self._inside.window().windowHandle()
        if self._watched is not None:
            self._watched.installEventFilter(self)
        self.load_beside(load)
        if not self._loading:
            self._step_soon()

    def finish(self) -> None:
        """Take all the steps that are left at once."""
        steps = tuple(self._steps)
        self.stop()
        for step in steps:
            step()

    def stop(self) -> None:
        """Take no more steps."""
        self._steps.clear()
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Be there before a key or a click is."""
        if event.type() in _DONE_BY_SOMEBODY:
            self.finish()
        return False

    def _loaded(self, _result: object) -> None:
        self._loading = False
        load, self._next = self._next, None
        if load is not None:
            self.load_beside(load)
        if not self._loading:
            self._step_soon()

    def _step_soon(self) -> None:
        QTimer.singleShot(0, self, self._take_step)

    def _take_step(self) -> None:
        if self._loading or not self._steps:
            return
        step = self._steps.popleft()
        if not self._steps:
            self.stop()
        try:
            step()
        except BaseException:
            self.stop()
            raise
        self._step_soon()
