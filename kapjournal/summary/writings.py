"""The entries that were ticked one by one: reflections, fragments, notes of check-ins, events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.reflection import Fragment, Reflection
from kapjournal.summary.course_facts import CourseFacts, after_dose
from kapjournal.summary.document import Block, Run, Slip, Writing
from kapjournal.summary.line_keys import line_key
from kapjournal.summary.talks import has_words, is_talk, talk
from kapjournal.summary.written_text import blocks
from kapjournal.words.dates import clock_time, day_medium
from kapjournal.words.feelings import feeling_word
from kapjournal.words.language import _, ngettext, pgettext
from kapjournal.words.names import event_kind_name, fragment_kind_name
from kapjournal.words.numbers import number

Written = Reflection | Fragment | CheckIn | Event | KapSession
"""Of a dosing session it is the intention that was ticked, and nothing else; of another one, the talk."""


def writings(
    entries: Iterable[Written], facts: CourseFacts | None, *, with_tags: bool = False
) -> tuple[Writing, ...]:
    """Return what was ticked, each kind newest first; without facts no word of sessions stands beside it."""
    entries = tuple(entries)
    found = _by_kind(entries, facts)
    return _tagged(found, entries) if with_tags else found


def _by_kind(entries: tuple[Written, ...], facts: CourseFacts | None) -> tuple[Writing, ...]:
    kept = sorted(entries, key=lambda entry: (entry.moment.instant, entry.id), reverse=True)
    reflections = [_reflection(e, facts) for e in kept if isinstance(e, Reflection) and not e.is_empty]
    notes = [_note(e, facts) for e in kept if isinstance(e, CheckIn) and (e.note.strip() or e.feelings)]
    events = [_event(e, facts) for e in kept if isinstance(e, Event)]
    sessions = [e for e in kept if isinstance(e, KapSession)]
    talks = [talk(e, _context(e, facts)) for e in sessions if has_words(e)]
    aims = [_intention(e) for e in sessions if not is_talk(e) and e.intention.strip()]
    pieces = _in_pieces([e for e in kept if isinstance(e, Fragment)], facts)
    return (*reflections, *pieces, *notes, *talks, *aims, *events)


def _tagged(found: tuple[Writing, ...], entries: tuple[Written, ...]) -> tuple[Writing, ...]:
    told = {f"entry:{entry.id}": ", ".join(entry.tags) for entry in entries if entry.tags}
    return tuple(
        writing._replace(tags=_("Tags: {tags}").format(tags=told[writing.key]))
        if writing.key in told
        else writing
        for writing in found
    )


def writings_count(entries: Iterable[Written]) -> str:
    """Return '2 reflections, 1 fragment'."""
    entries = tuple(entries)
    counts: dict[object, int] = {
        kind: sum(isinstance(e, kind) for e in entries) for kind in (Reflection, Fragment, CheckIn, Event)
    }
    sessions = [e for e in entries if isinstance(e, KapSession)]
    talks = sum(map(is_talk, sessions))
    aims = len(sessions) - talks
    told = (
        ngettext("{n} reflection", "{n} reflections", counts[Reflection]),
        ngettext("{n} fragment", "{n} fragments", counts[Fragment]),
        ngettext("{n} note", "{n} notes", counts[CheckIn]),
        ngettext("{n} talk", "{n} talks", talks),
        ngettext("{n} intention", "{n} intentions", aims),
        ngettext("{n} event", "{n} events", counts[Event]),
    )
    many = (counts[Reflection], counts[Fragment], counts[CheckIn], talks, aims, counts[Event])
    pairs = zip(told, many, strict=True)
    return ", ".join(text.format(n=number(count)) for text, count in pairs if count)


def _reflection(reflection: Reflection, facts: CourseFacts | None) -> Writing:
    key = f"entry:{reflection.id}"
    return Writing(
        key=key,
        day=day_medium(reflection.moment.day),
        context=_context(reflection, facts),
        title=reflection.title.strip(),
        answers=reflection.prompt.question if reflection.prompt is not None else "",
        blocks=blocks(reflection.text, key),
    )


def _in_pieces(fragments: list[Fragment], facts: CourseFacts | None) -> list[Writing]:
    """Return the fragments of a day together, in the order in which they came."""
    days: dict[date, list[Fragment]] = {}
    for fragment in fragments:
        days.setdefault(fragment.moment.day, []).insert(0, fragment)
    return [
        Writing(
            key=f"fragments:{day.isoformat()}",
            day=day_medium(day),
            context=_context(kept[0], facts),
            title=pgettext("fragments", "In pieces"),
            slips=tuple(Slip(f"entry:{f.id}", f.text.strip(), _what(f), f.kind.value) for f in kept),
        )
        for day, kept in days.items()
    ]


def _what(fragment: Fragment) -> str:
    kind = fragment_kind_name(fragment.kind)
    if not fragment.moment.has_time:
        return kind
    return _("{kind}, {time}").format(kind=kind, time=clock_time(fragment.moment.local))


def _note(check_in: CheckIn, facts: CourseFacts | None) -> Writing:
    feelings = ", ".join(feeling_word(feeling) for feeling in check_in.feelings)
    key = f"entry:{check_in.id}"
    return Writing(
        key=key,
        day=day_medium(check_in.moment.day),
        context=(*_time(check_in), *_context(check_in, facts)),
        title=_("Note of a check-in"),
        answers=_("Feelings: {feelings}").format(feelings=feelings) if feelings else "",
        blocks=blocks(check_in.note, key),
    )


def _intention(session: KapSession) -> Writing:
    key = f"entry:{session.id}"
    return Writing(
        key=key,
        day=day_medium(session.moment.day),
        context=(_("for the session of this day"),),
        title=_("Intention"),
        blocks=blocks(session.intention, key),
    )


def event_keys(event: Event) -> tuple[str, ...]:
    """Return the keys of the lines of an event."""
    lines = event.text.splitlines() or [""]
    return tuple(line_key(f"entry:{event.id}", f"0.{place}", line) for place, line in enumerate(lines))


def _event(event: Event, facts: CourseFacts | None) -> Writing:
    lines = event.text.splitlines() or [""]
    paragraph = Block("paragraph", tuple((Run(line),) for line in lines), keys=event_keys(event))
    return Writing(
        key=f"entry:{event.id}",
        day=day_medium(event.moment.day),
        context=_context(event, facts),
        title=event_kind_name(event.kind),
        blocks=(paragraph,),
    )


def _time(entry: Written) -> tuple[str, ...]:
    return (clock_time(entry.moment.local),) if entry.moment.has_time else ()


def _context(entry: Written, facts: CourseFacts | None) -> tuple[str, ...]:
    told = [after_dose(facts, entry.moment.day)] if facts is not None else []
    if entry.added_later:
        told.append(_("added later"))
    return tuple(text for text in told if text)
