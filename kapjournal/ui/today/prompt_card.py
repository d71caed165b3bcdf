"""The question for today: write about it, take another, or leave it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpacerItem, QWidget

from kapjournal.guidance.prompts import Offer
from kapjournal.guidance.today import Silence
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Body, Prompt, Words
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _
from kapjournal.words.names import domain_in_text, question_for


class PromptCard(Card):
    """One question, or a quiet line where none is asked."""

    write_wanted = Signal()
    another_wanted = Signal()
    not_now = Signal()
    favourite_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(28, 20), spacing=8)
        self._leaf = QLabel()
        self._kind = Words(style="chip", role="ink3", wrap=False)
        self.star = IconButton("favourite", _("Make it a favourite"), bare=True)
        self.star.clicked.connect(self.favourite_toggled)
        self._question = Prompt()
        self._quiet = Body(role="ink2")
        self.write = Button(_("Write about this"), kind="primary", icon="write")
        self.another = Button(_("Another"), icon="another")
        self.leave = Button(_("Not now"), kind="quiet")
        self.write.clicked.connect(self.write_wanted)
        self.another.clicked.connect(self.another_wanted)
        self.leave.clicked.connect(self.not_now)
        self._head = QHBoxLayout()
        for widget in (self._leaf, self._kind):
            self._head.addWidget(widget)
        self._head.addStretch(1)
        self._head.addWidget(self.star)
        self._buttons = QHBoxLayout()
        for button in (self.write, self.another, self.leave):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.body.addLayout(self._head)
        self.body.addWidget(self._question)
        self.body.addWidget(self._quiet)
        self._gap = QSpacerItem(0, 0)
        self.body.addItem(self._gap)
        self.body.addLayout(self._buttons)
        self.restyle()

    def show_offer(self, offer: Offer, *, favourite: bool, any_session: bool = True) -> None:
        """Show a question."""
        domain = domain_in_text(offer.prompt.domain.value)
        self._kind.setText(
            _("{question}  · {domain}").format(
                question=question_for(offer.window, any_session=any_session), domain=domain
            )
        )
        self._question.setText(offer.prompt.text)
        self._show(asks=True)
        self.another.set_text(_("Another"))
        self.another.show()
        self.star.set_icon("favourite_on" if favourite else "favourite", "note" if favourite else "ink2")
        self.star.set_name(_("A favourite: take the star away") if favourite else _("Make it a favourite"))

    def show_silence(self, silence: Silence) -> None:
        """Show why nothing is asked, and a way to a question where there is one."""
        self._quiet.setText(_quiet_line(silence))
        self._show(asks=False)
        self.another.set_text(_("Ask me one"))
        self.another.setVisible(silence not in (Silence.IN_SESSION, Silence.NOTHING_LEFT))

    def restyle(self) -> None:
        """Take spacing and the leaf from the theme."""
        super().restyle()
        if not hasattr(self, "_head"):
            return
        look = theme()
        side = look.px(18)
        self._leaf.setPixmap(icon_pixmap("integrate", look.color("accent"), side, 2))
        self._leaf.setFixedSize(QSize(side, side))
        self._head.setSpacing(look.px(8))
        self._buttons.setSpacing(look.px(8))
        self._question.setMaximumWidth(look.px(720))
        self._gap.changeSize(0, look.px(14))
        self.body.invalidate()

    def _show(self, *, asks: bool) -> None:
        for widget in (self._leaf, self._kind, self.star, self._question, self.write, self.leave):
            widget.setVisible(asks)
        self._quiet.setVisible(not asks)
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignLeft)


def _quiet_line(silence: Silence) -> str:
    return {
        Silence.IN_SESSION: _("A session is under way. Nothing is asked now."),
        Silence.SET_ASIDE: _("The question is set aside for today. Another one waits if you would like it."),
        Silence.ANSWERED: _("You wrote about today’s question. Another one waits if you would like it."),
        Silence.RESTING: _("No question today: between sessions one comes every third day."),
        Silence.NOTHING_LEFT: _("No question fits this moment. Some are hidden; Integrate has them all."),
    }[silence]
