"""The journal as one time line: what a list shows of each entry, and what it can be narrowed by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an entry's text with the places that match a search, as (start, end) in characters."""

    text: str
    hits: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """One entry as the list shows it; `detail` is the sub-kind ('dosing', 'image', 'medicine_change', …)."""

    id: int
    kind: Kind
    moment: Moment
    title: Snippet
    preview: Snippet
    detail: str = ""
    mood: float | None = None
    to_share: bool = False
    added_later: bool = False
    number: int | None = None
    """The number of a dosing session in its course."""
    answered: str = ""
    """The question, where a reflection answers a prompt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFilter:
    """What to show; the empty filter shows everything that is not in the trash."""

    text: str = ""
    """Words to find, each as a beginning, accents folded, all of them needed."""
    kinds: tuple[Kind, ...] = ()
    tag: str = ""
    kap_session_id: int | None = None
    only_to_share: bool = False
    ids: tuple[int, ...] = ()
    """These entries and no other; empty for all."""
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class TimelineCursor:
    """Where a page ended; the next one begins after it (newest first)."""

    day: date
    sort_key: str
    id: int


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A stretch of the time line, newest first."""

    items: tuple[TimelineItem, ...]
    following: TimelineCursor | None
    total: int
    """How many entries the filter finds in all."""


TRASH_DAYS = 30
"""How long something stays in the trash before it is erased by itself."""


@dataclass(frozen=True, slots=True)
class TrashedItem:
    """One entry in the trash."""

    item: TimelineItem
    since: datetime

    @property
    def until(self) -> datetime:
        """When it is erased by itself."""
        return self.since + timedelta(days=TRASH_DAYS)
