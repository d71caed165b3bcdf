"""How far the clock is believed where something is erased by it: one that is put forward must not erase early."""

from __future__ import annotations

from datetime import datetime, timedelta

from kapjournal.storage import meta
from kapjournal.storage.engine import Database

LEAP = timedelta(days=3)
"""So long a journal is left alone as a rule; after more, or after a step back, the clock may have been set."""
SURE = timedelta(days=1)
"""A clock that still tells the time after so long is believed again."""
_LOOKED, _DOUBTED = "clock_looked_at", "clock_doubted"


def believed(database: Database, now: datetime) -> datetime | None:
    """Look at the clock, and return up to which moment time is believed to have passed; None while it is in doubt."""
    with database.alone() as driver:
        looked, doubted = (_moment(meta.read(driver, key)) for key in (_LOOKED, _DOUBTED))
    until, doubted = _weighed(looked, doubted, now)
    meta.note(database, _LOOKED, now.isoformat())
    meta.note(database, _DOUBTED, None if doubted is None else doubted.isoformat())
    return until


def _weighed(
    looked: datetime | None, doubted: datetime | None, now: datetime
) -> tuple[datetime | None, datetime | None]:
    """Return until when the clock is believed, and since when it is in doubt from now on."""
    goes_on = looked is not None and timedelta() <= now - looked <= LEAP
    if doubted is None or now < doubted:
        return (now, None) if goes_on else (None, now)
    if now - doubted < SURE:
        return None, doubted
    # Where it is looked at once a month, what a look found holds at the next.
    return (now, None) if goes_on else (doubted, now)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
