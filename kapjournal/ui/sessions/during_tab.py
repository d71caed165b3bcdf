"""During: how the medicine was given, who was there, the music, what happened in the room."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kapjournal.domain.around_dose import Aid, SessionMode
from kapjournal.domain.kap_session import Companion, KapSession, Medicine, Route, Setting
from kapjournal.ui.sessions.before_tab import unsupervised_line
from kapjournal.ui.sessions.draft import SessionDraft
from kapjournal.ui.sessions.field_grid import FieldGrid
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.fields import Choice, DateField, NumberField, TextArea, TextField, TimeField, field
from kapjournal.ui.shared.moment_dialog import moment_from
from kapjournal.ui.shared.named_rows import lay_rows
from kapjournal.ui.shared.text import Body, Caption, Name
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unread import Unread
from kapjournal.ui.shared.unset_choice import UnsetChoice
from kapjournal.words.around_dose import aid_name, mode_name
from kapjournal.words.language import _
from kapjournal.words.names import companion_name, medicine_name, route_name, setting_name

LONGEST_MIN = 24 * 60
_COMPANIONS = (
    Companion.THERAPIST,
    Companion.NURSE,
    Companion.PHYSICIAN,
    Companion.SITTER,
    Companion.FRIEND,
    Companion.NONE,
)


class DuringTab(Restyled, QWidget):
    """Fields that are kept at each pause."""

    def __init__(self, draft: SessionDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._now: datetime | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._medicine_card())
        self._column.addWidget(self._people_card())
        self._column.addWidget(self._words_card())
        self.unread = Unread({"day": self.day, "began": self.began, "length": self.length}, self)
        self.restyle()

    def show_session(self, session: KapSession, now: datetime) -> None:
        """Show the fields of a session."""
        self._now = now
        self.day.set_value(session.moment.local.date())
        self.began.set_value(session.moment.local.time() if session.moment.has_time else None)
        self.length.set_value(session.duration_min)
        for choice, value in (
            (self.route, session.route),
            (self.medicine, session.medicine),
            (self.setting, session.setting),
        ):
            choice.setCurrentIndex(0)
            choice.value = value
        self.dose.setText(session.dose_text)
        self.dose.setCursorPosition(0)  # what does not fit is shown from its beginning
        for companion, chip in self._companions.items():
            chip.blockSignals(True)
            chip.setChecked(companion in session.companions)
            chip.blockSignals(False)
            chip.restyle()
        for aid, chip in self._aids.items():
            chip.blockSignals(True)
            chip.setChecked(aid in session.aids)
            chip.blockSignals(False)
            chip.restyle()
        self.mode.set_value(session.mode)
        for area, text in ((self.music, session.music), (self.notes, session.notes)):
            area.blockSignals(True)
            area.setPlainText(text)
            area.blockSignals(False)
        self._unsupervised.setVisible(session.setting is Setting.HOME_UNSUPERVISED)

    def arrange(self, columns: int) -> None:
        """Use this many columns."""
        self._medicine.set_columns(columns)
        self._words.set_columns(min(columns, 2))
        self._place_rows(narrow=columns == 1)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        look = theme()
        self._column.setSpacing(look.px(18))
        self._people.setHorizontalSpacing(look.px(24))
        self._people.setVerticalSpacing(look.px(18))
        self._who.setMinimumHeight(look.px(30))
        self._lay.setMinimumHeight(look.px(30))
        self._mode_name.setMinimumHeight(look.px(36))
        self._place.setMinimumHeight(look.px(36))
        self.setting.setMaximumWidth(look.px(300))

    def _medicine_card(self) -> Card:
        card = Card(padding=(24, 18))
        not_said = (None, _("not said"))
        self.day, self.began = DateField(), TimeField()
        self.length = NumberField(low=0, high=LONGEST_MIN)
        self.route = Choice([not_said, *((r, route_name(r)) for r in Route)])
        self.medicine = Choice([not_said, *((m, medicine_name(m)) for m in Medicine)])
        self.setting = Choice([not_said, *((s, setting_name(s)) for s in Setting)])
        self.dose = TextField()
        self._medicine = FieldGrid(
            [
                field(_("Route"), self.route),
                field(_("Medicine"), self.medicine),
                field(_("Dose, as I was told"), self.dose),
                field(_("Day"), self.day),
                field(_("Began"), self.began),
                field(_("Length"), self.length, unit=_("min")),
            ]
        )
        self._unsupervised = Body(unsupervised_line(), "ink2")
        card.body.addWidget(self._medicine)
        card.body.addWidget(Caption(_("The dose is kept as words. Nothing is worked out from it.")))
        card.body.addWidget(self._unsupervised)
        self.day.changed.connect(self._set_moment)
        self.began.changed.connect(self._set_moment)
        self.length.changed.connect(self._set_length)
        self.route.changed.connect(self._set_route)
        self.medicine.changed.connect(self._set_medicine)
        self.setting.changed.connect(self._set_setting)
        self.dose.edited.connect(self._set_dose)
        self.dose.editingFinished.connect(self._draft.flush)
        self.length.editingFinished.connect(self._draft.flush)
        return card

    def _people_card(self) -> Card:
        card = Card()
        self._who = Name(_("Who was there"), wrap=False)
        self._flow = ChipFlow(_("Who was there"))
        self._companions: dict[Companion, Chip] = {}
        for companion in _COMPANIONS:
            chip = Chip(companion_name(companion))
            chip.toggled.connect(self._set_companions)
            self._companions[companion] = chip
            self._flow.add(chip)
        self._lay = Name(_("How I lay"), wrap=False)
        self._lay_flow = ChipFlow(_("How I lay"))
        self._aids: dict[Aid, Chip] = {}
        for aid in Aid:
            aid_chip = Chip(aid_name(aid))
            aid_chip.toggled.connect(self._set_aids)
            self._aids[aid] = aid_chip
            self._lay_flow.add(aid_chip)
        self._mode_name = Name(_("Mode"), wrap=False)
        self.mode = UnsetChoice([(m, mode_name(m)) for m in SessionMode], _("Mode"))
        self.mode.changed.connect(self._set_mode)
        self._people = QGridLayout()
        self._people.setColumnStretch(1, 1)
        self._place = Name(_("Place"), wrap=False)
        self.setting.setAccessibleName(_("Place"))
        self._place_rows()
        card.body.addLayout(self._people)
        return card

    def _place_rows(self, *, narrow: bool = False) -> None:
        """Names beside what they name, or above it."""
        rows: tuple[tuple[QWidget, QWidget], ...] = (
            (self._place, self.setting),
            (self._who, self._flow),
            (self._lay, self._lay_flow),
            (self._mode_name, self.mode),
        )
        lay_rows(self._people, rows, narrow=narrow)

    def _words_card(self) -> Card:
        card = Card()
        self.music, self.notes = TextArea(), TextArea()
        self._words = FieldGrid(
            [field(_("Music"), self.music), field(_("What happened in the room"), self.notes)], 2
        )
        card.body.addWidget(self._words)
        self.music.changed.connect(self._set_music)
        self.notes.changed.connect(self._set_notes)
        return card

    def _set_moment(self) -> None:
        if self._now is not None and self.day.value is not None and self.began.understood:
            before = self._draft.session.moment
            self._draft.change(moment=moment_from(self.day.value, self.began.value, before, self._now))

    def _set_length(self, minutes: object) -> None:
        if self.length.understood:
            self._draft.change_soon(duration_min=None if minutes is None else round(float(str(minutes))))

    def _set_route(self, route: object) -> None:
        self._draft.change(route=route)

    def _set_medicine(self, medicine: object) -> None:
        self._draft.change(medicine=medicine)

    def _set_setting(self, setting: object) -> None:
        self._draft.change(setting=setting)
        self._unsupervised.setVisible(setting is Setting.HOME_UNSUPERVISED)

    def _set_dose(self, dose: str) -> None:
        self._draft.change_soon(dose_text=dose)

    def _set_companions(self) -> None:
        there = tuple(companion for companion, chip in self._companions.items() if chip.isChecked())
        sender = self.sender()
        if Companion.NONE in there and len(there) > 1:
            # 'Nobody' and somebody exclude each other: what was just chosen stands.
            nobody = self._companions[Companion.NONE]
            keep_nobody = sender is nobody
            for companion, chip in self._companions.items():
                if (companion is Companion.NONE) is not keep_nobody:
                    chip.blockSignals(True)
                    chip.setChecked(False)
                    chip.blockSignals(False)
                    chip.restyle()
            there = tuple(companion for companion, chip in self._companions.items() if chip.isChecked())
        self._draft.change(companions=there)

    def _set_aids(self) -> None:
        self._draft.change(aids=tuple(aid for aid, chip in self._aids.items() if chip.isChecked()))

    def _set_mode(self, mode: object) -> None:
        self._draft.change(mode=mode)

    def _set_music(self) -> None:
        self._draft.change_soon(music=self.music.text)

    def _set_notes(self) -> None:
        self._draft.change_soon(notes=self.notes.text)
