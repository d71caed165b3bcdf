"""The quiet question once a month whether the recovery code is still where it was put."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.signed_card import SignedCard
from kapjournal.ui.shared.text import Caption, Strong
from kapjournal.words.language import _


class RehearsalCard(SignedCard):
    """What the code is for, and two ways: try it, or not now."""

    wanted = Signal()
    set_aside = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        title = _("Is the recovery code still at hand?")
        more = _("It opens the journal if the passphrase is forgotten. Without both, nobody can.")
        self.not_now = Button(_("Not now"), "quiet")
        self.try_it = Button(_("Try it"))
        super().__init__(
            ("security", "ink2"),
            (Strong(title), Caption(more)),
            (self.not_now, self.try_it),
            parent,
            gap=14,
            at_top=False,
            padding=(28, 15),
            spacing=0,
        )
        self.words.setSpacing(0)
        self.setAccessibleName(title)
        self.not_now.clicked.connect(self.set_aside)
        self.try_it.setAccessibleName(_("Try the recovery code"))
        self.try_it.clicked.connect(self.wanted)
