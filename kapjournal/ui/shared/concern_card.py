"""What is said beside a result: once, in the flow, with a number where there is one; nothing is graded."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.support_plan import PlanContact
from kapjournal.guidance.concerns import Concern
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Body, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.words.concerns import concern_words
from kapjournal.words.language import _


class ConcernCard(Card):
    """One concern: a line, what may help, and the way to Support."""

    support_wanted = Signal()
    set_aside = Signal()

    def __init__(
        self,
        concern: Concern,
        clinic: PlanContact | None,
        parent: QWidget | None = None,
        *,
        may_go: bool = False,
    ) -> None:
        self._icon = QLabel()
        super().__init__(parent, tone="note", padding=(18, 14))
        line, more = concern_words(concern)
        self.setAccessibleName(line)
        words = QVBoxLayout()
        words.addWidget(Strong(line))
        words.addWidget(Body(more, "ink2"))
        if clinic is not None:
            number = Body(_("{name}: {phone}").format(name=clinic.name, phone=clinic.phone))
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(number)
        self.open_button = Button(_("Open Support"), size="small")
        self.open_button.clicked.connect(self.support_wanted)
        self._row = QHBoxLayout()
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)
        if may_go:
            not_now = Button(_("Not now"), "quiet", size="small")
            not_now.clicked.connect(self.set_aside)
            self._row.addWidget(not_now, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._row)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and icon from the theme."""
        super().restyle()
        if hasattr(self, "_row"):
            look = theme()
            side = look.px(20)
            self._icon.setPixmap(icon_pixmap("support", look.color("note"), side, 2))
            self._icon.setFixedSize(QSize(side, side))
            self._row.setSpacing(look.px(12))
