"""An entry as plain text, for the clipboard."""

from __future__ import annotations

from datetime import date

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.entry import Entry
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.reflection import Fragment, Reflection
from kapjournal.domain.scale import ScaleForm
from kapjournal.journal.journal import Journal
from kapjournal.ui.journal.check_in_view import check_in_facts
from kapjournal.ui.journal.entry_parts import moment_words
from kapjournal.ui.journal.scale_view import scale_facts, scale_result
from kapjournal.ui.journal.session_view import session_facts, session_words_of_person
from kapjournal.words.dates import clock_time
from kapjournal.words.language import _
from kapjournal.words.markdown import plain
from kapjournal.words.mood import mood_value_text
from kapjournal.words.names import event_kind_name, fragment_kind_name, session_title


def entry_title(entry: Entry, journal: Journal) -> str:  # noqa: PLR0911 - one case for each kind
    """The name of an entry, as a person would call it."""
    match entry:
        case Reflection():
            return entry.title or (entry.prompt.question if entry.prompt else _("Reflection"))
        case CheckIn():
            return (
                _("Check-in, {time}").format(time=clock_time(entry.moment.local))
                if entry.moment.has_time
                else _("Check-in")
            )
        case KapSession():
            return session_title(entry.kind, journal.kap_sessions.numbers().get(entry.id))
        case Fragment():
            return _("Fragment: {kind}").format(kind=fragment_kind_name(entry.kind))
        case Event():
            return event_kind_name(entry.kind)
        case ScaleForm():
            return entry.name
    return ""


def entry_words(entry: Entry, journal: Journal, today: date) -> str:
    """Title, day and time, and everything that was given."""
    parts = [entry_title(entry, journal), moment_words(entry, today)]
    match entry:
        case Reflection():
            parts.append(plain(entry.text))
        case CheckIn():
            mood = [] if entry.mood is None else [_("Mood {value}").format(value=mood_value_text(entry.mood))]
            parts.append("\n".join([*mood, *_rows(check_in_facts(entry, journal))]))
            parts.append(entry.note)
        case KapSession():
            parts.append("\n".join(_rows(session_facts(entry))))
            parts.extend(_rows(session_words_of_person(entry)))
        case ScaleForm():
            definition = journal.scales.definition(entry.instrument)
            parts.append(scale_result(entry, definition))
            if definition is not None:
                parts.append("\n".join(_rows([(i, a) for a, i in scale_facts(entry, definition)])))
        case Fragment() | Event():
            parts.append(entry.text)
    if entry.tags:
        parts.append(", ".join(entry.tags))
    return "\n\n".join(part for part in parts if part.strip())


def _rows(facts: list[tuple[str, str]]) -> list[str]:
    return [_("{name}: {value}").format(name=name, value=value) for name, value in facts]
