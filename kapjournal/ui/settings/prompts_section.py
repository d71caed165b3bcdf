"""Questions: what the person would rather not be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal

from kapjournal.domain.person import Person
from kapjournal.journal import Journal
from kapjournal.ui.settings.rows import SettingRow, SettingsSection
from kapjournal.ui.shared.checkbox import Switch
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.wishes import Said
from kapjournal.words.language import _

BY = "settings"


class PromptsSection(SettingsSection):
    """Two switches that leave out questions wherever one is offered."""

    requested = Signal(object)

    def __init__(self, journal: Journal) -> None:
        super().__init__(_("Questions"))
        self._journal = journal
        self.trauma = Switch(_("Trauma care"))
        self.unsafe_home = Switch(_("Home is not safe"))
        self.trauma.toggled.connect(self._switch(lambda person, on: replace(person, trauma_care=on)))
        self.unsafe_home.toggled.connect(self._switch(lambda person, on: replace(person, home_not_safe=on)))
        self.show_rows(
            SettingRow(
                _("Trauma care"), _("Leaves out questions that may stir up what was too much."), self.trauma
            ),
            SettingRow(
                _("Home is not safe"),
                _("Leaves out questions that only make sense where you are safe with those around you."),
                self.unsafe_home,
            ),
        )
        note = _(
            "On hard days, in the first hours after a dose and when you are sped up, gentler questions come by"
            " themselves. Nothing here is shown to anyone."
        )
        self.introduce(Body(note, "ink2"))

    def reload(self) -> None:
        """Show the switches as they are."""
        person = self._journal.person.get()
        for switch, on in ((self.trauma, person.trauma_care), (self.unsafe_home, person.home_not_safe)):
            before = switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(before)

    def _switch(self, change: Callable[[Person, bool], Person]) -> Callable[[bool], None]:
        def switch(on: bool) -> None:
            self._journal.person.keep(change(self._journal.person.get(), on), BY)
            step = self._journal.step()
            said = _("Such questions are left out.") if on else _("Such questions may come again.")
            self.requested.emit(Said(said, lambda: self._undo(step)))

        return switch

    def _undo(self, step: int) -> None:
        self._journal.undo_step(step)
        self.reload()
