"""A session in short; the whole of it is on its own page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from kapjournal.domain.kap_session import KapSession, SessionStatus, Severity
from kapjournal.journal.journal import Journal
from kapjournal.ui.journal.entry_parts import EntryView, FactRows
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.markdown_view import MarkdownView
from kapjournal.ui.shared.text import Label
from kapjournal.words.dates import day_in_year, duration_min
from kapjournal.words.language import _
from kapjournal.words.names import (
    companion_name,
    medicine_name,
    meeting_format_name,
    met_with_name,
    route_name,
    session_title,
    setting_name,
    severity_name,
    side_effect_name,
    status_name,
)
from kapjournal.words.numbers import number


class SessionView(EntryView):
    """The main facts, the person's own words, and the way to the session's page."""

    def __init__(self, shown: KapSession, journal: Journal, today: date, search: str = "") -> None:
        super().__init__(journal, today, search)
        self.add_head(shown)
        self.add_title(session_title(shown.kind, journal.kap_sessions.numbers().get(shown.id)))
        facts = session_facts(shown)
        if facts:
            self.column.addWidget(FactRows(facts))
        for name, words in session_words_of_person(shown):
            self.column.addWidget(Label(name))
            text = MarkdownView(name)
            text.show_text(words, search)
            self.column.addWidget(text)
        self.open_button = Button(_("Open session"), "outlined", "sessions")
        self.open_button.clicked.connect(lambda: self.session_requested.emit(shown.id))
        self.column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_tags(shown.tags)


def session_facts(shown: KapSession) -> list[tuple[str, str]]:
    """What was noted in choices and numbers."""
    facts: list[tuple[str, str]] = []
    if shown.status is not SessionStatus.HELD:
        status = status_name(shown.status)
        reason = shown.status_reason
        facts.append((_("State"), f"{status}: {reason}" if reason else status))
    optional: tuple[tuple[str, str], ...] = (
        (_("Medicine"), medicine_name(shown.medicine) if shown.medicine else ""),
        (_("Route"), route_name(shown.route) if shown.route else ""),
        (_("Dose, as told"), shown.dose_text),
        (_("Length"), duration_min(shown.duration_min) if shown.duration_min is not None else ""),
        (_("Where"), setting_name(shown.setting) if shown.setting else ""),
        (_("Who was there"), ", ".join(companion_name(who) for who in shown.companions)),
        (_("With"), met_with(shown)),
        (_("How we met"), meeting_format_name(shown.meeting_format) if shown.meeting_format else ""),
        (_("Music"), shown.music),
        (_("How deep"), _of_ten(shown.depth)),
        (_("How difficult"), _of_ten(shown.difficulty)),
        (_("How meaningful"), _of_ten(shown.meaningfulness)),
        (_("Mood before"), _of_ten(shown.mood_before)),
        (_("Mood after"), _of_ten(shown.mood_after)),
        (_("Step agreed for"), day_in_year(shown.step_due) if shown.step_due else ""),
        (_("Side effects"), _side_effects(shown)),
    )
    return [*facts, *((name, value) for name, value in optional if value)]


def session_words_of_person(shown: KapSession) -> list[tuple[str, str]]:
    """What was written in the person's own words."""
    written = (
        (_("Intention"), shown.intention),
        (_("Topics"), shown.topics),
        (_("What landed"), shown.what_landed),
        (_("Agreed step"), shown.agreed_step),
        (_("Notes"), shown.notes),
    )
    return [(name, words) for name, words in written if words.strip()]


def met_with(shown: KapSession) -> str:
    """'my therapist, Dr. M. Okafor', as far as it was said."""
    who = met_with_name(shown.met_with) if shown.met_with else ""
    return ", ".join(part for part in (who, shown.with_whom.strip()) if part)


def _of_ten(value: int | None) -> str:
    return "" if value is None else _("{value} of 10").format(value=number(value))


def _side_effects(shown: KapSession) -> str:
    said = [effect for effect in shown.side_effects_told if effect.severity is not Severity.NONE]
    return ", ".join(
        _("{effect} ({strength})").format(
            effect=effect.note if effect.code == "other" and effect.note else side_effect_name(effect.code),
            strength=severity_name(effect.severity),
        )
        for effect in said
    )
