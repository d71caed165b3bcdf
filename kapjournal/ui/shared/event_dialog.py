"""Something that happened, noted or mended: its kind, its day, a few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.moment import moment_on
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import Choice, TextArea, field
from kapjournal.ui.shared.moment_dialog import MomentFields
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.unfinished import Input
from kapjournal.words.language import _
from kapjournal.words.names import event_kind_name


class EventDialog(Dialog):
    """`kept` carries the event as it is now."""

    kept = Signal(Event)

    def __init__(self, event: Event | None, now: datetime, parent: QWidget) -> None:
        super().__init__(_("An event") if event is None else _("Change the event"), parent, width=480)
        self._before = (
            event
            if event is not None
            else Event(moment=moment_on(now.date(), now), kind=EventKind.LIFE_EVENT, text="")
        )
        shown = self._before
        self.kind = Choice([(kind, event_kind_name(kind)) for kind in EventKind], value=shown.kind)
        self.text = TextArea(shown.text, least_lines=3)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.fields = MomentFields(shown.moment, now)
        self._text_field = field(_("What happened"), self.text)
        self.body.addWidget(
            Body(
                _("Events stand on the charts beside the sessions. An amount of medicine is kept as words."),
                "ink2",
            )
        )
        self.body.addWidget(field(_("Kind"), self.kind))
        self.body.addWidget(self._text_field)
        self.body.addWidget(self.fields)
        self.keep_button = self.end_in(_("Add") if event is None else _("Keep"), self._keep)
        self.closed.connect(self.deleteLater)

    def inputs(self) -> dict[str, Input]:
        """What it was, the words, when."""
        return {"kind": self.kind, "text": self.text, **self.fields.inputs()}

    def _keep(self) -> None:
        text, kind, moment = self.text.text.strip(), self.kind.value, self.fields.moment()
        self._text_field.say_wrong("" if text else _("A word is needed here."))
        if not text or moment is None or not isinstance(kind, EventKind):
            return
        changed = replace(self._before, kind=kind, text=text, moment=moment)
        if changed != self._before:
            self.give(self.kept, changed)
        else:
            self.leave_it()
