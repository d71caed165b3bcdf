"""The locked journal: a passphrase, the recovery code, the keychain where it was allowed, and Support."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.first_paint import AT_THE_TOP, CENTRED
from kapjournal.ui.shared.horizon import Horizon
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.logo import Logo
from kapjournal.ui.shared.passphrase import PassphraseField
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Caption, Title, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

_CARD = 400
_FIRST_WAIT_MS = 800
_LONGEST_WAIT_MS = 5000
_MOST_WAYS = 2
_TITLE_GAPS_PX = ((12, 0), (24, 8))
"""Above and below the title, and where there is little room."""


class UnlockView(Restyled, QWidget):
    """Asks for the passphrase; whoever owns it opens the journal and answers by `refuse`, `stop` or by going on."""

    passphrase_given = Signal(str)
    code_given = Signal(str)
    keychain_wanted = Signal()
    support_wanted = Signal()
    another_wanted = Signal()
    way_wanted = Signal(int)
    """One of the ways on that `stop` offered was taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if parent is not None:
            # Laid out at once for the room that it gets: a child begins small, and the card would need scrolling.
            self.resize(parent.size())
        self._by_code = False
        self._refusals = 0
        self._working = False
        self._asked = False
        self._stopped = False
        self._by_keychain = False
        self._scroll: QScrollArea | None = None
        self._horizon = Horizon(self, top=0.592, sun=(0.8, 0.56, 0.1))
        self._card = Card(self, padding=(36, 36), spacing=0)
        self._title = Title(_("Welcome back"))
        self._title.setProperty("alignment", CENTRED)
        self._label = Words(_("Passphrase"), style="body_strong")
        self._field = PassphraseField(large=True)
        self._field.entered.connect(self._give)
        self._label.setBuddy(self._field.edit)
        self._sign = QLabel()
        self._line = Caption("", "ink2")
        self._open = Button(_("Open"), "primary", size="large")
        self._open.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._open.clicked.connect(self._give)
        self._other = Button(_("Use the recovery code"), "text")
        self._other.clicked.connect(self._switch)
        self.support = Button(_("Support"), "outlined", "support", parent=self)
        self.support.clicked.connect(self.support_wanted)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._ready_again)
        self._fill_card()
        self._name_field()
        self.restyle()

    # Few people ever see these three: each is made when it is first needed, and Unlock is painted sooner.

    @cached_property
    def ways(self) -> tuple[Button, ...]:
        """The ways on that `stop` offers."""
        column = self._card.body
        gaps = QVBoxLayout()
        gap = theme().px(8)
        gaps.setSpacing(gap)
        gaps.setContentsMargins(0, 0, 0, gap)
        column.insertLayout(column.indexOf(self._open) + 2, gaps)
        made = tuple(Button("", "outlined") for _index in range(_MOST_WAYS))
        for index, way in enumerate(made):
            way.setProperty("way", index)
            way.clicked.connect(self._take_way)
            way.hide()
            gaps.addWidget(way, 0, QtCore.Qt.AlignmentFlag.AlignHCenter)
        return made

    @cached_property
    def _keychain(self) -> Button:
        made = Button(_("Open with the system keychain"), "text")
        made.clicked.connect(self.keychain_wanted)
        made.hide()
        column = self._card.body
        column.insertWidget(column.indexOf(self._below), made, 0, QtCore.Qt.AlignmentFlag.AlignHCenter)
        return made

    @cached_property
    def _another(self) -> Button:
        made = Button(_("Open another journal"), "quiet")
        made.clicked.connect(self.another_wanted)
        made.hide()
        self._card.body.addWidget(made, 0, QtCore.Qt.AlignmentFlag.AlignHCenter)
        return made

    def focus_field(self) -> None:
        """Give the keys to the field."""
        self._field.edit.setFocus()

    def offer_keychain(self) -> None:
        """Offer the keychain, for a journal that it opens."""
        self._by_keychain = True
        self._keychain.show()
        self._place_again()

    def tell(self, sentence: str) -> None:
        """Say something before anything was tried."""
        self._say(sentence)
        self._place_again()

    def show_working(self, sentence: str = "") -> None:
        """Show that the journal is being opened; `sentence` says what else may be asked."""
        self._working = True
        self._open.set_text(_("Opening"))
        self._open.setEnabled(False)
        if self._by_keychain:
            self._keychain.setEnabled(False)
        for way in self.ways if self._stopped else ():
            way.hide()
        self._say(sentence)
        self._place_again()

    def refuse(self, sentence: str) -> None:
        """Say that it did not open, and wait a little, longer each time."""
        self._be_ready(_("Open"))
        self._field.edit.selectAll()
        self.focus_field()
        self._say(sentence)
        self._place_again()
        self._wait.start(min(_FIRST_WAIT_MS * 2**self._refusals, _LONGEST_WAIT_MS))
        self._refusals += 1

    def stop(self, sentence: str, ways_on: Sequence[str] = ()) -> None:
        """Say what else stands in the way, and offer ways on; another journal can be chosen too."""
        self._be_ready(_("Try again"))
        self._stopped = True
        for index, way in enumerate(self.ways):
            way.set_text(ways_on[index] if index < len(ways_on) else "")
            way.setVisible(index < len(ways_on))
        self._another.show()
        self._say(sentence)
        self._place_again()

    def restyle(self) -> None:
        """Take the sizes from the theme."""
        self._title.setFont(_title_font())
        self._draw_sign()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the card in the middle and Support at the foot."""
        super().resizeEvent(event)
        self._place()

    def _fill_card(self) -> None:
        look = theme()
        column = self._card.body
        self._logo = Logo(self._card, size=42)
        self._gaps = tuple((QSpacerItem(0, look.px(gap)), gap, close) for gap, close in _TITLE_GAPS_PX)
        column.addLayout(_in_the_middle(self._logo))
        column.addItem(self._gaps[0][0])
        column.addWidget(self._title)
        column.addItem(self._gaps[1][0])
        column.addWidget(self._label)
        column.addSpacing(look.px(6))
        column.addWidget(self._field)
        column.addSpacing(look.px(10))
        self._says = QWidget(self._card)
        row = QHBoxLayout(self._says)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self._sign.setProperty("alignment", AT_THE_TOP)
        row.addWidget(self._sign)
        row.addWidget(self._line, 1)
        column.addWidget(self._says)
        column.addSpacing(look.px(12))
        column.addWidget(self._open)
        column.addSpacing(look.px(12))
        self._below = _in_the_middle(self._other)
        column.addLayout(self._below)
        self._say("")

    def _be_ready(self, words: str) -> None:
        self._working = False
        self._open.set_text(words)
        self._open.setEnabled(True)
        if self._by_keychain:
            self._keychain.setEnabled(True)

    def _take_way(self) -> None:
        self.way_wanted.emit(int(self.sender().property("way")))

    def _give(self) -> None:
        words = self._field.text()
        if self._working or not words:
            return
        if self._wait.isActive():
            # Asked too soon after a refusal: it is tried as soon as the wait is over.
            self._asked = True
            return
        if self._by_code:
            self.code_given.emit(words)
        else:
            self.passphrase_given.emit(words)

    def _switch(self) -> None:
        self._by_code = not self._by_code
        self._field.clear()
        self._say("")
        self._name_field()
        self.focus_field()

    def _name_field(self) -> None:
        if self._by_code:
            name, other = _("Recovery code"), _("Use the passphrase")
            description = _("Seven groups of four, with or without the hyphens.")
        else:
            name, other = _("Passphrase"), _("Use the recovery code")
            description = ""
        self._label.setText(name)
        self._label.setAccessibleName(f"{name}:")
        self._field.setAccessibleName(name)
        self._field.setAccessibleDescription(description)
        self._field.show_words(self._by_code)
        self._other.set_text(other)

    def _ready_again(self) -> None:
        if self._asked:
            self._asked = False
            self._give()

    def _say(self, sentence: str) -> None:
        """Show a line in the place that is always kept for it, so that nothing jumps."""
        self._line.setText(sentence)
        self._sign.setVisible(bool(sentence))
        self._draw_sign()
        self._says.setMinimumHeight(theme().leading("caption"))
        if sentence:
            announce(self._line, sentence)

    def _draw_sign(self) -> None:
        if self._line.text():
            look = theme()
            sign = icon_pixmap("info", look.color("ink2"), look.px(16), self.devicePixelRatioF())
            self._sign.setPixmap(sign)

    def _place(self) -> None:
        look = theme()
        self._horizon.setGeometry(self.rect())
        self._horizon.lower()
        foot = look.px(28)
        size = self.support.sizeHint()
        self.support.setGeometry(
            (self.width() - size.width()) // 2,
            self.height() - size.height() - foot,
            size.width(),
            size.height(),
        )
        width = min(look.px(_CARD), self.width() - 2 * look.px(16))
        room = self.height() - size.height() - foot - look.px(12)
        edge, left = look.px(8), (self.width() - width) // 2
        height = self._card_height(width)
        if self._logo.isHidden() or height > room - edge:
            # In a low window the roundel gives its place to the words, then the title its air.
            self._stand_close(False)
            height = self._card_height(width)
            self._give_air(height + self._logo.height() + look.px(48) <= room - edge)
            height = self._card_height(width)
            if height > room - edge:
                self._stand_close(True)
                height = self._card_height(width)
        if height <= room - edge and self._scroll is None:
            top = min(round(self.height() * 0.46 - height / 2), room - height)
            self._card.setGeometry(left, max(edge, top), width, height)
        else:
            self._place_in_scroll(left, width, height, room - edge)

    def _give_air(self, enough: bool) -> None:
        """Show the roundel and the card's full padding, or neither."""
        look = theme()
        self._logo.setVisible(enough)
        side, end = look.px(36), look.px(36 if enough else 12)
        self._card.body.setContentsMargins(side, end, side, end)

    def _stand_close(self, close: bool) -> None:
        """Leave little above and below the title, or as much as is usual."""
        for gap, usual, little in self._gaps:
            gap.changeSize(0, theme().px(little if close else usual))
        self._card.body.invalidate()

    def _card_height(self, width: int) -> int:
        """Return the height that the card wants."""
        layout = self._card.body
        if layout.hasHeightForWidth():
            return int(layout.totalHeightForWidth(width))
        return int(layout.totalSizeHint().height())

    def _place_in_scroll(self, left: int, width: int, height: int, room: int) -> None:
        """Large words in a small window: the card is moved, never cut, and Support stays in its place."""
        if self._scroll is None:
            self._scroll = self._hold_card()
        shown = min(height, room)
        edge = theme().px(8)
        top = max(edge, min(round(self.height() * 0.46 - shown / 2), room + edge - shown))
        bar = self._scroll.verticalScrollBar().sizeHint().width() if height > shown else 0
        self._scroll.setGeometry(left - bar if self.isRightToLeft() else left, top, width + bar, shown)
        self._card.resize(width, height)

    def _hold_card(self) -> QScrollArea:
        had_keys = self._field.edit.hasFocus()
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._card)
        self._card.setAutoFillBackground(False)  # its corners are round
        scroll.viewport().setAutoFillBackground(False)
        scroll.show()
        self.support.raise_()
        if had_keys:
            self.focus_field()
        return scroll

    def _place_again(self) -> None:
        """Place the card now, and once more when its words are laid out: only then their height is known."""
        self._place()
        QTimer.singleShot(0, self, self._place)


def _in_the_middle(widget: QWidget) -> QHBoxLayout:
    """Centre a widget without naming an alignment: Unlock is painted before Qt's names are made."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


def _title_font() -> QFont:
    look = theme()
    font = look.font("title")
    font.setPixelSize(look.px(24))
    return font
