"""What was written about a session."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.domain.reflection import Reflection
from kapjournal.ui.sessions.opening_row import OpeningRow, RowIcon
from kapjournal.ui.sessions.rows_card import RowsCard
from kapjournal.ui.shared.buttons import Button
from kapjournal.words.dates import day_in_year
from kapjournal.words.language import _
from kapjournal.words.markdown import plain

__all__ = ["WrittenCard", "written_title"]
_LONGEST = 80
"""What is longer is named by its beginning."""
_SENTENCE_END = re.compile(r"[.?!](?=\s)")


class WrittenCard(RowsCard):
    """A row for each reflection; `reflection_wanted` carries its id, or None for a new one."""

    reflection_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.write = Button(_("Write"), icon="write", size="small")
        super().__init__(_("Written since"), self.write, parent)
        self.write.setAccessibleName(_("Write a reflection"))
        self.write.clicked.connect(self._want_new)

    def show_reflections(self, reflections: Sequence[Reflection], today: date) -> None:
        """Show these, the newest first."""
        rows = []
        for reflection in sorted(reflections, key=lambda r: (r.moment.instant, r.id), reverse=True):
            icon = "integrate" if reflection.prompt is not None else "new_reflection"
            sign = RowIcon("shared", "accent") if reflection.to_share else RowIcon("private", "ink2")
            row = OpeningRow(icon, written_title(reflection), _said(reflection, today), sign)
            row.wanted.connect(partial(self.reflection_wanted.emit, reflection.id))
            rows.append(row)
        self.show_rows(rows, _("Nothing is written about this session yet. A line is enough."))

    def _want_new(self) -> None:
        self.reflection_wanted.emit(None)


def written_title(reflection: Reflection) -> str:
    """Its title, else the question it answers, else its first words."""
    if reflection.title.strip():
        return _short(reflection.title.strip())
    if reflection.prompt is not None:
        return first_sentence(reflection.prompt.question)
    line = next((line.strip() for line in plain(reflection.text).splitlines() if line.strip()), "")
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
