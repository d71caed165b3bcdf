"""The thread of a course as plain data: for each session five places with the person's own words; no widgets here."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.practice import Dot, Practice, Rhythm, kept_of, shown_dots
from kapjournal.domain.reflection import Fragment, Reflection
from kapjournal.ui.shared.wishes import EntryWanted, PracticeWanted, SessionWanted, Wish
from kapjournal.words.language import _, ngettext
from kapjournal.words.markdown import LineKind, plain, read_line
from kapjournal.words.numbers import number
from kapjournal.words.practices import kept_on, once_kept

LAST_DAYS = 7
FIRST_WORDS = 2
LONGEST = 160
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """Some words, and where they were written."""

    text: str
    wish: Wish
    entry_id: int | None = None
    """The entry that they stand in, which can be marked to share; None for a practice."""
    to_share: bool = False
    own_words: bool = True
    dots: tuple[Dot, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One dosing session with its five places; a place without lines is no gap."""

    session: KapSession
    number: int
    planned: bool
    intended: tuple[ThreadLine, ...] = ()
    met: tuple[ThreadLine, ...] = ()
    understood: tuple[ThreadLine, ...] = ()
    committed: tuple[ThreadLine, ...] = ()
    kept: tuple[ThreadLine, ...] = ()

    @property
    def places(self) -> tuple[tuple[ThreadLine, ...], ...]:
        """The five places in their order."""
        return (self.intended, self.met, self.understood, self.committed, self.kept)


@dataclass(frozen=True, slots=True)
class Written:
    """What the thread is read from; reflections and fragments by the session that they are about."""

    sessions: Sequence[KapSession]
    numbers: Mapping[int, int]
    fragments: Mapping[int, Sequence[Fragment]]
    reflections: Mapping[int, Sequence[Reflection]]
    practices: Sequence[Practice]
    days: Mapping[int, Mapping[date, str]]
    """The days on which each practice was kept, with their notes."""


def place_names() -> tuple[str, ...]:
    """What the five places are called."""
    return (_("Intended"), _("Met"), _("Understood"), _("Committed"), _("Kept"))


def thread_rows(written: Written, today: date) -> tuple[ThreadRow, ...]:
    """The rows in order of time: sessions that were, and those that are planned."""
    dosing = [s for s in written.sessions if s.kind is SessionKind.DOSING and s.id in written.numbers]
    ordered = sorted(dosing, key=lambda s: (s.moment.instant, s.id))
    rows = []
    for at, session in enumerate(ordered):
        following = ordered[at + 1] if at + 1 < len(ordered) else None
        own = [p for p in written.practices if p.kap_session_id == session.id]
        rows.append(
            ThreadRow(
                session=session,
                number=written.numbers[session.id],
                planned=session.status is SessionStatus.PLANNED,
                intended=_of_session(session, session.intention),
                met=_met(written.fragments.get(session.id, ())),
                understood=_understood(written.reflections.get(session.id, ())),
                committed=_committed(session, following, own, written),
                kept=tuple(_kept(practice, written.days.get(practice.id, {}), today) for practice in own),
            )
        )
    return tuple(rows)


def _of_session(session: KapSession, text: str) -> tuple[ThreadLine, ...]:
    if not text.strip():
        return ()
    return (ThreadLine(_short(plain(text)), SessionWanted(session.id), session.id, session.to_share),)


def _met(fragments: Sequence[Fragment]) -> tuple[ThreadLine, ...]:
    """The first words, as they came."""
    first = sorted(fragments, key=lambda f: (f.moment.instant, f.id))[:FIRST_WORDS]
    return tuple(ThreadLine(_short(f.text), EntryWanted(f.id), f.id, f.to_share) for f in first)


def _understood(reflections: Sequence[Reflection]) -> tuple[ThreadLine, ...]:
    """What stands under 'What it may mean', in the latest reflection that has it; else the latest title."""
    latest = sorted(reflections, key=lambda r: (r.moment.instant, r.id), reverse=True)
    for reflection in latest:
        words = _under(reflection.text, _("What it may mean"))
        if words:
            return (_line_of(reflection, words),)
    for reflection in latest:
        if reflection.title.strip():
            return (_line_of(reflection, reflection.title.strip()),)
    return ()


def _committed(
    session: KapSession, following: KapSession | None, practices: Sequence[Practice], written: Written
) -> tuple[ThreadLine, ...]:
    """The practices that grew from it; else the step agreed on before the next; else what was to be carried on."""
    if practices:
        return tuple(ThreadLine(p.name, PracticeWanted(p.id)) for p in practices)
    for talk in sorted(written.sessions, key=lambda s: (s.moment.instant, s.id)):
        after = talk.moment.instant > session.moment.instant
        before_next = following is None or talk.moment.instant < following.moment.instant
        if talk.kind is SessionKind.INTEGRATION and after and before_next and talk.agreed_step.strip():
            return _of_session(talk, talk.agreed_step)
    for reflection in reversed(written.reflections.get(session.id, ())):
        words = _under(reflection.text, _("What I will carry into my days"))
        if words:
            return (_line_of(reflection, words),)
    return ()


def _kept(practice: Practice, days: Mapping[date, str], today: date) -> ThreadLine:
    """A practice's own note where it is done once, else on how many of its last days it was kept."""
    wish = PracticeWanted(practice.id)
    shown = shown_dots(practice, days, today - timedelta(days=LAST_DAYS - 1), today)
    if practice.rhythm is Rhythm.ONCE:
        note = next((days[day] for day in sorted(days, reverse=True) if days[day].strip()), "")
        if note:
            return ThreadLine(note, wish)
        return ThreadLine(once_kept(shown), wish, own_words=False, dots=shown)
    return ThreadLine(_on_days(practice, shown), wish, own_words=False, dots=shown)


def _on_days(practice: Practice, shown: Collection[Dot]) -> str:
    kept, days = kept_of(shown)
    if practice.rhythm is Rhythm.WHEN_NEEDED or not shown:
        return kept_on(shown, practice.rhythm)
    words = _("on {kept} of the last {days} days")
    if days < LAST_DAYS:
        words = ngettext("on {kept} of {days} day", "on {kept} of {days} days", days)
    return words.format(kept=number(kept), days=number(days))


def _line_of(reflection: Reflection, words: str) -> ThreadLine:
    return ThreadLine(words, EntryWanted(reflection.id), reflection.id, reflection.to_share)


def _under(text: str, heading: str) -> str:
    """The first sentence under a heading of the guide; '' where there is none."""
    words: list[str] = []
    inside = False
    for raw in text.split("\n"):
        line = read_line(raw)
        if line.kind is LineKind.HEADING:
            if inside:
                break
            inside = line.words.strip().casefold() == heading.casefold()
        elif inside:
            words.append(raw)
    whole = " ".join(plain("\n".join(words)).split())
    return _short(_SENTENCE.split(whole)[0]) if whole else ""


def _short(text: str) -> str:
    whole = " ".join(text.split())
    if len(whole) <= LONGEST:
        return whole
    return whole[:LONGEST].rsplit(" ", 1)[0].rstrip(",.;: ") + "…"
