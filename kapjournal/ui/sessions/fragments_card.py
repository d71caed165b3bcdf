"""The fragments of a session, as they were caught, and a small field for one more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.reflection import Fragment, FragmentKind
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.fields import Choice, TextField
from kapjournal.ui.shared.folding import FoldingRow
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Caption, Label, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unfinished import Unfinished
from kapjournal.words.dates import clock_time, day_short
from kapjournal.words.language import _
from kapjournal.words.names import fragment_kind_name

if TYPE_CHECKING:
    from kapjournal.journal.drafts import Drafts


class FragmentsCard(Card):
    """Rows with kind and time; `fragment_given(kind, text)` tells a new one."""

    fragment_given = Signal(object, str)
    catch_wanted = Signal()
    lay_out_wanted = Signal()
    looks_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(24, 16))
        self._rows = QVBoxLayout()
        self._waits_in = ""
        self._unfinished: Unfinished | None = None
        self.kind = Choice(
            [(k, fragment_kind_name(k)) for k in FragmentKind], accessible_name=_("Kind of fragment")
        )
        self.text = TextField(placeholder=_("Something that came up, in a few words"))
        self.text.setAccessibleName(_("A fragment, in a few words"))
        self.add = Button(_("Add"), icon="add")
        self.add.clicked.connect(self._give)
        self.text.returnPressed.connect(self._give)
        self._field = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._field.addWidget(self.kind)
        self._field.addWidget(self.text, 1)
        self._field.addWidget(self.add)
        self.catch = Button(_("Catch what came up"), kind="quiet", icon="gentle", size="small", flush="begin")
        self.looks = Button(_("Later looks"), size="small")
        self.lay_out = Button(_("Lay them out"), size="small")
        self.catch.clicked.connect(self.catch_wanted)
        self.looks.clicked.connect(self.looks_wanted)
        self.lay_out.clicked.connect(self.lay_out_wanted)
        self._head = FoldingRow()
        self._head.addWidget(Label(_("Fragments"), wrap=False), 1)
        self._ways = FoldingRow()
        for button in (self.catch, self.looks, self.lay_out):
            self._ways.addWidget(button)
        self._head.addLayout(self._ways)
        self.body.addLayout(self._head)
        self.body.addLayout(self._rows)
        self.body.addWidget(Hairline())
        self.body.addLayout(self._field)
        self.restyle()

    def wait_in(self, drafts: Drafts, key: str) -> None:
        """Let what is typed and not added wait under this name, and show what waited there."""
        if key == self._waits_in:
            return
        if self._unfinished is not None:
            self._unfinished.hold()
            self._unfinished.deleteLater()
        self._waits_in = key
        self.text.clear()
        self.kind.setCurrentIndex(0)
        self._unfinished = Unfinished(drafts, key, {"kind": self.kind, "text": self.text}, self)

    def show_fragments(self, fragments: Sequence[Fragment], session_day: date) -> None:
        """Show these, in order of time."""
        clear(self._rows)
        self.lay_out.setVisible(bool(fragments))
        self.looks.setVisible(bool(fragments))
        for fragment in sorted(fragments, key=lambda f: (f.moment.instant, f.id)):
            if self._rows.count():
                self._rows.addWidget(Hairline())
            self._rows.addWidget(_FragmentRow(fragment, session_day))

    def arrange(self, *, narrow: bool) -> None:
        """The parts of a new one under each other where there is little room."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._field.setDirection(down if narrow else across)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_head"):
            look = theme()
            self._head.setSpacing(look.px(8))
            self._ways.setSpacing(look.px(8))
            self._rows.setSpacing(look.px(9))
            self._field.setSpacing(look.px(8))
            self.kind.setFixedWidth(max(look.px(140), self.kind.words_width))

    def _give(self) -> None:
        words = self.text.text().strip()
        kind = self.kind.value
        if words and isinstance(kind, FragmentKind) and self._unfinished is not None:
            if self._unfinished.tell(self.fragment_given, kind, words):
                self.text.clear()
                self._unfinished.let_go()
            self.text.setFocus()


class _FragmentRow(Restyled, QWidget):
    """Icon, words, and what it is with its time."""

    def __init__(self, fragment: Fragment, session_day: date) -> None:
        super().__init__()
        self._kind = fragment.kind
        self._icon = QLabel()
        words = Words(fragment.text, style="fragment")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(words, 1)
        said = _("{kind}, {when}").format(
            kind=fragment_kind_name(fragment.kind), when=_when(fragment.moment.local, session_day)
        )
        self._line.addWidget(Caption(said, wrap=False), 0, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and icon from the theme."""
        look = theme()
        side = look.px(20)
        self._icon.setPixmap(icon_pixmap(f"fragment_{self._kind.value}", look.color("session"), side, 2))
        self._icon.setFixedSize(QSize(side, look.px(24)))
        self._line.setSpacing(look.px(12))


def _when(local: datetime, session_day: date) -> str:
    if local.date() == session_day:
        return clock_time(local)
    return _("{day}, {time}").format(day=day_short(local.date(), session_day), time=clock_time(local))
