"""The side effects of a session in words and bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kapjournal.domain.kap_session import Severity, SideEffect
from kapjournal.ui.sessions.strength import BARS, StrengthBars
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.text import Body, Label, Name, Words
from kapjournal.ui.shared.theme import theme
from kapjournal.words.dates import duration_min
from kapjournal.words.language import _
from kapjournal.words.names import severity_name, side_effect_name

OWN = "other"


class SideEffectsCard(Card):
    """One row each; the button opens the dialog in which they are said."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(24, 16))
        self.note = Button(_("Say what there was"), size="small")
        self.note.clicked.connect(self.wanted)
        head = QHBoxLayout()
        head.addWidget(Label(_("Side effects"), wrap=False), 1)
        head.addWidget(self.note)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(2, 0)
        self._grid.setColumnStretch(3, 3)
        self.body.addLayout(head)
        self.body.addLayout(self._grid)
        self.restyle()

    def show_effects(self, effects: Sequence[SideEffect]) -> None:
        """Show these, the strongest first."""
        clear(self._grid)
        self.note.set_text(_("Change") if effects else _("Say what there was"))
        self.note.setAccessibleName(
            _("Side effects: change what there was") if effects else _("Side effects: say what there was")
        )
        if not effects:
            self._grid.addWidget(
                Body(_("Nothing is said yet, which is not the same as none."), "ink2"), 0, 0, 1, 4
            )
            return
        for index, effect in enumerate(sorted(effects, key=lambda e: -BARS[e.severity])):
            row = 2 * index
            self._grid.addWidget(Hairline(), row, 0, 1, 4)
            self._grid.addWidget(Name(effect_name(effect)), row + 1, 0)
            if effect.severity is not Severity.NONE:
                self._grid.addWidget(StrengthBars(effect.severity), row + 1, 1, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(Words(severity_name(effect.severity), "ink2"), row + 1, 2)
            self._grid.addWidget(Words(gone_words(effect), "ink2"), row + 1, 3)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_grid"):
            self._grid.setHorizontalSpacing(theme().px(12))
            self._grid.setVerticalSpacing(theme().px(9))


def effect_name(effect: SideEffect) -> str:
    """Its name, or the person's own words."""
    return (
        effect.note.strip() if effect.code == OWN and effect.note.strip() else side_effect_name(effect.code)
    )


def gone_words(effect: SideEffect) -> str:
    """'gone after 2 h', 'still there', or nothing where it was not said."""
    if effect.resolved is None:
        return ""
    if not effect.resolved:
        return _("still there")
    if effect.passed_after_min is None:
        return _("gone")
    return _("gone after {time}").format(time=duration_min(effect.passed_after_min))
