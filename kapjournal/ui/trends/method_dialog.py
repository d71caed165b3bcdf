"""A note of method: how a chart is computed, from which days, with the source."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.text import Body, Caption, Strong
from kapjournal.words.language import _
from kapjournal.words.methods import Method


class MethodDialog(Dialog):
    """A short page to read."""

    def __init__(self, method: Method, days: str, parent: QWidget) -> None:
        super().__init__(method.title, parent, width=620)
        for paragraph in method.paragraphs:
            self.body.addWidget(Body(paragraph))
        self.body.addWidget(Strong(_("From which days")))
        self.body.addWidget(Body(days, role="ink2"))
        self.body.addWidget(Caption(_("Source: {source}").format(source=method.source), role="ink2"))
        done = Button(_("Close"))
        done.clicked.connect(self.close_dialog)
        self.foot.addStretch(1)
        self.foot.addWidget(done)
        self.closed.connect(self.deleteLater)
        self._done = done

    @classmethod
    def ask(cls, method: Method, days: str, parent: QWidget) -> MethodDialog:
        """Open the note over the window."""
        dialog = cls(method, days, parent)
        dialog.open(dialog._done)
        return dialog
