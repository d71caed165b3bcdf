"""Small dialogs that ask before a session is added, postponed, cancelled or stopped."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kapjournal.domain.kap_session import SessionKind
from kapjournal.domain.moment import Moment
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import TextField, field
from kapjournal.ui.shared.moment_dialog import WhenFields
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.unfinished import Input
from kapjournal.words.language import _
from kapjournal.words.names import session_kind_name


class _AskDialog(Dialog):
    """A dialog with one primary button."""

    def __init__(self, title: str, button: str, parent: QWidget) -> None:
        super().__init__(title, parent, width=480)
        self.do_button = self.end_in(button, self._do)
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


class NewSessionDialog(_AskDialog):
    """Asks when; a day that has passed means that it was held."""

    added = Signal(object)

    def __init__(self, kind: SessionKind, now: datetime, parent: QWidget) -> None:
        super().__init__(session_kind_name(kind), _("Add"), parent)
        self.when = WhenFields(now.date(), None, now)
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
        self.when = WhenFields(week_later, moment.local.time() if moment.has_time else None, now)
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
