"""Side effects are said here, one row each; what is left untouched stays 'not said'."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import RED_FLAGS, SIDE_EFFECTS, Severity, SideEffect
from kapjournal.guidance.side_effect_support import (
    Noted,
    long_term_concerns,
    needs_clinic_now,
    needs_emergency_first,
    noted_in_session,
    speaks_of_suicide,
)
from kapjournal.ui.sessions.draft import SessionDraft
from kapjournal.ui.sessions.side_effect_row import SideEffectHeads, SideEffectRow, row_width
from kapjournal.ui.sessions.side_effects_card import OWN
from kapjournal.ui.shared.breakpoints import NARROW
from kapjournal.ui.shared.breakpoints import breakpoint as room_of
from kapjournal.ui.shared.buttons import Button, Segments
from kapjournal.ui.shared.cards import Card, Hairline
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.dialog import Dialog, way_to_support
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.search_field import SearchField
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.text import Body, Caption, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.unfinished import Input
from kapjournal.words.concerns import concern_words
from kapjournal.words.dates import clock_time
from kapjournal.words.language import _
from kapjournal.words.names import severity_meaning, severity_name, side_effect_name

_ALWAYS = (
    "dizziness",
    "nausea",
    "headache",
    "blurred_or_double_vision",
    "anxiety_or_panic",
    "unpleasant_dissociation",
)
_OFFERED = 8


class SideEffectsDialog(Dialog):
    """Rows for the common ones and for what was said; a field finds or names another."""

    effects_changed = Signal(object)
    support_wanted = Signal()

    def __init__(
        self,
        draft: SessionDraft,
        title: str,
        clinic_phone: str,
        emergency: tuple[str, ...],
        zone: tzinfo | None,
        elsewhere: tuple[Noted, ...],
        parent: QWidget,
    ) -> None:
        self._draft = draft
        self._zone = zone
        self._elsewhere = elsewhere
        # What held before the dialog opened was said then.
        self._known = long_term_concerns(noted_in_session(draft.session), elsewhere)
        self._phone = clinic_phone.strip()
        self._emergency = emergency
        self._rows: list[SideEffectRow] = []
        self._said = Caption()
        self._warning = Strong()
        self._clinic = Body(role="ink2")
        super().__init__(title, parent, width=844)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(6))
        self._about = Body(
            _("Asked the same evening and again a day later. What is left untouched stays “not said”."),
            "ink2",
        )
        if not self.is_low:
            self.body.addWidget(self._about)
        self.asking = Segments(
            [(False, _("the same evening")), (True, _("a day later"))], _("When it is said"), value=False
        )
        self.asking.changed.connect(self._ask_other)
        self.body.addWidget(self.asking)
        self._legend = Caption("   ".join(_meanings()))
        self.body.addLayout(self._list)
        self._make_finder()
        self._show_rows()
        # The grave ones stay in view while the list scrolls.
        self.put_above_foot(self._warning_card())
        self._make_foot()
        self._say_warning()
        self.closed.connect(self.deleteLater)

    def ask(self, *, later: bool) -> None:
        """Begin with one of the two askings."""
        self.asking.value = later
        self._show_rows()
        self._say_warning()

    def _ask_other(self) -> None:
        self._show_rows()
        self._say_warning()

    def _show_rows(self) -> None:
        """Show what was said at this asking; the later one also names what there was the evening before."""
        while (taken := self._list.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._rows = []
        session = self._draft.session
        effects = session.side_effects_later if self.asking.value else session.side_effects
        said = {e.code for e in effects}
        for effect in effects:
            self._add_row(effect, said=True)
        first = session.side_effects if self.asking.value else ()
        for effect in first:
            if effect.severity is not Severity.NONE and (effect.code not in said or effect.code == OWN):
                said.add(effect.code)
                self._add_row(SideEffect(effect.code, Severity.NONE, note=effect.note), said=False)
        for code in _ALWAYS:
            if code not in said:
                self._add_row(SideEffect(code, Severity.NONE), said=False)
        widths = self._arrange_rows()
        if widths is not None:
            self._list.insertWidget(0, SideEffectHeads(widths))
            self._list.insertWidget(1, Hairline())
        self._offer("")
        self.fit()

    @property
    def clinic_words(self) -> str:
        """What is said about the clinic."""
        return self._clinic.text()

    def _make_finder(self) -> None:
        self.finder = SearchField(_("Find another, or name your own"))
        self.finder.textChanged.connect(self._offer)
        self.finder.returnPressed.connect(self._name_own)
        self._offers = ChipFlow(_("Others"))
        self.body.addWidget(self.finder)
        self.body.addWidget(self._offers)
        if self.is_low:
            # The rows come first where few of them can be seen.
            self.body.addWidget(self._legend)
            self.body.addWidget(self._about)
        self._offer("")

    def _warning_card(self) -> Card:
        card = Card(tone="note", padding=(18, 12))
        look = theme()
        mark = QLabel()
        side = look.px(20)
        mark.setPixmap(icon_pixmap("support", look.color("note"), side, 2))
        mark.setFixedSize(QSize(side, side))
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(self._warning)
        words.addWidget(self._clinic)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.support = Button(_("Open Support"), size="small")
        self.support.clicked.connect(self._open_support)
        row.addWidget(self.support, 0, Qt.AlignmentFlag.AlignVCenter)
        # Where there is little room, the way in the head of the dialog is enough.
        self.support.setVisible(not self.is_low or way_to_support(self.window()) is None)
        card.body.addLayout(row)
        return card

    def _make_foot(self) -> None:
        done = Button(_("Done"), "primary")
        done.clicked.connect(self.close_dialog)
        if self.is_low:
            self.foot.addStretch(1)
        else:
            self.foot.addWidget(self._legend, 1)
        self.foot.addWidget(self._said)
        self.foot.addWidget(done)

    def _add_row(self, effect: SideEffect, *, said: bool) -> SideEffectRow:
        row = SideEffectRow(effect, said=said)
        row.changed.connect(self._keep)
        if self._rows:
            self._list.addWidget(Hairline())
        self._list.addWidget(row)
        self._rows.append(row)
        return row

    def _arrange_rows(self) -> tuple[int, int, int] | None:
        """Lay the rows out in columns and return their widths; None where they stand under each other."""
        strength, began, now = (max(parts) for parts in zip(*(row.widths for row in self._rows), strict=True))
        widths = strength, began, now
        narrow = room_of(self) == NARROW or row_width(widths) > self.content_width
        for row in self._rows:
            row.arrange(widths, narrow=narrow)
        return None if narrow else widths

    def _offer(self, text: str) -> None:
        """Offer others by what was typed; the rarer and the grave ones can be found too."""
        self._offers.clear()
        shown = {row.code for row in self._rows}
        wanted = text.strip().casefold()
        others = [c for c in (*SIDE_EFFECTS, *RED_FLAGS) if c != OWN and c not in shown]
        found = [c for c in others if wanted in side_effect_name(c).casefold()]
        for code in found if wanted else found[:_OFFERED]:
            chip = Chip(side_effect_name(code), checkable=False, size="small")
            chip.setProperty("code", code)
            chip.clicked.connect(self._take_offer)
            self._offers.add(chip)
        self._offers.setVisible(bool(found))

    def _take_offer(self) -> None:
        chip = self.sender()
        if chip is not None:
            self._take(SideEffect(str(chip.property("code")), Severity.NONE))

    def _name_own(self) -> None:
        words = " ".join(self.finder.text().split())
        codes = {side_effect_name(c).casefold(): c for c in (*SIDE_EFFECTS, *RED_FLAGS)}
        shown = {row.code for row in self._rows}
        if not words:
            return
        code = codes.get(words.casefold(), OWN)
        if code == OWN:
            self._take(SideEffect(OWN, Severity.NONE, note=words))
        elif code not in shown:
            self._take(SideEffect(code, Severity.NONE))

    def _take(self, effect: SideEffect) -> None:
        row = self._add_row(effect, said=False)
        self._arrange_rows()
        self.finder.clear()
        self._offer("")
        row.strength.focus_first()

    def _keep(self) -> None:
        effects = tuple(e for row in self._rows if (e := row.effect) is not None)
        if self.asking.value:
            self._draft.change(side_effects_later=effects)
        else:
            self._draft.change(side_effects=effects)
        self.effects_changed.emit(self._draft.session.side_effects_told)
        self._said.setText(
            _("Kept, {time}").format(time=clock_time(self._draft.session.edited.astimezone(self._zone)))
        )
        self._say_warning()

    def _say_warning(self) -> None:
        """The grave ones stay in view; a strong one brings the clinic forward (clinical reference 5.1)."""
        effects = tuple(effect for row in self._rows if (effect := row.effect) is not None)
        concerns = long_term_concerns(noted_in_session(self._draft.session), self._elsewhere)
        new = [concern for concern in concerns if concern not in self._known]
        before = self._clinic.text()
        self._warning.setText(self._emergency_words(effects))
        lines = [self._clinic_line(effects), *(" ".join(concern_words(concern)) for concern in new)]
        self._clinic.setText("\n".join(lines))
        if before and before != self._clinic.text():
            announce(self, f"{self._warning.text()} {self._clinic.text()}")

    def _emergency_words(self, effects: tuple[SideEffect, ...]) -> str:
        number = _(" or ").join(self._emergency)
        if needs_emergency_first(effects):
            return _("Call {number} first.").format(number=number or _("emergency services"))
        if speaks_of_suicide(effects):
            return _("You do not have to handle this alone. People to call are one step away.")
        grave = _(
            "Chest pain, trouble breathing, fainting, not waking, a seizure, swelling or hives, "
            "or confusion that does not clear"
        )
        text = _("{grave}: call {number} first.")
        return text.format(grave=grave, number=number or _("emergency services"))

    def _clinic_line(self, effects: tuple[SideEffect, ...]) -> str:
        if needs_clinic_now(effects):
            if self._phone:
                return _("Contact your clinic now: {phone}.").format(phone=self._phone)
            return _("Contact your clinic now.")
        if self._phone:
            return _("For anything strong or new, your clinic: {phone}.").format(phone=self._phone)
        return _("For anything strong or new, contact your clinic.")

    def inputs(self) -> dict[str, Input]:
        """A name that is not a row yet; the rows are kept as they are chosen."""
        return {"finder": self.finder}

    def close_dialog(self) -> None:
        """Close; a name of one's own without a strength waits in the field that it was written in."""
        named = [row.own_name for row in self._rows if row.code == OWN and row.effect is None]
        if named and not self.isHidden():
            self.finder.setText(self.finder.text() or named[-1])
        super().close_dialog()

    def _open_support(self) -> None:
        self.close_dialog()
        self.support_wanted.emit()


def _meanings() -> list[str]:
    """'mild: noticed', and what the other strengths mean."""
    return [
        _("{word}: {meaning}").format(word=severity_name(s), meaning=severity_meaning(s))
        for s in (Severity.MILD, Severity.MODERATE, Severity.STRONG)
    ]
