"""A fault of the program itself: written down without anybody's words, and said plainly."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kapjournal.fault_log import write_fault


class _Faults(QObject):
    """Carries a fault into the interface's thread."""

    happened = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown = False
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def hear(self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        """Write a fault down and have it told."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        path = write_fault(kind, trace)
        self.happened.emit(str(path) if path is not None else "")

    def hear_thread(self, args: threading.ExceptHookArgs) -> None:
        """The same for a fault in another thread."""
        if args.exc_value is not None:
            self.hear(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell(self, path: str) -> None:
        """Open one dialog at a time: a fault in a paint would otherwise open a hundred."""
        if self._shown:
            return
        self._shown = True
        from kapjournal.ui.shared.buttons import Button
        from kapjournal.ui.shared.dialog import Dialog
        from kapjournal.ui.shared.text import Body, Caption
        from kapjournal.words.errors import unexpected
        from kapjournal.words.language import _

        dialog = Dialog(_("Something went wrong"), self._window)
        dialog.body.addWidget(Body(unexpected()))
        if path:
            words = _("What failed is noted in {path}, without anything you wrote.").format(path=path)
            dialog.body.addWidget(Caption(words, "ink2"))
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
