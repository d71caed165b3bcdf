"""Measures: what is asked in a check-in, under which name; adding, renaming, retiring, bringing back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.domain.measure import ALWAYS_THERE, SLEEP_H, SLEEP_QUALITY, Measure
from kapjournal.journal import Journal
from kapjournal.ui.settings.changing_section import ChangingSection
from kapjournal.ui.settings.rows import SettingRow
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.checkbox import Switch
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import TextField, field
from kapjournal.ui.shared.own_measure import OwnMeasure, OwnMeasureForm
from kapjournal.ui.shared.text import Body, Caption
from kapjournal.ui.shared.unfinished import Input
from kapjournal.words.language import _
from kapjournal.words.measures import measure_ends, measure_name

BY = "settings"


class MeasuresSection(ChangingSection):
    """One row for each measure; a retired one keeps its past."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(_("Measures"), journal)
        self._form = OwnMeasureForm()
        self._form.added.connect(self._add)
        self._form.wait_in(journal.drafts)
        card = Card(padding=(24, 18))
        card.body.addWidget(self._form)
        note = _(
            "Asked in each check-in, and every one can be left out there. A measure that is off keeps its past."
        )
        self.introduce(Body(note, "ink2"))
        self.add_below(card)

    def reload(self) -> None:
        """Show the measures as they are."""
        self.show_rows(*(self._row(measure) for measure in self._journal.measures.all()))

    def _row(self, measure: Measure) -> SettingRow:
        name = measure_name(measure)
        low, high = measure_ends(measure)
        ends = _("{low} to {high}").format(low=low, high=high) if low and high else ""
        if measure.key in ALWAYS_THERE:
            return SettingRow(name, ends, Caption(_("always there"), "ink2", wrap=False))
        rename = IconButton("write", _("Rename {name}").format(name=name), bare=True, size="small")
        rename.clicked.connect(self._renaming(measure))
        switch = Switch(name)
        switch.setChecked(measure.in_use)
        switch.toggled.connect(self._switching(measure))
        return SettingRow(name, ends, rename, switch)

    def _switching(self, measure: Measure) -> Callable[[bool], None]:
        def switch(in_use: bool) -> None:
            self._journal.measures.keep(replace(measure, in_use=in_use), by=BY)
            # Hours of sleep and how rested one woke are two figures of one question.
            partner = {SLEEP_H: SLEEP_QUALITY}.get(measure.key)
            if partner is not None:
                self._journal.measures.keep(
                    replace(self._journal.measures.get(partner), in_use=in_use), by=BY
                )
            self.reload()

        return switch

    def _renaming(self, measure: Measure) -> Callable[[], None]:
        def rename() -> None:
            dialog = RenameDialog(measure, self)
            dialog.wait_in(self._journal.drafts, f"rename:{measure.key}", self._journal.clock.now())
            dialog.renamed.connect(self._renamed)
            dialog.open_at_name()

        return rename

    def _renamed(self, measure: Measure) -> None:
        self._journal.measures.keep(measure, by=BY)
        self.say(_("Renamed."))

    def _add(self, own: OwnMeasure) -> None:
        self._journal.measures.add_own(own.name, own.low_word, own.high_word, direction=own.direction, by=BY)
        self.say(_("“{name}” is asked from the next check-in on.").format(name=own.name))


class RenameDialog(Dialog):
    """Another name for a measure; an empty one brings the first name back."""

    renamed = Signal(object)

    def __init__(self, measure: Measure, parent: QWidget) -> None:
        super().__init__(_("Rename"), parent, width=440)
        self._measure = measure
        self._edit = TextField(measure_name(measure))
        self._edit.setMaxLength(60)
        self._edit.returnPressed.connect(self._keep)
        hint = "" if measure.is_own else _("Left empty, the first name comes back.")
        self.body.addWidget(field(_("Name"), self._edit, hint))
        self.end_in(_("Rename"), self._keep)
        self.closed.connect(self.deleteLater)

    def inputs(self) -> dict[str, Input]:
        """The name."""
        return {"name": self._edit}

    def open_at_name(self) -> None:
        """Open with the name chosen."""
        self._edit.selectAll()
        self.open(self._edit)

    def _keep(self) -> None:
        name = self._edit.text().strip()
        if self._measure.is_own and not name:
            return
        if name != measure_name(self._measure):
            self.give(self.renamed, replace(self._measure, name=name))
        else:
            self.leave_it()
