"""The check-in card: a mood is kept at one click; everything else is optional."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.check_in import CheckIn
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.level_glyph import LevelGlyph
from kapjournal.ui.shared.mood_row import RIM_PX, MoodRow
from kapjournal.ui.shared.support_note import SupportNote
from kapjournal.ui.shared.text import Caption, Section, Words
from kapjournal.ui.shared.theme import theme
from kapjournal.words.dates import clock_time, when
from kapjournal.words.language import _
from kapjournal.words.numbers import number


class CheckInCard(Card):
    """How someone is now, and what was noted last."""

    mood_chosen = Signal(int)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(28 - RIM_PX, 20), spacing=15)
        self.mood_row = MoodRow(accessible_name=_("How are you now?"))
        self.mood_row.chosen.connect(self.mood_chosen)
        self.mood_row.moved.connect(self._say_how_to_keep)
        self.mood_row.let_be.connect(self._say_again)
        self._shown: Callable[[], None] = lambda: None
        self.support_note = SupportNote()
        self.add_more = Button(_("Add more"), kind="soft", icon="add", size="small")
        self.add_more.clicked.connect(self.more_wanted)
        self._said = Caption(wrap=False)
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._tick = QLabel()
        self._glyph = LevelGlyph(None)
        self._value = Words(role="ink2", style="chip", wrap=False)
        self._head = QHBoxLayout()
        self._head.addWidget(Section(_("How are you now?"), wrap=False))
        self._head.addStretch(1)
        for widget in (self._tick, self._said, self._glyph, self._value, self.add_more):
            self._head.addWidget(widget)
        self.body.addLayout(self._head)
        self.body.addWidget(self.mood_row)
        self._note = QVBoxLayout()
        self._note.addWidget(self.support_note)
        self.body.addLayout(self._note)
        self.restyle()

    @property
    def said(self) -> str:
        """What stands beside the question: when a mood was noted last, or that it is kept."""
        return self._said.text()

    def show_last(self, last: CheckIn | None, now: datetime, *, short: bool) -> None:
        """Show an open row, and when a mood was noted last; `short` leaves out the words before it."""
        self._shown = partial(self.show_last, last, now, short=short)
        self.mood_row.set_mood(None)
        self.support_note.hide()
        self._show_kept(kept=False)
        words = when(last.moment.local, now.replace(tzinfo=None)) if last else ""
        if last is not None and not short:
            words = _("Last noted {when}").format(when=words)
        self._said.setText(words)
        mood = last.mood if last else None
        self._glyph.setVisible(mood is not None)
        self._value.setVisible(mood is not None)
        if mood is not None:
            self._glyph.set_value(mood)
            self._value.setText(number(mood, 1))

    def show_kept(self, check_in: CheckIn) -> None:
        """Show what was just kept, and the way to add more to it."""
        self._shown = partial(self.show_kept, check_in)
        self.mood_row.set_mood(round(check_in.mood) if check_in.mood is not None else None)
        self._show_kept(kept=True)
        self._said.setText(_("Kept, {time}").format(time=clock_time(check_in.moment.local)))

    def _say_how_to_keep(self, _step: int) -> None:
        """By keys a mood is only pointed at until Enter; what stands there would say that it is kept."""
        self._tick.hide()
        self._glyph.hide()
        self._value.hide()
        self._said.setText(_("Enter keeps it"))

    def _say_again(self) -> None:
        self._shown()

    def set_narrow(self, narrow: bool) -> None:
        """Less padding where there is little room, so that the row stays on one line."""
        self._padding = (20 - RIM_PX, 20) if narrow else (28 - RIM_PX, 20)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and the tick from the theme."""
        super().restyle()
        if not hasattr(self, "_head"):
            return
        look = theme()
        side = look.px(16)
        self._tick.setPixmap(icon_pixmap("kept", look.color("accent"), side, 2))
        self._tick.setFixedSize(QSize(side, side))
        self._head.setSpacing(look.px(8))
        rim = look.px(RIM_PX)
        self._head.setContentsMargins(rim, 0, rim, 0)
        self._note.setContentsMargins(rim, 0, rim, 0)
        # The head keeps the height of its button, so that nothing moves when it appears.
        self._value.setMinimumHeight(look.px(30))
        font = look.font("chip")
        font.setWeight(QFont.Weight.DemiBold)
        self._value.setFont(font)
        self._said.setMinimumHeight(look.px(30))

    def _show_kept(self, *, kept: bool) -> None:
        self._tick.setVisible(kept)
        self.add_more.setVisible(kept)
        if kept:
            self._glyph.hide()
            self._value.hide()
