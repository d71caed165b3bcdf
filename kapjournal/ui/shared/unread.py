"""What was typed into a day, a time or a number and cannot be taken as it stands: it waits where it was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from kapjournal.ui.shared.day_and_time import DateField, TimeField
from kapjournal.ui.shared.fields import NumberField
from kapjournal.ui.shared.text_field import PAUSE_MS, TextField

if TYPE_CHECKING:
    from kapjournal.journal.drafts import Drafts

Read = DateField | TimeField | NumberField


class Unread(QObject):
    """The fields of a pane whose record is shown, and again shown whenever anything of it changes.

    What cannot be read waits; so does all that can be, while `refused` says that it is not taken.
    """

    def __init__(
        self, fields: Mapping[str, Read], parent: QWidget, refused: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._fields = dict(fields)
        self._refused = refused
        self._drafts: Drafts | None = None
        self._key = ""
        self._typed: dict[str, str] = {}
        self._held: dict[str, str] = {}
        self._at_first: dict[str, str] = {}
        self._is_putting = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.hold)
        for field in self._fields.values():
            _line(field).edited.connect(self.look)
            field.changed.connect(self.look)
            _line(field).editingFinished.connect(self.hold)

    def show(self, drafts: Drafts, key: str) -> None:
        """Put back what waits under the name of a record; its fields show their values by now."""
        if key != self._key:
            self.hold()
            self._drafts, self._key = drafts, key
            draft = drafts.held(key)
            self._held = dict(draft.fields) if draft is not None else {}
            self._typed = dict(self._held)
            self._at_first = dict(self._held)
        self.put_back()

    def put_back(self) -> None:
        """Write what waits into its fields again, once they show their values."""
        self._is_putting = True
        for name, text in self._typed.items():
            field = self._fields.get(name)
            if field is not None and _line(field).text() != text:
                _put(field, text)
        self._is_putting = False
        if not self._is_refused():
            self._typed = {name: text for name, text in self._typed.items() if not self._is_read(name)}

    def rename(self, key: str) -> None:
        """The record was stored only now, or taken away: what waits goes on waiting under another name."""
        if self._drafts is None or key == self._key:
            return
        if self._held:
            self._drafts.let_go(self._key)
        self._key, self._held = key, {}
        self.hold()

    @property
    def waits(self) -> bool:
        """Whether anything does."""
        return bool(self._typed)

    def let_go(self) -> None:
        """Something else was chosen: nothing waits any more."""
        self._typed = {}
        self.hold()

    def set_back(self) -> None:
        """What waited when the record was first shown waits again, and nothing else."""
        self._typed = dict(self._at_first)
        self.hold()

    def look(self, _told: object = None) -> None:
        """Take stock of the fields as they stand now."""
        if self._is_putting:
            return
        refused = self._is_refused()
        before = dict(self._typed)
        for name, field in self._fields.items():
            if refused or not field.understood:
                self._typed[name] = _line(field).text()
            else:
                self._typed.pop(name, None)
        if self._typed != before:
            self._pause.start()

    def _is_refused(self) -> bool:
        return self._refused is not None and self._refused()

    def _is_read(self, name: str) -> bool:
        field = self._fields.get(name)
        return field is not None and field.understood

    def hold(self) -> None:
        """Make it durable; nothing waits any more where everything can be read."""
        self._pause.stop()
        if self._drafts is None or self._typed == self._held:
            return
        if self._typed:
            self._drafts.hold(self._key, self._typed)
        else:
            self._drafts.let_go(self._key)
        self._held = dict(self._typed)


def _line(field: Read) -> TextField:
    return field.edit if isinstance(field, (DateField, TimeField)) else field


def _put(field: Read, text: str) -> None:
    if isinstance(field, (DateField, TimeField)):
        field.take_words(text)
    else:
        QLineEdit.setText(field, text)
