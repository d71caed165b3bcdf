"""Vital signs as the person was told them: shown as they were typed, without a colour or a judgement."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kapjournal.domain.around_dose import VitalSigns, VitalTime
from kapjournal.domain.kap_session import KapSession
from kapjournal.ui.sessions.draft import SessionDraft
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.fields import TextField
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Body, Caption, Label
from kapjournal.ui.shared.theme import tabular, theme
from kapjournal.words.around_dose import vital_time_name
from kapjournal.words.language import _

_PARTS = ("pressure", "pulse", "oxygen")
_INSIDE_PX = 2
"""What Qt keeps free before the words of a field, which would stand beside the line of their heading."""
_AFTER_TIME_PX = 10
_HEAD_PX = 30
"""As high as the button in the head of the card beside it, so that both names stand on one line."""
_LOWER_PX = 2
"""A label's words stand a little higher in its height than those of a field: so both stand on one line."""
_ROW_PX = 38


class VitalSignsCard(Card):
    """Three times, three fields each; all may stay empty."""

    def __init__(self, draft: SessionDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=(24, 16), spacing=8)
        self._draft = draft
        names = {"pressure": _("mmHg"), "pulse": _("pulse"), "oxygen": _("oxygen %")}
        head = QHBoxLayout()
        self._name = Label(_("Vital signs"), wrap=False)
        head.addWidget(self._name, 1)
        head.addWidget(Caption(_("as I was told"), wrap=False))
        self._grid = QGridLayout()
        for column, part in enumerate(_PARTS, 1):
            self._grid.addWidget(Caption(names[part], "ink2", wrap=False), 0, column)
            self._grid.setColumnStretch(column, 3 if part == "pressure" else 2)
        self._times: list[Body] = []
        self.fields: dict[tuple[VitalTime, str], TextField] = {}
        for place, when in enumerate(VitalTime):
            row = 2 * place + 2
            self._grid.addWidget(Hairline(), row - 1, 0, 1, len(_PARTS) + 1)
            self._times.append(Body(vital_time_name(when), "ink2", wrap=False))
            self._grid.addWidget(self._times[-1], row, 0)
            for column, part in enumerate(_PARTS, 1):
                line = TextField(placeholder="–")
                line.setProperty("role", "bare")
                line.setTextMargins(-_INSIDE_PX, 0, -_INSIDE_PX, 0)
                line.setAccessibleName(
                    _("{sign}, {when}").format(sign=names[part], when=vital_time_name(when))
                )
                line.edited.connect(self._keep_soon)
                line.editingFinished.connect(draft.flush)
                self.fields[when, part] = line
                self._grid.addWidget(line, row, column)
        self.body.addLayout(head)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self.restyle()

    def show_session(self, session: KapSession) -> None:
        """Show what was told."""
        told = {signs.when: signs for signs in session.vital_signs}
        for (when, part), line in self.fields.items():
            text = getattr(told[when], part) if when in told else ""
            if line.text() != text:
                line.setText(text)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "fields"):
            look = theme()
            self._grid.setHorizontalSpacing(look.px(6))
            self._grid.setVerticalSpacing(0)
            self._name.setMinimumHeight(look.px(_HEAD_PX))
            for time in self._times:
                time.setContentsMargins(*sides(0, look.px(_LOWER_PX), look.px(_AFTER_TIME_PX), 0))
            for (_when, part), line in self.fields.items():
                line.setFont(tabular(look.font("body")))
                line.setMinimumHeight(look.px(_ROW_PX))
                line.setMinimumWidth(look.px(52 if part == "pressure" else 34))

    def _keep_soon(self) -> None:
        signs = (VitalSigns(when, *(self.fields[when, part].text() for part in _PARTS)) for when in VitalTime)
        self._draft.change_soon(vital_signs=tuple(s for s in signs if not s.is_empty))
