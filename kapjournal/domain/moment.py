"""When something was: the wall clock where the person was, and the journal day it belongs to, for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

DAY_ENDS = time(3, 0)
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""What is outside of these is a slip of whoever wrote it."""
ADDED_LATER_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A wall-clock time with its offset and zone; `day` is kept, so that no setting ever moves an old entry."""

    local: datetime
    """Naive wall-clock time; midnight where no time is known."""
    utc_offset_min: int
    zone: str
    """IANA name, or '' where only the offset is known."""
    day: date
    has_time: bool = True

    @property
    def instant(self) -> datetime:
        """The same moment as an aware time in UTC."""
        return (self.local - timedelta(minutes=self.utc_offset_min)).replace(tzinfo=UTC)

    @property
    def aware(self) -> datetime:
        """The wall-clock time with its fixed offset."""
        return self.local.replace(tzinfo=timezone(timedelta(minutes=self.utc_offset_min)))

    def added_later(self, written: datetime) -> bool:
        """Whether an entry of this moment was written down more than a day afterwards."""
        return written - self.instant > ADDED_LATER_AFTER


def near(day: date) -> date:
    """The same day. Raises ValueError where it is so far away that a calendar of weeks around it would end."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("far away")
    return day


def journal_day(local: datetime, day_ends: time = DAY_ENDS) -> date:
    """The day that a wall-clock time belongs to, where a day may end later than midnight."""
    return local.date() - timedelta(days=1) if local.time() < day_ends else local.date()


def moment_at(aware: datetime, day_ends: time = DAY_ENDS) -> Moment:
    """The moment of an aware time, to the second."""
    offset = aware.utcoffset()
    if offset is None:
        raise ValueError("an aware time is needed")
    local = aware.replace(tzinfo=None, microsecond=0)
    zone = getattr(aware.tzinfo, "key", "") or ""
    return Moment(local, round(offset.total_seconds() / 60), zone, journal_day(local, day_ends))


def moment_on(day: date, like: datetime) -> Moment:
    """A day without a time, in the zone of `like`."""
    aware = datetime(day.year, day.month, day.day, tzinfo=like.tzinfo)
    offset = aware.utcoffset() or timedelta()
    zone = getattr(like.tzinfo, "key", "") or ""
    return Moment(aware.replace(tzinfo=None), round(offset.total_seconds() / 60), zone, day, has_time=False)
