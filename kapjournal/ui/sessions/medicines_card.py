"""Current medicines, as the person was told; each change is also noted as an event on the line of the course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.course import Course, CurrentMedicine
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.fields import TextField
from kapjournal.ui.shared.text import Caption, Label
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _

if TYPE_CHECKING:
    from kapjournal.journal.drafts import Drafts


class MedicinesCard(Card):
    """`given(medicines)` tells the whole list once a row is left with something new in it."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self._kept: tuple[CurrentMedicine, ...] = ()
        self._drafts: Drafts | None = None
        self._key = ""
        self.rows: list[tuple[TextField, TextField]] = []
        self.add = Button(_("Add"), icon="add", size="small")
        self.add.setAccessibleName(_("Add a medicine"))
        self.add.clicked.connect(self._add)
        head = QHBoxLayout()
        head.addWidget(Label(_("Current medicines, as I was told"), wrap=False), 1)
        head.addWidget(self.add)
        self._list = QVBoxLayout()
        self.body.addLayout(head)
        self.body.addLayout(self._list)
        self.body.addWidget(
            Caption(_("Amounts are kept as words. A change is also noted as an event, on its day."))
        )

    def wait_in(self, drafts: Drafts, key: str) -> None:
        """Let what is half written wait under this name; what waited there is told as it was left.

        A medicine that is half written is no medicine yet, and would stand as an event on the line of the course.
        """
        if key == self._key:
            return
        self._drafts, self._key = drafts, key
        left = drafts.held(key)
        if left is not None:
            pairs = [left.fields[place].partition("\n") for place in sorted(left.fields)]
            self._show(tuple(CurrentMedicine(name, as_told) for name, _line, as_told in pairs))
            self._tell()

    def show_course(self, course: Course) -> None:
        """Show the medicines of a course."""
        if course.medicines != self._kept or len(self.rows) != len(course.medicines):
            self._kept = course.medicines
            self._show(course.medicines)

    def _show(self, medicines: tuple[CurrentMedicine, ...]) -> None:
        clear(self._list)
        self.rows = []
        for medicine in medicines:
            self._put(medicine)

    def _put(self, medicine: CurrentMedicine) -> None:
        name = TextField(medicine.name, _("Name"))
        as_told = TextField(medicine.as_told, _("How much and when, as I was told"))
        name.setAccessibleName(_("Name of the medicine"))
        leave_out = IconButton("close", "", bare=True, size="small")

        def name_row(text: str) -> None:
            called = text.strip() or _("Medicine")
            as_told.setAccessibleName(_("{name}: how much and when").format(name=called))
            leave_out.set_name(_("No longer: {name}").format(name=called))

        name_row(medicine.name)
        name.textChanged.connect(name_row)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(8))
        line.addWidget(name, 2)
        line.addWidget(as_told, 3)
        line.addWidget(leave_out)
        pair = (name, as_told)
        for each in pair:
            each.editingFinished.connect(self._tell)
            each.put_in.connect(self._tell)
            each.paused.connect(self._hold)
        leave_out.clicked.connect(lambda: self._leave_out(pair))
        self.rows.append(pair)
        self._list.addWidget(row)

    def _add(self) -> None:
        self._put(CurrentMedicine(""))
        self.rows[-1][0].setFocus()

    def _leave_out(self, pair: tuple[TextField, TextField]) -> None:
        self.rows.remove(pair)
        row = pair[0].parentWidget()
        if row is not None:
            row.hide()
            row.deleteLater()
        self.add.setFocus()
        self._tell()

    def _hold(self) -> None:
        if self._drafts is not None:
            rows = ((name.text(), as_told.text()) for name, as_told in self.rows)
            self._drafts.hold(self._key, {f"{i:03}": "\n".join(row) for i, row in enumerate(rows)})

    def _tell(self) -> None:
        now = tuple(
            CurrentMedicine(name.text().strip(), as_told.text().strip())
            for name, as_told in self.rows
            if name.text().strip()
        )
        if now != self._kept:
            self._kept = now
            self.given.emit(now)
        if self._drafts is not None:
            self._drafts.let_go(self._key)
