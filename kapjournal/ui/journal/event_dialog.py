"""Something that happened, noted or mended: its kind, its day, a few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.moment import moment_on
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import Choice, DateField, TextArea, TimeField, field
from kapjournal.ui.shared.moment_dialog import moment_from
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _
from kapjournal.words.names import event_kind_name


class EventDialog(Dialog):
    """`kept` carries the event as it is now."""

    kept = Signal(Event)

    def __init__(self, event: Event | None, now: datetime, parent: QWidget) -> None:
        super().__init__(_("Note an event") if event is None else _("Event"), parent)
        self._now = now
        self._before = (
            event
            if event is not None
            else Event(moment=moment_on(now.date(), now), kind=EventKind.LIFE_EVENT, text="")
        )
        shown = self._before
        self.kind = Choice([(kind, event_kind_name(kind)) for kind in EventKind], value=shown.kind)
        self.text = TextArea(shown.text, least_lines=3)
        self.day = DateField(shown.moment.local.date(), today=now.date())
        self.time = TimeField(shown.moment.local.time() if shown.moment.has_time else None)
        self._text_field = field(
            _("In your words"), self.text, _("It stands on the charts beside the sessions.")
        )
        self._day_field = field(_("Day"), self.day)
        self.body.addWidget(field(_("What it was"), self.kind))
        self.body.addWidget(self._text_field)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(self._day_field, 3)
        row.addWidget(field(_("Time"), self.time, _("May stay empty.")), 2)
        self.body.addLayout(row)
        self.keep_button = Button(_("Keep"), "primary")
        self.keep_button.clicked.connect(self._keep)
        self.foot.addStretch(1)
        self.foot.addWidget(self.keep_button)

    def _keep(self) -> None:
        text, day, kind = self.text.text.strip(), self.day.value, self.kind.value
        self._text_field.say_wrong("" if text else _("A word is needed here."))
        self._day_field.say_wrong("" if day else _("That day is not in the calendar."))
        if not text or day is None or not self.time.understood or not isinstance(kind, EventKind):
            return
        moment = moment_from(day, self.time.value, self._before.moment, self._now)
        changed = replace(self._before, kind=kind, text=text, moment=moment)
        self.close_dialog()
        if changed != self._before:
            self.kept.emit(changed)
