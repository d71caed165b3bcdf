"""One question before a session, under its intention: write about it, or take another."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession, SessionStatus
from kapjournal.domain.prompt import AskedPrompt
from kapjournal.guidance.circumstances import Circumstances
from kapjournal.guidance.prompts import before_session
from kapjournal.journal.journal import Journal
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.circumstances import circumstances_now
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _


class QuestionRow(Restyled, QWidget):
    """The same question for a session however often it is opened; hidden where the session is not to come."""

    write_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._session: KapSession | None = None
        self._now: datetime | None = None
        self._slot = 0
        self._asked: AskedPrompt | None = None
        self._leaf = QLabel()
        self._question = Body(role="ink2")
        self._question.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.write = Button(_("Write"), kind="soft", icon="write", size="small")
        self.write.setAccessibleName(_("Write about this question"))
        self.write.clicked.connect(self._write)
        self.another = Button(_("Another"), kind="quiet", size="small")
        self.another.setAccessibleName(_("Another question"))
        self.another.clicked.connect(self._go_on)
        self._words = QHBoxLayout()
        self._words.addWidget(self._leaf, 0, Qt.AlignmentFlag.AlignTop)
        self._words.addWidget(self._question, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.write, 0, Qt.AlignmentFlag.AlignTop)
        self._buttons.addWidget(self.another, 0, Qt.AlignmentFlag.AlignTop)
        self._buttons.addStretch(0)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addLayout(self._words, 1)
        self._line.addLayout(self._buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Hairline())
        self._column.addLayout(self._line)
        self.restyle()

    @property
    def asked(self) -> AskedPrompt | None:
        """The question as it is asked now."""
        return self._asked

    def show_for(self, session: KapSession, now: datetime, journal: Journal) -> None:
        """Show the question of a session that is to come."""
        if self._session is None or self._session.id != session.id:
            self._slot = 0
        self._session, self._now, self._journal = session, now, journal
        self._show()

    def arrange(self, *, narrow: bool) -> None:
        """The buttons go under the question where there is little room."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def restyle(self) -> None:
        """Take spacing and the leaf from the theme."""
        look = theme()
        side = look.px(16)
        self._leaf.setPixmap(icon_pixmap("integrate", look.color("accent"), side, 2))
        self._leaf.setFixedSize(QSize(side, look.px(20)))
        self._column.setSpacing(look.px(12))
        self._words.setSpacing(look.px(10))
        # The first line stands in the middle of the buttons' height.
        self._words.setContentsMargins(0, look.px(5), 0, 0)
        self._line.setSpacing(look.px(10))
        self._buttons.setSpacing(look.px(4))

    def _show(self) -> None:
        self._asked = None
        if self._session is not None and self._now is not None and self._journal is not None:
            is_to_come = self._session.status is SessionStatus.PLANNED and (
                self._session.moment.aware > self._now
                or self._session.moment.local.date() >= self._now.date()
            )
            if is_to_come:
                self._ask(self._session, circumstances_now(self._journal, self._now))
        self.setVisible(self._asked is not None)

    def _ask(self, session: KapSession, circumstances: Circumstances) -> None:
        offer = before_session(circumstances, session, self._slot)
        if offer is not None:
            prompt = offer.prompt
            self._asked = AskedPrompt(prompt.id, prompt.text, prompt.domain.value, offer.window)
            self._question.setText(prompt.text)

    def _go_on(self) -> None:
        self._slot += 1
        self._show()

    def _write(self) -> None:
        if self._asked is not None:
            self.write_wanted.emit(self._asked)
