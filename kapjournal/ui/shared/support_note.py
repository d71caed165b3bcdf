"""The note that says quietly, once, that Support is there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Body, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _


class SupportNote(Card):
    """In the flow, under what was just answered: two plain buttons, no time-out, no sound."""

    support_wanted = Signal()
    set_aside = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._icon = QLabel()
        super().__init__(parent, tone="note", padding=(18, 14))
        self.setAccessibleName(_("Support"))
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
        self._open.clicked.connect(self.support_wanted)
        self._not_now.clicked.connect(self._put_aside)
        words = QVBoxLayout()
        words.addWidget(self._line)
        words.addWidget(self._more)
        self._words = words
        self._row = QHBoxLayout()
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._not_now, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._row)
        self.hide()
        self.restyle()

    def offer(self) -> None:
        """Show the note; a screen reader says it once."""
        if self.isHidden():
            self.show()
            announce(self, f"{self._line.text()} {self._more.text()}")

    def restyle(self) -> None:
        """Take spacing and icon from the theme."""
        super().restyle()
        if not hasattr(self, "_row"):
            return
        look = theme()
        side = look.px(20)
        self._icon.setPixmap(icon_pixmap("support", look.color("note"), side, 2))
        self._icon.setFixedSize(QSize(side, side))
        self._row.setSpacing(look.px(12))
        self._words.setSpacing(look.px(2))

    def _put_aside(self) -> None:
        self.hide()
        self.set_aside.emit()
