"""Small dialogs that ask before a session is added, postponed, cancelled or stopped."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from kapjournal.domain.kap_session import SessionKind
from kapjournal.domain.moment import Moment, moment_at, moment_on
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import DateField, TextField, TimeField, field
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.unfinished import Input
from kapjournal.words.language import _
from kapjournal.words.names import session_kind_name


class _AskDialog(Dialog):
    """A dialog with one primary button."""

    def __init__(self, title: str, button: str, parent: QWidget) -> None:
        super().__init__(title, parent, width=480)
        self.do_button = Button(button, "primary")
        self.do_button.clicked.connect(self._do)
        self.leave_button = Button(_("Leave it"), "quiet")
        self.leave_button.clicked.connect(self.leave_it)
        self.foot.addStretch(1)
        self.foot.addWidget(self.leave_button)
        self.foot.addWidget(self.do_button)
        self.closed.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a line of text does what the dialog is for."""
        in_line = isinstance(QApplication.focusWidget(), QLineEdit)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and in_line:
            self._do()
            event.accept()
            return
        super().keyPressEvent(event)

    def _do(self) -> None:
        raise NotImplementedError


class _When(QWidget):
    """A day, and a time that may stay empty."""

    def __init__(self, day: date | None, at: time | None, now: datetime) -> None:
        super().__init__()
        self._now = now
        self.day = DateField(day, today=now.date())
        self.time = TimeField(at)
        self._day_field = field(_("Day"), self.day)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self._day_field, 3)
        row.addWidget(field(_("Time"), self.time, _("May stay empty.")), 2)

    def inputs(self) -> dict[str, Input]:
        """Day and time."""
        return {"day": self.day, "time": self.time}

    def moment(self) -> Moment | None:
        """The moment, or None where the day is missing; it is said under the field."""
        day = self.day.value
        if day is None or not self.time.understood:
            self._day_field.say_wrong(
                _("A day is needed, such as {day}.").format(day=self._now.date().isoformat())
            )
            return None
        if self.time.value is None:
            return moment_on(day, self._now)
        return moment_at(datetime.combine(day, self.time.value, tzinfo=self._now.tzinfo))


class NewSessionDialog(_AskDialog):
    """Asks when; a day that has passed means that it was held."""

    added = Signal(object)

    def __init__(self, kind: SessionKind, now: datetime, parent: QWidget) -> None:
        super().__init__(session_kind_name(kind), _("Add"), parent)
        self.when = _When(now.date(), None, now)
        self.body.addWidget(Body(_("When is it planned, or when was it?"), "ink2"))
        self.body.addWidget(self.when)

    def inputs(self) -> dict[str, Input]:
        """Day and time."""
        return self.when.inputs()

    def _do(self) -> None:
        moment = self.when.moment()
        if moment is not None:
            self.give(self.added, moment)


class PostponeDialog(_AskDialog):
    """Asks for another day and, if there is one, a reason; the old day stays on the line."""

    postponed = Signal(object, str)

    def __init__(self, moment: Moment, now: datetime, parent: QWidget) -> None:
        super().__init__(_("Postpone the session"), _("Postpone"), parent)
        week_later = max(moment.local.date(), now.date()) + timedelta(days=7)
        self.when = _When(week_later, moment.local.time() if moment.has_time else None, now)
        self.reason = TextField(placeholder=_("A cold, for example"))
        self.body.addWidget(Body(_("The first date stays on the line, in words."), "ink2"))
        self.body.addWidget(self.when)
        self.body.addWidget(field(_("Reason, if you like"), self.reason))

    def inputs(self) -> dict[str, Input]:
        """The new day, and why."""
        return {**self.when.inputs(), "reason": self.reason}

    def _do(self) -> None:
        moment = self.when.moment()
        if moment is not None:
            self.give(self.postponed, moment, self.reason.text().strip())


class ReasonDialog(_AskDialog):
    """Asks for a reason, which may stay empty."""

    given = Signal(str)

    def __init__(self, title: str, sentence: str, button: str, parent: QWidget) -> None:
        super().__init__(title, button, parent)
        self.reason = TextField()
        self.body.addWidget(Body(sentence, "ink2"))
        self.body.addWidget(field(_("Reason, if you like"), self.reason))

    def inputs(self) -> dict[str, Input]:
        """The reason."""
        return {"reason": self.reason}

    def _do(self) -> None:
        self.give(self.given, self.reason.text().strip())
