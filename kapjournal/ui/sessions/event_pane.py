"""An event of the course: what it was, and when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.event import Event
from kapjournal.ui.shared.buttons import Button, show_checked
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.text import Body, Reading, Title
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import clock_time, day_long
from kapjournal.words.language import _
from kapjournal.words.names import event_kind_name


class EventPane(Restyled, QWidget):
    """Shown in words; mended in a dialog."""

    mend_wanted = Signal()
    trash_wanted = Signal()
    share_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.event_shown: Event | None = None
        self._title = Title()
        self._when = Body(role="ink2")
        self._text = Reading()
        self.share = Button(_("Mark to share"), icon="share", size="small")
        self.share.setCheckable(True)
        self.share.toggled.connect(self.share_toggled)
        self.mend = Button(_("Change"), icon="write", size="small")
        self.mend.setAccessibleName(_("Change the event"))
        self.mend.clicked.connect(self.mend_wanted)
        self.trash = Button(_("Move to the trash"), kind="quiet", icon="trash", size="small")
        self.trash.clicked.connect(self.trash_wanted)
        card = Card()
        card.body.addWidget(self._text)
        self._buttons = QHBoxLayout()
        for button in (self.share, self.mend, self.trash):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        card.body.addLayout(self._buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head = QVBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self._when)
        self._column.addLayout(self._head)
        self._column.addWidget(card)
        self._column.addStretch(1)
        self.restyle()

    def show_event(self, event: Event, today: date) -> None:
        """Show an event."""
        self.event_shown = event
        self._title.setText(event_kind_name(event.kind))
        day = day_long(event.moment.day, today)
        if event.moment.has_time:
            day = _("{day}, {time}").format(day=day, time=clock_time(event.moment.local))
        self._when.setText(day)
        self._text.setText(event.text.strip() or _("No words were added."))
        show_checked(self.share, event.to_share)
        self.share.set_text(_("Marked to share") if event.to_share else _("Mark to share"))

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        # As on the pages of the sessions and of the course.
        self._column.setSpacing(look.px(19))
        self._head.setSpacing(look.px(3))
        self._buttons.setSpacing(look.px(8))
