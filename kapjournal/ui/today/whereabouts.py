"""The line under the date: where someone is in the course, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.words.dates import clock_time, weekday_day
from kapjournal.words.language import _
from kapjournal.words.names import session_title

NEXT_WITHIN = timedelta(days=21)
"""What is planned later than this is on the ribbon, not in the sentence."""


def whereabouts(
    sessions: Iterable[KapSession], numbers: Mapping[int, int], today: date, now: datetime
) -> str:
    """'Day 3 after session 4. Integration session today at 16:00.'; a quiet line where nothing is noted."""
    in_order = sorted(sessions, key=lambda s: (s.moment.instant, s.id))
    parts = [_since(in_order, numbers, today), _next(in_order, numbers, today, now)]
    said = " ".join(part for part in parts if part)
    return said or _("Nothing is planned.")


def _since(sessions: list[KapSession], numbers: Mapping[int, int], today: date) -> str:
    held = [s for s in sessions if s.kind is SessionKind.DOSING and s.took_place and s.moment.day <= today]
    if not held:
        return ""
    last = held[-1]
    days = (today - last.moment.day).days
    number = numbers.get(last.id)
    if number is None:
        return _("Day {day} after the last session.").format(day=days) if days else _("The day of a session.")
    if days == 0:
        return _("The day of session {number}.").format(number=number)
    return _("Day {day} after session {number}.").format(day=days, number=number)


def _next(sessions: list[KapSession], numbers: Mapping[int, int], today: date, now: datetime) -> str:
    coming = [
        s
        for s in sessions
        if s.status is SessionStatus.PLANNED
        and today <= s.moment.day <= today + NEXT_WITHIN
        and _is_ahead(s, now)
    ]
    if not coming:
        return ""
    session = coming[0]
    title = session_title(session.kind, numbers.get(session.id))
    time = clock_time(session.moment.local)
    away = (session.moment.day - today).days
    if away == 0 and session.moment.has_time:
        return _("{session} today at {time}.").format(session=title, time=time)
    if away == 0:
        return _("{session} today.").format(session=title)
    if away == 1 and session.moment.has_time:
        return _("{session} tomorrow at {time}.").format(session=title, time=time)
    if away == 1:
        return _("{session} tomorrow.").format(session=title)
    return _("{session} on {day}.").format(session=title, day=weekday_day(session.moment.day))


def _is_ahead(session: KapSession, now: datetime) -> bool:
    """Whether it is not over yet; one without a time is ahead for the whole of its day."""
    return not session.moment.has_time or session.moment.aware >= now
