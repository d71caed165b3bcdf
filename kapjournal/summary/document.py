"""A summary as plain data: every word and figure of it, in its order, before it has a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from kapjournal.domain.share import PageSize, SummaryChoice

BlockForm = Literal["paragraph", "heading", "item", "quote"]


@dataclass(frozen=True, slots=True)
class Glance:
    """One measure before and now; a place is where a value stands on its scale, 0 to 1, None where there is none."""

    name: str
    now: str
    unit: str
    """'of 10', 'hours'."""
    change: str
    """'2 points higher'; '' where one of both is missing."""
    was: str
    """'was 3', or why there is nothing to compare."""
    before_place: float | None
    now_place: float | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture as SVG, its size in CSS pixels, and its words for a reader."""

    title: str
    svg: str
    width: float
    height: float
    alt: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A dosing session as it was told and felt; an amount stands here as text and beside no mood."""

    number: str
    day: str
    told: str
    depth: str
    difficulty: str
    side_effects: str


@dataclass(frozen=True, slots=True)
class AroundRow:
    """Mood in the week before a dosing session and in the days after it, each with the days it rests on."""

    number: str
    day: str
    before: str
    before_days: str
    after: str
    after_days: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one style."""

    text: str
    strong: bool = False
    emphasised: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item or quotation of what was written; each line is a tuple of runs."""

    form: BlockForm
    lines: tuple[tuple[Run, ...], ...]
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """One fragment, and what and when it was: 'an image, 14:05'."""

    text: str
    what: str


@dataclass(frozen=True, slots=True)
class Writing:
    """One entry that was ticked, or the fragments of one session."""

    day: str
    context: tuple[str, ...]
    """'day 1 after session 4' and so on, for the margin."""
    title: str
    answers: str = ""
    """The question that it answers."""
    blocks: tuple[Block, ...] = ()
    slips: tuple[Slip, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The whole document; a part that was left out, or has nothing in it, is empty."""

    choice: SummaryChoice
    """As it was asked for, with its days filled in: what the ledger keeps."""
    first: date
    last: date
    made: datetime
    language: str
    region: str
    page_size: PageSize
    opening: str
    """'Summary for my therapist, from R.'"""
    title: str
    standing: tuple[str, ...]
    """Phase and count of sessions first, then what for, then how long after the last one."""
    worth_asking: tuple[str, ...] = ()
    """Facts only: a difficult session, a side effect that is not gone."""
    glances: tuple[Glance, ...] = ()
    glance_note: str = ""
    chart: Chart | None = None
    sessions: tuple[SessionRow, ...] = ()
    around: tuple[AroundRow, ...] = ()
    talking_points: tuple[str, ...] = ()
    writings: tuple[Writing, ...] = ()
    writings_count: str = ""
    """'2 reflections, 1 fragment'."""
    note: tuple[str, ...] = ()
    """How much it rests on, how it was worked out, and its limits, as sentences."""
