"""What the experience was made of: themes in plain words, each welcome or not; never added up."""

from __future__ import annotations

from weakref import WeakSet

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kapjournal.domain.around_dose import THEMES, Theme, Welcome
from kapjournal.domain.kap_session import KapSession
from kapjournal.ui.sessions.draft import SessionDraft
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.folding import FoldingRow
from kapjournal.ui.shared.text import Caption, Label, Strong
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unset_choice import UnsetChoice
from kapjournal.words.around_dose import theme_name, theme_strength, welcome_name
from kapjournal.words.language import _


class ThemesCard(Card):
    """Chosen themes as rows, the others as chips; a chip brings its row, a second press takes it back."""

    def __init__(self, draft: SessionDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._rows: dict[str, ThemeRow] = {}
        self._list = QVBoxLayout()
        self._flow = ChipFlow(_("Themes"))
        self.chips: dict[str, Chip] = {}
        for code in THEMES:
            chip = Chip(theme_name(code), size="small")
            chip.setProperty("code", code)
            chip.toggled.connect(self._toggled)
            self.chips[code] = chip
            self._flow.add(chip)
        self.body.addWidget(Label(_("What was in it")))
        self.body.addLayout(self._list)
        self.body.addWidget(self._flow)
        self.body.addWidget(Caption(_("Little happened is as good an answer as any. Nothing is added up.")))

    @property
    def rows(self) -> dict[str, ThemeRow]:
        """The rows of the chosen themes, by code."""
        return dict(self._rows)

    def show_session(self, session: KapSession) -> None:
        """Show the themes of a session."""
        if session.themes == self._themes() and self._rows:
            return
        chosen = {t.code for t in session.themes}
        for code, chip in self.chips.items():
            chip.blockSignals(True)
            chip.setChecked(code in chosen)
            chip.blockSignals(False)
            chip.restyle()
        self._show(session.themes)

    def _show(self, themes: tuple[Theme, ...]) -> None:
        clear(self._list)
        self._rows = {}
        lines: WeakSet[FoldingRow] = WeakSet()
        for shown in themes:
            row = ThemeRow(shown, lines)
            row.changed.connect(self._keep)
            self._list.addWidget(row)
            self._list.addWidget(Hairline())
            self._rows[shown.code] = row

    def _themes(self) -> tuple[Theme, ...]:
        return tuple(row.theme for row in self._rows.values())

    def _toggled(self, chosen: bool) -> None:
        chip = self.sender()
        code = str(chip.property("code")) if chip is not None else ""
        others = tuple(t for t in self._themes() if t.code != code)
        themes = (*others, Theme(code, 2)) if chosen else others
        self._show(themes)
        self._draft.change(themes=themes)

    def _keep(self) -> None:
        self._draft.change(themes=self._themes())


class ThemeRow(Restyled, QWidget):
    """How strong it was, and whether it was welcome, if that is said; it folds when one of its list has to."""

    changed = Signal()

    def __init__(self, shown: Theme, lines: WeakSet[FoldingRow]) -> None:
        super().__init__()
        self._code = shown.code
        self._before = shown.strength
        name = theme_name(shown.code)
        self.strength = UnsetChoice([(n, theme_strength(n)) for n in (1, 2, 3)], name, size="small")
        self.strength.set_value(shown.strength)
        self.welcome = UnsetChoice([(w, welcome_name(w)) for w in Welcome], name, size="small")
        self.welcome.set_value(shown.welcome)
        self.strength.changed.connect(self._tell)
        self.welcome.changed.connect(self._tell)
        self._line = FoldingRow(lines)
        self.setLayout(self._line)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(Strong(name, wrap=False), 1)
        self._line.addWidget(self.strength)
        self._line.addWidget(self.welcome)
        self.restyle()

    @property
    def theme(self) -> Theme:
        """What was said."""
        strength, welcome = self.strength.value, self.welcome.value
        return Theme(
            self._code,
            strength if isinstance(strength, int) else self._before,
            welcome if isinstance(welcome, Welcome) else None,
        )

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._line.setSpacing(theme().px(12))

    def _tell(self) -> None:
        # A theme always has a strength: the chosen one stays when it is pressed again.
        if isinstance(self.strength.value, int):
            self._before = self.strength.value
        else:
            self.strength.set_value(self._before)
        self.changed.emit()
