"""One of the questions for now."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpacerItem, QWidget

from kapjournal.guidance.library import Prompt
from kapjournal.ui.integrate.domains import shelf_icon
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Caption, Words
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _
from kapjournal.words.prompts import domain_in_text


def star_name(*, favourite: bool) -> str:
    """What the star does now."""
    return _("A favourite: take the star away") if favourite else _("Make it a favourite")


class QuestionCard(Card):
    """A question with its domain; to write about, to keep as a favourite, or to leave for now or for good."""

    write_wanted = Signal(object)
    put_aside = Signal(object)
    not_for_me = Signal(object)
    favourite_toggled = Signal(object)

    def __init__(self, prompt: Prompt, *, favourite: bool, parent: QWidget | None = None) -> None:
        self.prompt = prompt
        self._sign = QLabel()
        super().__init__(parent, padding=(22, 14), spacing=8)
        domain = domain_in_text(prompt.domain.value)
        self.setAccessibleName(_("A question, {domain}").format(domain=domain))
        self._domain = Caption(domain, wrap=False)
        self._star = IconButton("favourite", star_name(favourite=False), bare=True, size="small", icon_px=18)
        self._drop = IconButton("hide", _("Not for me"), bare=True, size="small", icon_px=18)
        self._write = Button(_("Write"), "soft", "write", "small")
        self._later = Button(_("Not now"), "quiet", size="small")
        for control in self.controls():
            control.setAccessibleDescription(prompt.text)
        self._head = QHBoxLayout()
        for widget in (self._sign, self._domain):
            self._head.addWidget(widget)
        self._head.addStretch(1)
        self._head.addWidget(self._drop)
        self._head.addWidget(self._star)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._write)
        self._foot.addWidget(self._later)
        self._foot.addStretch(1)
        self.body.addLayout(self._head)
        self.body.addWidget(Words(prompt.text, style="fragment"))
        if prompt.caution:
            self.body.addWidget(Caption(prompt.caution, "ink2"))
        self._air = QSpacerItem(0, 0)
        self.body.addItem(self._air)
        self.body.addStretch(1)
        self.body.addLayout(self._foot)
        self._write.clicked.connect(self._say_write)
        self._later.clicked.connect(self._say_later)
        self._drop.clicked.connect(self._say_never)
        self._star.clicked.connect(self._say_favourite)
        self.set_favourite(favourite)
        self.restyle()

    def controls(self) -> tuple[QWidget, ...]:
        """What the keys stop at, in their order."""
        return (self._drop, self._star, self._write, self._later)

    def take_focus(self) -> None:
        """Give the keys to the button that leads on, and let a screen reader say the question."""
        self._later.setFocus()
        announce(self, self.prompt.text)

    def set_favourite(self, favourite: bool) -> None:
        """Fill the star, or empty it."""
        self._star.set_icon("favourite_on" if favourite else "favourite", "note" if favourite else "ink2")
        self._star.set_name(star_name(favourite=favourite))

    def restyle(self) -> None:
        """Take icon and spacing from the theme."""
        super().restyle()
        look = theme()
        side = look.px(18)
        self._sign.setPixmap(icon_pixmap(shelf_icon(self.prompt.domain), look.color("accent"), side, 2))
        self._sign.setFixedSize(QSize(side, side))
        if hasattr(self, "_foot"):
            self._air.changeSize(0, look.px(4))
            self._head.setSpacing(look.px(6))
            self._foot.setSpacing(look.px(6))

    def _say_write(self) -> None:
        self.write_wanted.emit(self.prompt)

    def _say_later(self) -> None:
        self.put_aside.emit(self.prompt)

    def _say_never(self) -> None:
        self.not_for_me.emit(self.prompt)

    def _say_favourite(self) -> None:
        self.favourite_toggled.emit(self.prompt)
