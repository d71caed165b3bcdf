"""Practices that hold the words of a search: they have no day of their own, so they stand above the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.domain.practice import Practice
from kapjournal.journal.journal import Journal
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.text import Caption
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.hits import find_hits
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number

AT_MOST = 4


class FoundPractices(Restyled, QWidget):
    """A row for each that was found; pressing it opens the practice."""

    practice_requested = Signal(int)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._count = Caption("", "ink2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._count)
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        self.hide()
        self.restyle()

    def search(self, text: str) -> None:
        """Show what holds every word; nothing where no word is wanted."""
        found = _found(self._journal, text) if text.strip() else ()
        clear(self._rows)
        for practice in found[:AT_MOST]:
            row = Button(practice.name, kind="quiet", icon="practice", size="small")
            row.setAccessibleName(_("Practice: {name}").format(name=practice.name))
            row.clicked.connect(partial(self.practice_requested.emit, practice.id))
            self._rows.addWidget(row)
            row.show()
        words = ngettext("{count} practice", "{count} practices", len(found))
        self._count.setText(words.format(count=number(len(found))))
        self.setVisible(bool(found))

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._column.setSpacing(theme().px(2))
        self._rows.setSpacing(0)


def _found(journal: Journal, text: str) -> tuple[Practice, ...]:
    """Those whose name, question or a day's note holds every word, each as the beginning of a word."""
    notes: dict[int, list[str]] = {}
    for day in journal.practices.noted():
        notes.setdefault(day.practice_id, []).append(day.note)
    return tuple(
        practice
        for practice in journal.practices.all()
        if all(
            find_hits(" ".join((practice.name, practice.question, *notes.get(practice.id, ()))), word)
            for word in text.split()
        )
    )
