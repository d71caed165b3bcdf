"""The hours after a dosing session, and the later looks at it: when each is open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.moment import journal_day
from kapjournal.domain.reflection import Layer
from kapjournal.guidance.windows import DosingTime, dosing_times

FRESH = timedelta(hours=6)
"""So long after a session that was planned, the program opens with the words of the first hours."""
ASKED_AGAIN_AFTER = timedelta(hours=20)
LAYER_AFTER = {
    Layer.DAY: timedelta(hours=24),
    Layer.THREE_DAYS: timedelta(hours=72),
    Layer.WEEK: timedelta(days=7),
    Layer.MONTH: timedelta(days=30),
}


def just_had(sessions: Iterable[KapSession], now: datetime) -> KapSession | None:
    """The dosing session that was planned and ended within the last six hours, as far as is known.

    Where its length is not known it may be over any time after its start; without a time nothing opens by itself.
    """
    instant = now.astimezone(UTC)
    for time in reversed(dosing_times(sessions)):
        session = time.session
        was_planned = session.written < time.start
        over_from = time.end if session.duration_min else time.start
        if was_planned and session.moment.has_time and over_from <= instant < time.end + FRESH:
            return session
    return None


def dosed_today(sessions: Iterable[KapSession], now: datetime) -> KapSession | None:
    """The dosing session of this journal day that has begun, if there is one."""
    today = journal_day(now.replace(tzinfo=None))
    begun = [t for t in dosing_times(sessions) if t.session.moment.day == today and _has_begun(t, now)]
    return begun[-1].session if begun else None


def last_dosed(sessions: Iterable[KapSession], now: datetime) -> KapSession | None:
    """The latest dosing session that has begun."""
    begun = [t for t in dosing_times(sessions) if _has_begun(t, now)]
    return begun[-1].session if begun else None


def is_next_day(session: KapSession, now: datetime) -> bool:
    """Whether a night has passed since a session, and not more than three days: the time of laying out."""
    days = (journal_day(now.replace(tzinfo=None)) - session.moment.day).days
    return 1 <= days <= 3


def is_asked_later(session: KapSession, now: datetime) -> bool:
    """Whether the second asking about side effects has come: 20 hours after the end (clinical reference 3.6)."""
    return now.astimezone(UTC) >= _end(session) + ASKED_AGAIN_AFTER


def layer_opens(session: KapSession, layer: Layer) -> datetime:
    """When a later look opens: so long after the session's end, in UTC."""
    return _end(session) + LAYER_AFTER[layer]


def layer_day(session: KapSession, layer: Layer) -> date:
    """The day from which a later look is open, where the session was."""
    opens = layer_opens(session, layer) + timedelta(minutes=session.moment.utc_offset_min)
    return opens.replace(tzinfo=None).date()


def open_layer(session: KapSession, now: datetime) -> Layer | None:
    """The look that can be taken now: the last one that has opened; None on the first day."""
    instant = now.astimezone(UTC)
    opened = [layer for layer in Layer if layer_opens(session, layer) <= instant]
    return opened[-1] if opened else None


def _end(session: KapSession) -> datetime:
    times = dosing_times([session])
    return times[0].end if times else session.moment.instant


def _has_begun(time: DosingTime, now: datetime) -> bool:
    if not time.session.moment.has_time:
        return time.session.moment.day <= journal_day(now.replace(tzinfo=None))
    return time.start <= now.astimezone(UTC)
