"""A dialog that covers the window while many entries are written: the journal answers nobody else meanwhile."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog, way_to_support
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.worker import Cancel
from kapjournal.words.language import _
from kapjournal.words.numbers import number

_WIDE_PX = 480


class LongWork(Dialog):
    """Says how far the work is; Stop, Esc and the cross stop it, and it stays until the work has ended."""

    def __init__(self, title: str, if_stopped: str, parent: QWidget) -> None:
        super().__init__(title, parent, width=_WIDE_PX)
        self._running: Cancel | None = None
        self._says = Body(_share_words(0.0))
        self.stop = Button(_("Stop"), "outlined")
        self.stop.clicked.connect(self.close_dialog)
        self.body.addWidget(self._says)
        self.body.addWidget(Body(if_stopped, "ink2"))
        self.foot.addStretch(1)
        self.foot.addWidget(self.stop)

    def cover(self, running: Cancel) -> None:
        """Show the dialog until `end`."""
        self._running = running
        self.open(self.stop)

    def show_share(self, share: float) -> None:
        """Say how far the work is."""
        if self._running is not None and not self._running.wanted:
            self._says.setText(_share_words(share))

    def end(self) -> None:
        """Give the window free: the work has ended, or was stopped."""
        self._running = None
        self.close_dialog()
        self.deleteLater()

    def close_dialog(self) -> None:
        """Ask the work to stop; it has gone when the work has answered."""
        if self._running is None:
            super().close_dialog()
            return
        self._running.cancel()
        self._says.setText(_("It is being stopped."))
        self.stop.setEnabled(False)

    def _to_support(self) -> None:
        self.close_dialog()
        # Nobody waits for Support: what is left of the work is heard when it ends.
        self.hide()
        way = way_to_support(self.window())
        if way is not None:
            way()


def _share_words(share: float) -> str:
    return _("{percent} % done").format(percent=number(round(100 * share)))
