"""What goes into a summary, and what was shared when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kapjournal.domain.entry import NEW
from kapjournal.domain.moment import Moment

MOST_TALKING_POINTS = 3
TYPED = 0
"""The source of a line that the person typed for the summary."""
UNTOLD = -1
"""The source of a line of which it is not known: an earlier version did not keep it."""


class Part(StrEnum):
    """A part of the summary that can be left out."""

    MEASURES = "measures"
    SCALES = "scales"
    SESSIONS = "sessions"
    MEDICINES = "medicines"
    TALKING_POINTS = "talking_points"
    PRACTICES = "practices"
    ENTRIES = "entries"
    FURTHER = "further"
    """The measures together, side effects and the method, on a page of their own."""
    AROUND = "around"
    """Every session's mood laid over the others', among the further charts."""
    LASTING = "lasting"
    """How long it lasted after each session, likewise."""
    BEFORE_AND_AFTER = "before_and_after"
    """The share of pairs in which what came after the first dose is better: for a therapist, likewise."""
    SESSION_DETAILS = "session_details"
    """Themes, vital signs and how someone felt around each session: on no page, in the forms that are data."""
    TAGS = "tags"
    """The tags of the entries that were ticked."""


ON_REQUEST = (Part.BEFORE_AND_AFTER, Part.SESSION_DETAILS, Part.TAGS)
"""What is in a summary only where it was ticked."""
USUAL_PARTS = tuple(part for part in Part if part not in ON_REQUEST)
"""What is in a summary until the person chooses."""


class ShareForm(StrEnum):
    """As what a summary leaves the journal."""

    PDF = "pdf"
    PRINT = "print"
    HTML = "html"
    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    FHIR = "fhir"
    FHIR_PDF = "fhir-pdf"
    """The PDF inside a FHIR Bundle, for a program that takes nothing else."""


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
    parts: tuple[Part, ...] = USUAL_PARTS
    entry_ids: tuple[int, ...] = ()
    """The entries that were ticked one by one; nothing written is in a summary otherwise."""
    talking_points: tuple[str, ...] = ()
    for_whom: str = ""
    page_size: PageSize = PageSize.A4
    practice_ids: tuple[int, ...] = ()
    """The practices that were ticked one by one."""
    struck: tuple[str, ...] = ()
    """The keys of the lines that were struck out, as the document names them."""
    talking_sources: tuple[int, ...] = ()
    """For each line of what to talk about the entry it was starred in, `TYPED` or `UNTOLD`; kept with the choice."""


@dataclass(frozen=True, slots=True)
class TalkingPoints:
    """What the person would like to talk about: typed for the summary, or starred while writing."""

    texts: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()
    """For each line the entry it was starred in, `TYPED` or `UNTOLD`; a line without one is `UNTOLD`."""

    def lines(self) -> tuple[tuple[str, int], ...]:
        """Each line with its source."""
        sources = (*self.sources, *(UNTOLD for _text in self.texts))
        return tuple(zip(self.texts, sources, strict=False))

    @classmethod
    def of(cls, lines: Iterable[tuple[str, int]]) -> TalkingPoints:
        """Lines with their sources, as one."""
        pairs = tuple(lines)
        return cls(tuple(text for text, _source in pairs), tuple(source for _text, source in pairs))

    @property
    def is_full(self) -> bool:
        """Whether there is room for no other."""
        return len(self.texts) >= MOST_TALKING_POINTS


@dataclass(frozen=True, slots=True)
class ToldDose:
    """A dosing session as a summary numbered it."""

    session_id: int
    number: int
    """In its course, from 1."""
    counted: bool
    """Whether it was among those that had taken place in the course of the summary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One summary that left the journal."""

    id: int = NEW
    moment: Moment
    form: str
    """'pdf' and so on: a ShareForm, or one of a later version."""
    first: date
    last: date
    parts: tuple[Part, ...] = ()
    entry_ids: tuple[int, ...] = ()
    for_whom: str = ""
    sha256: str = ""
    choice: SummaryChoice | None = None
    """All that was chosen, so that the same summary can be drawn again; None for one of an earlier version."""
    name: str = ""
    """From whom, as it stood there."""
    record_ids: tuple[int, ...] = ()
    """The entries whose lines were in it: sessions, forms of scales and what was ticked."""
    doses: tuple[ToldDose, ...] = ()
    """Every dosing session with its number then: one that is erased later must not renumber the others."""
