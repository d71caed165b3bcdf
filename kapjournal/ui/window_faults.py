"""A fault of the program itself: written down without anybody's words, and said plainly."""

from __future__ import annotations

import sys
import threading
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kapjournal.errors import UserError


class _Faults(QObject):
    """Carries a fault into the interface's thread."""

    happened = Signal(str)
    stopped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown = False
        self.happened.connect(self._tell_soon)
        self.stopped.connect(self._tell_stopped_soon)

    def hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write a fault down and have it told; what a person can mend is no fault, and only told."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        from kapjournal.errors import UserError
        from kapjournal.fault_log import write_fault

        if isinstance(error, UserError):
            self.stopped.emit(error)
            return
        path = write_fault(kind, trace)
        self.happened.emit(str(path) if path is not None else "")

    def hear_thread(self, args: threading.ExceptHookArgs) -> None:
        """The same for a fault in another thread."""
        if args.exc_value is not None:
            self.hear(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell_soon(self, path: str) -> None:
        """Tell once what is going on is over: a fault may come in the middle of a paint."""
        QTimer.singleShot(0, self, partial(self._tell, path))

    def _tell_stopped_soon(self, error: UserError) -> None:
        QTimer.singleShot(0, self, partial(self._tell_stopped, error))

    def _tell(self, path: str) -> None:
        """Open one dialog at a time: a fault in a paint would otherwise open a hundred."""
        from kapjournal.words.errors import unexpected
        from kapjournal.words.language import _

        noted = (
            _("What happened is noted in {path}, without anything you wrote.").format(path=path)
            if path
            else ""
        )
        self._say(_("Something went wrong"), unexpected(), noted)

    def _tell_stopped(self, error: UserError) -> None:
        from kapjournal.words.errors import sentence
        from kapjournal.words.language import _

        self._say(_("Not kept yet"), sentence(error), "")

    def _say(self, title: str, words: str, more: str) -> None:
        if self._shown:
            return
        self._shown = True
        from kapjournal.ui.shared.buttons import Button
        from kapjournal.ui.shared.dialog import Dialog
        from kapjournal.ui.shared.text import Body, Caption
        from kapjournal.words.language import _

        dialog = Dialog(title, self._window)
        dialog.body.addWidget(Body(words))
        if more:
            dialog.body.addWidget(Caption(more, "ink2"))
        go_on = Button(_("Go on"), "outlined")
        go_on.clicked.connect(dialog.close_dialog)
        dialog.foot.addStretch(1)
        dialog.foot.addWidget(go_on)
        dialog.closed.connect(self._told)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open(go_on)

    def _told(self) -> None:
        self._shown = False


def hear_faults(window: QWidget) -> None:
    """Send everything that nobody caught to the log and to one dialog."""
    faults = _Faults(window)
    sys.excepthook = faults.hear
    threading.excepthook = faults.hear_thread
