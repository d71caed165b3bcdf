"""Scales: which are used, when they are offered, and a scale of one's own from a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kapjournal.bounded_file import open_file
from kapjournal.domain.scale import ScaleDefinition
from kapjournal.domain.scale_choice import DEFAULT_RULES, AskRule, ScaleChoice
from kapjournal.errors import ScaleFileError
from kapjournal.guidance.scale_definitions import MAX_CHARACTERS
from kapjournal.journal import Journal
from kapjournal.ui.settings.changing_section import ChangingSection
from kapjournal.ui.settings.rows import SettingRow
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.checkbox import Switch, Tick
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import NumberField, field
from kapjournal.ui.shared.text import Body
from kapjournal.ui.shared.unfinished import Input
from kapjournal.ui.shared.wishes import Said
from kapjournal.words.language import _
from kapjournal.words.scale_rules import rule_meaning, rule_name, rule_when
from kapjournal.words.scales import file_fault, questions_count, scale_about, scale_name

BY = "settings"
_MOST_DAYS = 400


class ScalesSection(ChangingSection):
    """A row for each scale, then one for each rule."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(_("Scales"), journal)
        self.introduce(
            Body(
                _(
                    "What your clinic asks for goes before all of this. "
                    "Nothing is offered within a day after a dose, and no reminder names a scale."
                ),
                "ink2",
            )
        )
        add = Button(_("Add a scale from a file"), "outlined", "add")
        add.clicked.connect(self._ask_file)
        self.add_below(add)

    def reload(self) -> None:
        """Show scales and rules as they are."""
        choice = self._journal.scales.choice()
        scales = [self._scale_row(d, choice) for d in self._journal.scales.definitions()]
        rules = [self._rule_row(choice.rule(rule.at)) for rule in DEFAULT_RULES]
        self.show_rows(*scales, *rules)

    def add_file(self, path: Path) -> None:
        """Add the scale of a file, or say what does not fit in it."""
        try:
            # Of a file that is too long no more than shows it.
            with TextIOWrapper(open_file(path), encoding="utf-8-sig") as file:
                definition = self._journal.scales.add_file(file.read(MAX_CHARACTERS + 1), BY)
        except ScaleFileError as error:
            said = _("{file} was not added. {fault}")
            self.requested.emit(Said(said.format(file=path.name, fault=file_fault(error))))
            return
        except (OSError, UnicodeDecodeError):
            self.requested.emit(Said(_("{file} could not be read as a text.").format(file=path.name)))
            return
        self.reload()
        self.say(_("“{name}” can be filled in from now on.").format(name=definition.name))

    def _scale_row(self, definition: ScaleDefinition, choice: ScaleChoice) -> SettingRow:
        name = scale_name(definition)
        switch = Switch(name)
        switch.setChecked(choice.uses(definition.id, on_at_first=definition.on_at_first))
        switch.toggled.connect(self._switching(definition.id))
        about = scale_about(definition)
        words = f"{about}; {questions_count(definition)}" if about else questions_count(definition)
        return SettingRow(name, words[:1].upper() + words[1:], switch)

    def _rule_row(self, rule: AskRule) -> SettingRow:
        name = rule_name(rule.at)
        edit = Button(_("Change"), "outlined", size="small")
        edit.setAccessibleName(_("Change “{rule}”").format(rule=name))
        edit.clicked.connect(self._editing(rule))
        return SettingRow(name, self._rule_words(rule), edit)

    def _rule_words(self, rule: AskRule) -> str:
        if not rule.on:
            return _("off")
        used = {d.id: scale_name(d) for d in self._journal.scales.in_use()}
        names = _(", ").join(used[i] for i in rule.instruments if i in used) or _("no scale in use")
        return _("{scales}, {when}").format(scales=names, when=rule_when(rule.at, rule.days))

    def _switching(self, instrument: str) -> Callable[[bool], None]:
        def switch(on: bool) -> None:
            scales = self._journal.scales
            scales.keep_choice(scales.choice().with_use(instrument, on=on), BY)
            self.reload()

        return switch

    def _editing(self, rule: AskRule) -> Callable[[], None]:
        def edit() -> None:
            dialog = RuleDialog(rule, self._journal.scales.definitions(), self)
            dialog.wait_in(self._journal.drafts, f"rule:{rule.at.value}", self._journal.clock.now())
            dialog.changed.connect(self._keep_rule)
            dialog.closed.connect(dialog.deleteLater)
            dialog.open(dialog.days)

        return edit

    def _keep_rule(self, rule: object) -> None:
        assert isinstance(rule, AskRule)
        scales = self._journal.scales
        scales.keep_choice(scales.choice().with_rule(rule), BY)
        self.say(_("Kept."))

    def _ask_file(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Add a scale"), str(Path.home()), _("Scale (*.toml)")
        )
        if chosen:
            self.add_file(Path(chosen))


class RuleDialog(Dialog):
    """One rule: whether it holds, its days, its scales."""

    changed = Signal(object)

    def __init__(self, rule: AskRule, definitions: tuple[ScaleDefinition, ...], parent: QWidget) -> None:
        super().__init__(rule_name(rule.at), parent, width=480)
        self._rule = rule
        self.on = Tick(_("Offer scales then"))
        self.on.setChecked(rule.on)
        self.days = NumberField(low=1, high=_MOST_DAYS, digits=0)
        self.days.set_value(rule.days)
        self.body.addWidget(self.on)
        self.body.addWidget(field(_("Days"), self.days, rule_meaning(rule.at)))
        flow = ChipFlow(_("Scales"))
        self.chips: dict[str, Chip] = {}
        for definition in definitions:
            chip = Chip(scale_name(definition))
            chip.setChecked(definition.id in rule.instruments)
            self.chips[definition.id] = chip
            flow.add(chip)
        self.body.addWidget(field(_("Scales"), flow))
        self.end_in(_("Keep"), self.keep)

    def inputs(self) -> dict[str, Input]:
        """Whether it holds, its days, its scales."""
        return {"on": self.on, "days": self.days, **self.chips}

    def keep(self) -> None:
        """Take the rule as it stands; a number that is not understood changes nothing."""
        days = self.days.value
        if not self.days.understood or days is None or not 1 <= days <= _MOST_DAYS:
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        chosen = tuple(key for key, chip in self.chips.items() if chip.isChecked())
        changed = replace(self._rule, on=self.on.isChecked(), days=int(days), instruments=chosen)
        self.give(self.changed, changed)
