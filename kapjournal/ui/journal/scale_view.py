"""A scale in short: what it adds up to and the answers; the whole of it is on its own page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from kapjournal.domain.scale import ScaleDefinition, ScaleForm
from kapjournal.journal.journal import Journal
from kapjournal.statistics.scale_scoring import score
from kapjournal.ui.journal.entry_parts import EntryView, FactRows
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.text import Body
from kapjournal.words.language import _
from kapjournal.words.scales import answer_text, item_text, result_short, scale_name


class ScaleView(EntryView):
    """The result, the answers item by item, and the way to the scale's page."""

    def __init__(self, shown: ScaleForm, journal: Journal, today: date, search: str = "") -> None:
        super().__init__(journal, today, search)
        self.add_head(shown)
        definition = journal.scales.definition(shown.instrument)
        self.add_title(scale_name(definition) if definition is not None else shown.name)
        self.column.addWidget(Body(scale_result(shown, definition), "ink2"))
        if definition is not None and shown.answers:
            self.column.addWidget(FactRows(scale_facts(shown, definition)))
        words = _("Go on with it") if shown.finished is None else _("Open its result")
        self.open_button = Button(words, "outlined", "scale")
        self.open_button.clicked.connect(lambda: self.scale_requested.emit(shown.id))
        self.column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_tags(shown.tags)


def scale_facts(shown: ScaleForm, definition: ScaleDefinition) -> list[tuple[str, str]]:
    """Each answer and the item it was given to."""
    return [
        (answer_text(definition, shown, item.id), item_text(item, shown.language))
        for item in definition.items
        if shown.was_reached(item.id)
    ]


def scale_result(shown: ScaleForm, definition: ScaleDefinition | None) -> str:
    """'14 of 27, moderate', 'left open'."""
    if shown.finished is None:
        return _("left open")
    if definition is None:
        return _("The file of this scale was taken away; the answers are kept.")
    return result_short(definition, score(definition, shown))
