"""What a row of the list says: title, time, and the one sentence that a screen reader reads."""

from __future__ import annotations

import re
from datetime import date

from kapjournal.domain.event import EventKind
from kapjournal.domain.kap_session import SessionKind
from kapjournal.domain.kinds import Kind
from kapjournal.domain.reflection import FragmentKind
from kapjournal.domain.timeline import Snippet, TimelineItem
from kapjournal.words.dates import clock_time, day_long, weekday_day
from kapjournal.words.language import _
from kapjournal.words.mood import mood_value_text, mood_word
from kapjournal.words.names import event_kind_name, fragment_kind_name, kind_name, session_title

_SIGNS = re.compile(r"(?:\A|\s*\n+)\s*(?:#{1,6} +|> ?|[-*+•] +)?|\*+|__+|(?<!\w)_|_(?!\w)")
_EVENT_ICONS = {
    EventKind.MEDICINE_CHANGE: "side_effect",
    EventKind.LIFE_EVENT: "people",
    EventKind.ILLNESS: "vitals",
    EventKind.TRAVEL: "ride",
    EventKind.SUBSTANCE: "meal",
    EventKind.OTHER: "calendar",
}


def row_title(item: TimelineItem) -> Snippet:
    """The first line of a row, with the places that match a search."""
    if item.kind is Kind.REFLECTION:
        return _reflection_title(item)
    if item.kind is Kind.CHECK_IN:
        return Snippet(
            _("Check-in") if item.mood is None else _("Check-in: {mood}").format(mood=mood_word(item.mood))
        )
    if item.kind is Kind.FRAGMENT:
        return Snippet(_("Fragment: {kind}").format(kind=fragment_kind_name(FragmentKind(item.detail))))
    if item.kind is Kind.KAP_SESSION:
        return Snippet(session_title(SessionKind(item.detail), item.number))
    if item.kind is Kind.SCALE:
        return item.title
    return Snippet(event_kind_name(EventKind(item.detail)))


def row_preview(item: TimelineItem) -> Snippet:
    """The second line of a row: the text as it is read, without the signs of Markdown."""
    is_intention = item.kind is Kind.KAP_SESSION and bool(item.title.text.strip())
    if is_intention and (item.title.hits or not item.preview.hits):
        plain = _within(_("Intention: {words}"), _without_signs(item.title))
    else:
        plain = _without_signs(item.preview)
    return _within(_("added later · {words}"), plain) if item.added_later else plain


def row_time(item: TimelineItem) -> str:
    """The time, where one is known."""
    return clock_time(item.moment.local) if item.moment.has_time else ""


def row_icon(item: TimelineItem) -> str:
    """The icon of a row; a check-in with a mood shows its level instead."""
    if item.kind is Kind.REFLECTION:
        return "practice" if item.answered else "new_reflection"
    if item.kind is Kind.FRAGMENT:
        return f"fragment_{item.detail}"
    if item.kind is Kind.KAP_SESSION:
        return "sessions"
    if item.kind is Kind.SCALE:
        return "scale"
    if item.kind is Kind.EVENT:
        return _EVENT_ICONS[EventKind(item.detail)]
    return "today"


def row_spoken(item: TimelineItem, today: date) -> str:
    """'Reflection, The lake, yesterday, 21:12, marked to share'."""
    kind = kind_name(item.kind)
    title = row_title(item).text
    parts = [] if kind.casefold() in title.casefold() and item.kind is not Kind.CHECK_IN else [kind]
    if item.kind is Kind.CHECK_IN:
        if item.mood is not None:
            parts.append(_("mood {value}").format(value=mood_value_text(item.mood)))
    else:
        parts.append(title)
    parts.append(day_heading(item.moment.day, today))
    parts.extend(part for part in (row_time(item), _("added later") if item.added_later else "") if part)
    if item.to_share:
        parts.append(_("marked to share"))
    return ", ".join(parts)


def day_heading(day: date, today: date) -> str:
    """'Today', 'Yesterday', 'Tuesday 20 October'; the year is added where it is another one."""
    away = (day - today).days
    if away == 0:
        return _("Today")
    if away == -1:
        return _("Yesterday")
    return weekday_day(day) if day.year == today.year else day_long(day, today)


def _within(sentence: str, snippet: Snippet) -> Snippet:
    """The snippet in its place in a sentence, its hits moved along."""
    lead, _place, rest = sentence.partition("{words}")
    moved = tuple((start + len(lead), end + len(lead)) for start, end in snippet.hits)
    return Snippet(lead + snippet.text + rest, moved)


def _without_signs(snippet: Snippet) -> Snippet:
    """The snippet on one line, with its hits where they then are."""
    places: list[int] = []
    letters: list[str] = []
    place = 0
    for sign in _SIGNS.finditer(snippet.text):
        for at in range(place, sign.start()):
            places.append(len(letters))
            letters.append(snippet.text[at])
        places.extend([len(letters)] * (sign.end() - sign.start()))
        if "\n" in sign[0] and letters:
            letters.append(" ")
        place = sign.end()
    for at in range(place, len(snippet.text)):
        places.append(len(letters))
        letters.append(snippet.text[at])
    places.append(len(letters))
    return Snippet("".join(letters), tuple((places[start], places[end]) for start, end in snippet.hits))


def _reflection_title(item: TimelineItem) -> Snippet:
    if item.title.text.strip():
        return item.title
    if item.answered:
        return Snippet(_("Answered: {question}").format(question=item.answered))
    return Snippet(_("Reflection"))
