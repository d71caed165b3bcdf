"""What was written about a session."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.reflection import Reflection
from kapjournal.ui.sessions.opening_row import OpeningRow, RowIcon
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.text import Body, Label
from kapjournal.ui.shared.theme import theme
from kapjournal.words.dates import day_in_year
from kapjournal.words.language import _

__all__ = ["WrittenCard", "written_title"]
_LONGEST = 80
"""What is longer is named by its beginning."""
_SENTENCE_END = re.compile(r"[.?!](?=\s)")


class WrittenCard(Card):
    """A row for each reflection; `reflection_wanted` carries its id, or None for a new one."""

    reflection_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.write = Button(_("Write"), icon="write", size="small")
        self.write.setAccessibleName(_("Write a reflection"))
        self.write.clicked.connect(self._want_new)
        head = QHBoxLayout()
        head.addWidget(Label(_("Written since"), wrap=False), 1)
        head.addWidget(self.write)
        self._rows = QVBoxLayout()
        self.body.addLayout(head)
        self.body.addLayout(self._rows)
        self.restyle()

    def show_reflections(self, reflections: Sequence[Reflection], today: date) -> None:
        """Show these, the newest first."""
        clear(self._rows)
        if not reflections:
            self._rows.addWidget(
                Body(_("Nothing is written about this session yet. A line is enough."), "ink2")
            )
        for reflection in sorted(reflections, key=lambda r: (r.moment.instant, r.id), reverse=True):
            self._rows.addWidget(Hairline())
            icon = "integrate" if reflection.prompt is not None else "new_reflection"
            sign = RowIcon("shared", "accent") if reflection.to_share else RowIcon("private", "ink2")
            row = OpeningRow(icon, written_title(reflection), _said(reflection, today), sign)
            row.wanted.connect(partial(self.reflection_wanted.emit, reflection.id))
            self._rows.addWidget(row)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_rows"):
            self._rows.setSpacing(theme().px(8))

    def _want_new(self) -> None:
        self.reflection_wanted.emit(None)


def written_title(reflection: Reflection) -> str:
    """Its title, else the question it answers, else its first words."""
    if reflection.title.strip():
        return _short(reflection.title.strip())
    if reflection.prompt is not None:
        return first_sentence(reflection.prompt.question)
    line = next((line.strip("# ").strip() for line in reflection.text.splitlines() if line.strip()), "")
    return _short(line) or _("A reflection without words yet")


def _short(words: str) -> str:
    return words[:_LONGEST].rstrip() + "…" if len(words) > _LONGEST else words


def first_sentence(question: str) -> str:
    """As much of a question as names it in a list."""
    found = _SENTENCE_END.search(question)
    return question[: found.end()] if found is not None else question


def _said(reflection: Reflection, today: date) -> str:
    days = (today - reflection.moment.day).days
    day = {0: _("Today"), 1: _("Yesterday")}.get(days, day_in_year(reflection.moment.day))
    shared = _("marked to share") if reflection.to_share else _("private")
    return _("{day}, {shared}").format(day=day, shared=shared)
