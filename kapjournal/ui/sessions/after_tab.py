"""After: how it was, what came up, and side effects."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.reflection import Fragment
from kapjournal.ui.sessions.check_in_after import CheckInAfter
from kapjournal.ui.sessions.draft import SessionDraft
from kapjournal.ui.sessions.field_grid import FieldGrid
from kapjournal.ui.sessions.fragments_card import FragmentsCard
from kapjournal.ui.sessions.side_effects_card import SideEffectsCard
from kapjournal.ui.sessions.themes_card import ThemesCard
from kapjournal.ui.sessions.track import Track
from kapjournal.ui.sessions.vital_signs_card import VitalSignsCard
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _


class AfterTab(Restyled, QWidget):
    """Tracks that may stay unset, fragments, side effects, vital signs, the check-in after, themes."""

    def __init__(self, draft: SessionDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.depth_track = Track(_("How deep it went"), _("at the surface"), _("very deep"))
        self.difficulty_track = Track(_("How difficult it was"), _("easy"), _("very hard"))
        self.meaning_track = Track(_("How meaningful it was"), _("little"), _("very much"))
        self.depth_track.changed.connect(self._set_depth)
        self.difficulty_track.changed.connect(self._set_difficulty)
        self.meaning_track.changed.connect(self._set_meaning)
        self.safe_track = Track(_("How safe I felt"), _("not at all"), _("wholly"))
        self.safe_track.changed.connect(self._set_safe)
        self._tracks = FieldGrid(
            [self.depth_track, self.difficulty_track, self.meaning_track, self.safe_track], 2, gap=34
        )
        card = Card(padding=(24, 17))
        card.body.addWidget(self._tracks)
        self.fragments = FragmentsCard()
        self.side_effects = SideEffectsCard()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.themes = ThemesCard(draft)
        self.vital_signs = VitalSignsCard(draft)
        self.check_in = CheckInAfter()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.addWidget(self.side_effects, 416)
        self._sides.addWidget(self.vital_signs, 268)
        self._column.addWidget(card)
        self._column.addWidget(self.fragments)
        self._column.addLayout(self._sides)
        self._column.addWidget(self.check_in)
        self._column.addWidget(self.themes)
        self.restyle()

    def show_session(self, session: KapSession) -> None:
        """Show the answers and side effects of a session."""
        self.depth_track.set_value(session.depth)
        self.difficulty_track.set_value(session.difficulty)
        self.meaning_track.set_value(session.meaningfulness)
        self.safe_track.set_value(session.felt_safe)
        self.side_effects.show_effects(session.side_effects_told)
        self.themes.show_session(session)
        self.vital_signs.show_session(session)

    def show_fragments(self, session: KapSession, fragments: Sequence[Fragment]) -> None:
        """Show its fragments."""
        self.fragments.show_fragments(fragments, session.moment.local.date())

    def arrange(self, columns: int) -> None:
        """Use this many columns."""
        self._tracks.set_columns(min(columns, 2))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(across if columns > 2 else down)
        self.fragments.arrange(narrow=columns < 3)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._column.setSpacing(theme().px(18))
        self._sides.setSpacing(theme().px(20))

    def _set_safe(self, value: int | None) -> None:
        self._draft.change(felt_safe=value)

    def _set_depth(self, value: int | None) -> None:
        self._draft.change(depth=value)

    def _set_difficulty(self, value: int | None) -> None:
        self._draft.change(difficulty=value)

    def _set_meaning(self, value: int | None) -> None:
        self._draft.change(meaningfulness=value)
