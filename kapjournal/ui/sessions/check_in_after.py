"""The check-in of the same day after a session: the one that is there, or the way to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kapjournal.domain.check_in import CheckIn, CheckInType
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.moment import journal_day
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.level_glyph import LevelGlyph
from kapjournal.ui.shared.text import Body, Label
from kapjournal.words.dates import clock_time
from kapjournal.words.language import _
from kapjournal.words.mood import mood_value_text


class CheckInAfter(Card):
    """Hidden where there is none and its day has passed."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(24, 14))
        self._check_in: CheckIn | None = None
        self._glyph = LevelGlyph(None, size=20)
        self._words = Body(role="ink2")
        self.button = Button(_("Check in"), size="small")
        self.button.clicked.connect(self._want)
        row = QHBoxLayout()
        row.addWidget(Label(_("Check-in after"), wrap=False))
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)

    def show_check_in(self, session: KapSession, check_ins: Sequence[CheckIn], now: datetime) -> None:
        """Show the last one that was given after the session on its day."""
        after = [
            c
            for c in check_ins
            if c.type is CheckInType.POST_SESSION and c.moment.instant >= session.moment.instant
        ]
        found = self._check_in = after[-1] if after else None
        has_begun = session.moment.aware <= now
        is_today = session.moment.day == journal_day(now.replace(tzinfo=None)) and has_begun
        self.setVisible(found is not None or is_today)
        self._glyph.setVisible(found is not None and found.mood is not None)
        if found is not None:
            self._glyph.set_value(found.mood)
            mood = mood_value_text(found.mood) if found.mood is not None else _("without a mood")
            self._words.setText(
                _("At {time}: {mood}.").format(time=clock_time(found.moment.local), mood=mood)
            )
            self.button.set_text(_("Open it"))
        else:
            self._words.setText(_("Mood, distress and anxiety this evening, if you like."))
            self.button.set_text(_("Check in"))

    def _want(self) -> None:
        self.wanted.emit(self._check_in.id if self._check_in is not None else None)
