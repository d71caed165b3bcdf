"""The note that says quietly, once, that Support is there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.signed_card import SignedCard
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Body, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _


class SupportNote(SignedCard):
    """In the flow, under what was just answered: two plain buttons, no time-out, no sound."""

    support_wanted = Signal()
    set_aside = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._line = Strong(_("That sounds like a hard moment."))
        self._more = Body(
            _(
                "Your clinic is there for this too. People to call and something steady are one step away. "
                "Nobody is told."
            ),
            "ink2",
        )
        self._open = Button(_("Open Support"), size="small")
        self._not_now = Button(_("Not now"), kind="quiet", size="small")
        super().__init__(
            ("support", "note"),
            (self._line, self._more),
            (self._open, self._not_now),
            parent,
            tone="note",
            padding=(18, 14),
        )
        self.setAccessibleName(_("Support"))
        self._open.clicked.connect(self.support_wanted)
        self._not_now.clicked.connect(self._put_aside)
        self.hide()

    def offer(self) -> None:
        """Show the note; a screen reader says it once."""
        if self.isHidden():
            self.show()
            announce(self, f"{self._line.text()} {self._more.text()}")

    def restyle(self) -> None:
        """Take the spacing of the words too."""
        super().restyle()
        if hasattr(self, "words"):
            self.words.setSpacing(theme().px(2))

    def _put_aside(self) -> None:
        self.hide()
        self.set_aside.emit()
