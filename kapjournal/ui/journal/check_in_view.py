"""A check-in as it is read: the mood with its words, and whatever else was given."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout

from kapjournal.domain import measure as keys
from kapjournal.domain.check_in import CheckIn, CheckInType
from kapjournal.journal.journal import Journal
from kapjournal.ui.journal.entry_parts import EntryView, FactRows
from kapjournal.ui.shared.level_glyph import LevelGlyph
from kapjournal.ui.shared.markdown_view import MarkdownView
from kapjournal.ui.shared.text import Body, Title
from kapjournal.ui.shared.theme import theme
from kapjournal.words.feelings import feeling_word
from kapjournal.words.language import _
from kapjournal.words.measures import measure_key_name, measure_name, measure_value
from kapjournal.words.mood import mood_value_text, mood_word
from kapjournal.words.names import check_in_type_name
from kapjournal.words.numbers import number


class CheckInView(EntryView):
    """Only what was given is shown."""

    def __init__(self, shown: CheckIn, journal: Journal, today: date, search: str = "") -> None:
        super().__init__(journal, today, search)
        self.add_head(shown)
        if shown.mood is None:
            self.add_title(_("Check-in"))
        else:
            self._add_mood(shown.mood)
        facts = check_in_facts(shown, journal)
        if facts:
            self.column.addWidget(FactRows(facts))
        if shown.note:
            note = MarkdownView(_("Note"))
            note.show_text(shown.note, search)
            self.column.addSpacing(theme().px(4))
            self.column.addWidget(note)
        self.add_tags(shown.tags)

    def _add_mood(self, mood: float) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(14))
        row.addWidget(LevelGlyph(mood, size=40))
        words = Title(_capital(mood_word(mood)))
        words.setAccessibleName(_("Mood {value}").format(value=mood_value_text(mood)))
        row.addWidget(words, 1)
        self.column.addLayout(row)
        self.column.addWidget(Body(_("Mood {value} of 10").format(value=number(mood, 1)), "ink2"))


def check_in_facts(shown: CheckIn, journal: Journal) -> list[tuple[str, str]]:
    """Feelings and measures as names and values; the mood has its own place."""
    facts: list[tuple[str, str]] = []
    if shown.type is not CheckInType.ORDINARY:
        facts.append((_("When"), check_in_type_name(shown.type)))
    if shown.feelings:
        facts.append((_("Feelings"), ", ".join(feeling_word(word) for word in shown.feelings)))
    known = {measure.key: measure for measure in journal.measures.all()}
    given = sorted(
        (value for value in shown.values if value.measure != keys.MOOD),
        key=lambda value: known[value.measure].position if value.measure in known else 1_000,
    )
    for value in given:
        measure = known.get(value.measure)
        if measure is None:
            facts.append((measure_key_name(value.measure), number(value.value, 1)))
        else:
            facts.append((measure_name(measure), measure_value(measure, value.value)))
    return facts


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
