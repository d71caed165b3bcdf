"""A card of rows: its name and a button in its head, a line above each row."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.text import Body, Label
from kapjournal.ui.shared.theme import theme


class RowsCard(Card):
    """Shows rows, or a sentence where there are none."""

    def __init__(self, name: str, button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.addWidget(Label(name, wrap=False), 1)
        head.addWidget(button)
        self._rows = QVBoxLayout()
        self.body.addLayout(head)
        self.body.addLayout(self._rows)
        self.restyle()

    def show_rows(self, rows: Iterable[QWidget], without: str) -> None:
        """Show these in place of those before; `without` is said where there are none."""
        clear(self._rows)
        for row in rows:
            self._rows.addWidget(Hairline())
            self._rows.addWidget(row)
        if not self._rows.count():
            self._rows.addWidget(Body(without, "ink2"))

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_rows"):
            self._rows.setSpacing(theme().px(8))
