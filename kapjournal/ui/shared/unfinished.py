"""What stands in a form and is not kept yet: held at each pause, and there again when the form is next shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QWidget

from kapjournal.ui.shared.day_and_time import DateField, TimeField
from kapjournal.ui.shared.fields import Choice, TextArea, TextField
from kapjournal.ui.shared.search_field import SearchField
from kapjournal.ui.shared.text_field import PAUSE_MS

if TYPE_CHECKING:
    from kapjournal.journal.drafts import Drafts

Input = TextField | TextArea | SearchField | DateField | TimeField | Choice | QAbstractButton
"""What a form may be made of; of a button it is whether it is pressed in."""


class Unfinished(QObject):
    """The fields of one form under the name of its draft; made once the fields show how the form begins."""

    def __init__(self, drafts: Drafts, key: str, fields: Mapping[str, Input], parent: QWidget) -> None:
        super().__init__(parent)
        self._drafts, self._key, self._fields = drafts, key, dict(fields)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.hold)
        self._at_first = self._given()
        self._kept = self._at_first
        draft = drafts.held(key)
        self.left: datetime | None = None
        if draft is not None:
            self._show(draft.fields)
            self._kept = self._given()
            self.left = draft.left if self._kept != self._at_first else None
        for field in self._fields.values():
            _signal_of(field).connect(self._touched)

    def tell(self, wish: SignalInstance, *values: object) -> bool:
        """Tell by a signal what was given; False where the journal refused it, and then it goes on waiting."""
        self.hold()
        before = self._drafts.refused
        wish.emit(*values)
        return self._drafts.refused == before

    def hold(self) -> None:
        """Make what stands there durable; what stands there as at first is nothing."""
        self._pause.stop()
        given = self._given()
        if given == self._kept:
            return
        if given == self._at_first:
            self._drafts.let_go(self._key)
        else:
            self._drafts.hold(self._key, given)
        # What cannot be held now goes on waiting.
        self._kept = given

    def let_go(self) -> None:
        """What stands there is kept now, or not wanted: nothing waits any more, and this is how the form begins."""
        self._pause.stop()
        self._drafts.let_go(self._key)
        self._at_first = self._kept = self._given()

    def begin_anew(self) -> None:
        """Show the form as it was at first."""
        self._show(self._at_first)
        self.let_go()

    def _touched(self) -> None:
        self._pause.start()

    def _given(self) -> dict[str, str]:
        return {name: _given(field) for name, field in self._fields.items()}

    def _show(self, given: Mapping[str, str]) -> None:
        for name, text in given.items():
            if name in self._fields:
                _put(self._fields[name], text)


def _signal_of(field: Input) -> SignalInstance:
    match field:
        case DateField() | TimeField():
            return field.edit.textChanged
        case TextField():
            return field.edited
        case SearchField():
            return field.searched
        case TextArea() | Choice():
            return field.changed
        case _:
            return field.toggled


def _given(field: Input) -> str:
    match field:
        case DateField() | TimeField():
            return field.edit.text()
        case TextField() | SearchField():
            return field.text()
        case TextArea():
            return field.text
        case Choice():
            return field.currentText()
        case _:
            return "x" if field.isChecked() else ""


def _put(field: Input, text: str) -> None:
    match field:
        case DateField() | TimeField():
            field.take_words(text)
        case TextField() | SearchField():
            field.setText(text)
        case TextArea():
            field.setPlainText(text)
        case Choice():
            field.choose(text)
        case _:
            field.setChecked(bool(text))
