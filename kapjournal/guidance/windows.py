"""Where someone is between dosing sessions, in hours, and which windows of the library hold that moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.guidance.library import STEADY, PromptLibrary, PromptWindow

COUNTING = (SessionStatus.PLANNED, SessionStatus.HELD, SessionStatus.STOPPED_EARLY)
USUAL_LENGTH = timedelta(hours=2)
MIDDAY = timedelta(hours=12)
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class DosingTime:
    """When a dosing session was, or is planned to be, in UTC."""

    session: KapSession
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """The dosing sessions on both sides of a moment; at most one of `within` and the rest is needed."""

    within: DosingTime | None
    previous: DosingTime | None
    following: DosingTime | None
    hours_since_end: float | None
    """Hours since the previous session ended."""
    hours_to_start: float | None
    """Hours until the next session starts."""


def dosing_times(sessions: Iterable[KapSession]) -> tuple[DosingTime, ...]:
    """The dosing sessions that count, by start: planned and held ones; cancelled, postponed and deleted ones vanish."""
    times = []
    for session in sessions:
        if session.kind is not SessionKind.DOSING or session.status not in COUNTING or session.trashed:
            continue
        # A day without a time is taken to be midday: the middle of what it can be.
        start = session.moment.instant + (timedelta() if session.moment.has_time else MIDDAY)
        length = timedelta(minutes=session.duration_min) if session.duration_min else USUAL_LENGTH
        times.append(DosingTime(session, start, start + length))
    return tuple(sorted(times, key=lambda t: (t.start, t.session.id)))


def place(sessions: Iterable[KapSession], now: datetime) -> Place:
    """Where a moment (aware) lies among the dosing sessions."""
    instant = now.astimezone(UTC)
    times = dosing_times(sessions)
    within = next((t for t in times if t.start <= instant < t.end), None)
    previous = max((t for t in times if t.end <= instant), key=lambda t: t.end, default=None)
    following = next((t for t in times if t.start > instant), None)
    return Place(
        within=within,
        previous=previous,
        following=following,
        hours_since_end=(instant - previous.end) / HOUR if previous else None,
        hours_to_start=(following.start - instant) / HOUR if following else None,
    )


def window_of(where: Place, library: PromptLibrary) -> PromptWindow | None:
    """The window with the highest priority that holds the place; never 'steady'; None far from every session."""
    holding = [w for w in library.windows if w.id != STEADY and _holds(w, where)]
    return max(holding, key=lambda w: w.priority, default=None)


def _holds(window: PromptWindow, where: Place) -> bool:
    if window.anchor == "start":
        hours = -where.hours_to_start if where.hours_to_start is not None else None
    else:
        hours = where.hours_since_end
    return hours is not None and window.from_h <= hours < window.to_h
