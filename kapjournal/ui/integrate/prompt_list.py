"""A list of prompts: of one domain, of the favourites, of what is hidden, or what a search finds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.guidance.library import Prompt
from kapjournal.ui.integrate.prompt_row import PromptRow
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.text import Body, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _

AT_FIRST = 8
"""Rows that are shown until the rest is asked for, so that the domains stay in view."""


class PromptList(Restyled, QWidget):
    """Rows are made once for each prompt and shown again whenever they are needed."""

    write_wanted = Signal(object)
    favourite_toggled = Signal(object)
    hidden_toggled = Signal(object)
    change_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, PromptRow] = {}
        self._states: dict[str, tuple[bool, bool, bool, bool]] = {}
        self._title = Label()
        self._empty = Body("", "ink2")
        self._prompts: Sequence[Prompt] = ()
        self._more = Button("", "text", "open", "small")
        self._more.hide()
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._empty):
            self._column.addWidget(widget)
        self._column.addLayout(self._list)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self.restyle()

    def show_prompts(
        self,
        title: str,
        prompts: Sequence[Prompt],
        *,
        favourites: frozenset[str],
        hidden: frozenset[str],
        empty: str,
        with_domain: bool,
        waiting: frozenset[str] = frozenset(),
    ) -> None:
        """Show these prompts in their order, or a sentence where there are none."""
        self._prompts = prompts
        self._states = {
            p.id: (p.id in favourites, p.id in hidden, with_domain, p.id in waiting) for p in prompts
        }
        self._title.setText(title)
        self.setAccessibleName(title)
        self._empty.setText(empty)
        self._empty.setVisible(not prompts)
        self._fill(AT_FIRST)

    def _show_all(self) -> None:
        first = self._prompts[AT_FIRST]
        self._fill(len(self._prompts))
        self._rows[first.id].take_focus()

    def _fill(self, count: int) -> None:
        self.setUpdatesEnabled(False)
        shown = self._prompts[:count]
        wanted = {prompt.id for prompt in shown}
        for prompt_id, row in self._rows.items():
            row.setVisible(prompt_id in wanted)
        for place, prompt in enumerate(shown):
            row = self._row(prompt)
            favourite, hidden, with_domain, waits = self._states[prompt.id]
            row.set_state(favourite=favourite, hidden=hidden, with_domain=with_domain, waits=waits)
            self._list.insertWidget(place, row)
            row.show()
        left = len(self._prompts) - len(shown)
        self._more.set_text(_("Show {count} more").format(count=left))
        self._more.setVisible(left > 0)
        self.setUpdatesEnabled(True)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))
        self._list.setSpacing(0)

    def _row(self, prompt: Prompt) -> PromptRow:
        known = self._rows.get(prompt.id)
        if known is not None and known.prompt != prompt:
            known.hide()
            known.deleteLater()
            known = None
        if known is None:
            row = PromptRow(prompt)
            row.change_wanted.connect(self.change_wanted)
            row.write_wanted.connect(self.write_wanted)
            row.favourite_toggled.connect(self.favourite_toggled)
            row.hidden_toggled.connect(self.hidden_toggled)
            self._rows[prompt.id] = row
        return self._rows[prompt.id]
