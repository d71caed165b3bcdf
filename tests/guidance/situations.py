"""Situations for the tests of the picking rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.kap_session import KapSession, SessionKind, SessionStatus
from kapjournal.domain.measure import MeasureValue
from kapjournal.domain.moment import journal_day, moment_at
from kapjournal.domain.prompt import AskedPrompt, PromptAnswer, PromptOffer
from kapjournal.guidance.circumstances import Circumstances
from kapjournal.guidance.library import Prompt, library

LONDON = ZoneInfo("Europe/London")


def at(month: int, day: int, hour: int = 12, minute: int = 0, zone: ZoneInfo = LONDON) -> datetime:
    """A moment in 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=zone)


def dosing(
    start: datetime, minutes: int | None = 120, status: SessionStatus = SessionStatus.HELD, id: int = 1
) -> KapSession:
    """A dosing session."""
    moment = moment_at(start)
    return KapSession(id=id, moment=moment, kind=SessionKind.DOSING, status=status, duration_min=minutes)


def now(moment: datetime, *sessions: KapSession, **more: object) -> Circumstances:
    """The circumstances of a moment; its journal day ends at 03:00."""
    day = journal_day(moment.replace(tzinfo=None))
    return replace(Circumstances(now=moment, day=day, sessions=sessions), **more)  # type: ignore[arg-type]


def check_in(moment: datetime, **values: float) -> CheckIn:
    """A check-in with these values."""
    return CheckIn(moment=moment_at(moment), values=tuple(MeasureValue(k, v) for k, v in values.items()))


def offered(day: date, prompt_id: str, slot: int = 0, window: str = "d3_14", **more: bool) -> PromptOffer:
    """An offer."""
    return PromptOffer(day, slot, prompt_id, window, **more)


def answered(moment: datetime, prompt: Prompt) -> PromptAnswer:
    """An answer to a prompt."""
    asked = AskedPrompt(prompt.id, prompt.text, prompt.domain.value, prompt.window)
    return PromptAnswer(1, asked, moment_at(moment))


def inside(window: str, moment: datetime) -> tuple[KapSession, ...]:
    """Sessions that put a moment into a window: one before it or one after it."""
    hours = {
        "prep": -30,
        "day_of": -6,
        "h0_24": 12,
        "h24_72": 48,
        "d3_14": 120,
        "maintenance": 500,
        "steady": 120,
    }
    utc = moment.astimezone(UTC)
    if hours[window] < 0:
        return (dosing(utc - timedelta(hours=hours[window]), status=SessionStatus.PLANNED),)
    return (dosing(utc - timedelta(hours=hours[window] + 2)),)


def prompt(prompt_id: str) -> Prompt:
    """A prompt of the library."""
    found = library().prompt(prompt_id)
    assert found is not None
    return found
