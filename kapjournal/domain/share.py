"""What goes into a summary, and what was shared when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kapjournal.domain.entry import NEW
from kapjournal.domain.moment import Moment

MOST_TALKING_POINTS = 3


class Part(StrEnum):
    """A part of the summary that can be left out."""

    MEASURES = "measures"
    SESSIONS = "sessions"
    TALKING_POINTS = "talking_points"
    ENTRIES = "entries"


class PageSize(StrEnum):
    """The paper."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryChoice:
    """What the person chose for a summary; kept for the next one."""

    first: date | None = None
    """None: from the start of the course, or the last four weeks."""
    last: date | None = None
    parts: tuple[Part, ...] = tuple(Part)
    entry_ids: tuple[int, ...] = ()
    """The entries that were ticked one by one; nothing written is in a summary otherwise."""
    talking_points: tuple[str, ...] = ()
    for_whom: str = ""
    page_size: PageSize = PageSize.A4


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One summary that left the journal."""

    id: int = NEW
    moment: Moment
    form: str
    """'pdf' and so on."""
    first: date
    last: date
    parts: tuple[Part, ...] = ()
    entry_ids: tuple[int, ...] = ()
    for_whom: str = ""
    sha256: str = ""
