"""The quiet question once a month whether the recovery code is still where it was put."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Caption, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _


class RehearsalCard(Card):
    """What the code is for, and two ways: try it, or not now."""

    wanted = Signal()
    set_aside = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._icon = QLabel()
        super().__init__(parent, padding=(28, 15), spacing=0)
        title = _("Is the recovery code still at hand?")
        self.setAccessibleName(title)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Strong(title))
        words.addWidget(
            Caption(_("It opens the journal if the passphrase is forgotten. Without both, nobody can."))
        )
        self.not_now = Button(_("Not now"), "quiet")
        self.not_now.clicked.connect(self.set_aside)
        self.try_it = Button(_("Try it"))
        self.try_it.setAccessibleName(_("Try the recovery code"))
        self.try_it.clicked.connect(self.wanted)
        self._row = QHBoxLayout()
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.not_now, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.try_it, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._row)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and icon from the theme."""
        super().restyle()
        if hasattr(self, "_row"):
            look = theme()
            side = look.px(20)
            self._icon.setPixmap(icon_pixmap("security", look.color("ink2"), side, 2))
            self._icon.setFixedSize(QSize(side, side))
            self._row.setSpacing(look.px(14))
