"""The cells of the page of later looks: first words on their slip, later words straight on the page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.reflection import Fragment, Layer
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.fields import TextArea
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Caption, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.after_session import layer_name
from kapjournal.words.beginning import breakable
from kapjournal.words.language import _
from kapjournal.words.names import fragment_kind_name


class FirstWords(Card):
    """A fragment as it was kept; it is never edited."""

    def __init__(self, fragment: Fragment) -> None:
        super().__init__(tone="note", padding=(16, 11), spacing=6)
        self._kind = fragment.kind
        self._sign = QLabel()
        head = QHBoxLayout()
        head.addWidget(self._sign)
        head.addWidget(Caption(fragment_kind_name(fragment.kind), "ink2"), 1)
        self._head = head
        self.body.addLayout(head)
        self.body.addWidget(Words(breakable(fragment.text, narrow=True), style="fragment"))
        self.body.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and sign from the theme."""
        super().restyle()
        if hasattr(self, "_head"):
            look = theme()
            side = look.px(16)
            self._sign.setPixmap(icon_pixmap(f"fragment_{self._kind.value}", look.color("ink2"), side, 2))
            self._sign.setFixedSize(QSize(side, side))
            self._head.setSpacing(look.px(7))


class LookCell(Restyled, QWidget):
    """What was written beside a fragment in one look, or that nothing was; a field while it is being written."""

    typed = Signal()

    def __init__(self, first: Fragment, layer: Layer, look: Fragment | None, *, writing: bool) -> None:
        super().__init__()
        self.first, self.layer, self.look = first, layer, look
        self.field: TextArea | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Hairline())
        name = _("{layer}, beside “{words}”").format(layer=layer_name(layer), words=first.text)
        if writing:
            self.field = TextArea(look.text if look else "", style="fragment", least_lines=2, most_lines=8)
            self.field.setAccessibleName(name)
            self.field.changed.connect(self.typed)
            self._column.addWidget(self.field)
        elif look is not None and look.text.strip():
            words = Words(breakable(look.text, narrow=True), style="fragment")
            words.setAccessibleName(_("{name}: {words}").format(name=name, words=look.text))
            self._column.addWidget(words)
        else:
            nothing = Caption(_("nothing written"))
            nothing.setAccessibleName(_("{name}: nothing written").format(name=name))
            self._column.addWidget(nothing)
        self._column.addStretch(1)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._column.setSpacing(theme().px(14))
