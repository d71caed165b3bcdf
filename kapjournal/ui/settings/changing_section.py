"""A section of the settings whose rows change the journal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.journal.journal import Journal
from kapjournal.ui.settings.rows import SettingsSection
from kapjournal.ui.shared.wishes import Said


class ChangingSection(SettingsSection):
    """Shows the journal again after each change, and says how to take it back."""

    requested = Signal(object)

    def __init__(self, title: str, journal: Journal, *rows: QWidget) -> None:
        super().__init__(title, *rows)
        self._journal = journal

    def reload(self) -> None:
        """Show what the journal has now."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Say what was done last, with the way back."""
        step = self._journal.step()
        self.reload()
        self.requested.emit(Said(sentence, lambda: self._undo(step)))

    def _undo(self, step: int) -> None:
        self._journal.undo_step(step)
        self.reload()
