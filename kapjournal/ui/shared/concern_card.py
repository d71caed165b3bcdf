"""What is said beside a result: once, in the flow, with a number where there is one; nothing is graded."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kapjournal.domain.support_plan import PlanContact
from kapjournal.guidance.concerns import Concern
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.signed_card import SignedCard
from kapjournal.ui.shared.text import Body, Strong
from kapjournal.words.concerns import concern_words
from kapjournal.words.language import _


class ConcernCard(SignedCard):
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
        line, more = concern_words(concern)
        words: list[QWidget] = [Strong(line), Body(more, "ink2")]
        if clinic is not None:
            number = Body(_("{name}: {phone}").format(name=clinic.name, phone=clinic.phone))
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.append(number)
        self.open_button = Button(_("Open Support"), size="small")
        buttons = [self.open_button]
        if may_go:
            buttons.append(Button(_("Not now"), "quiet", size="small"))
        super().__init__(("support", "note"), words, buttons, parent, tone="note", padding=(18, 14))
        self.setAccessibleName(line)
        self.open_button.clicked.connect(self.support_wanted)
        for not_now in buttons[1:]:
            not_now.clicked.connect(self.set_aside)
