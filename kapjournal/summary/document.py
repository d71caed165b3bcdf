"""A summary as plain data: every word and figure of it, in its order, before it has a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from kapjournal.domain.share import PageSize, SummaryChoice

BlockForm = Literal["paragraph", "heading", "item", "quote"]


@dataclass(frozen=True, slots=True)
class Line:
    """Words that can be struck out by their key."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Glance:
    """One measure before and now; a place is where a value stands on its scale, 0 to 1, None where there is none."""

    key: str
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

    key: str
    title: str
    svg: str
    width: float
    height: float
    alt: str
    dark_svg: str = ""
    """The same for a dark screen; paper never shows it."""


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """One form of a scale: what it adds up to, in words, and its change against what forms are compared with."""

    key: str
    day: str
    score: str
    words: str
    change: str
    """'−7'; '' where nothing is compared."""
    step: str
    """'within', 'possible' or 'larger'; what they mean stands under the table."""
    safety: str
    """The answer to the item of the safety rule, in its own words."""


@dataclass(frozen=True, slots=True)
class ScaleTable:
    """The forms of one scale, the first ones of them and the latest."""

    name: str
    rows: tuple[ScaleRow, ...]
    safety_head: str
    """'item 9', or '' for a scale without such an item."""
    left_out: str
    """How many forms between the first and the latest are not shown, or ''."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A dosing session as it was told and felt; an amount stands here as text and beside no mood."""

    key: str
    number: str
    day: str
    told: str
    depth: str
    difficulty: str
    side_effects: str


@dataclass(frozen=True, slots=True)
class AroundRow:
    """Mood in the week before a dosing session and in the days after it, each with the days it rests on."""

    key: str
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
    keys: tuple[str, ...] = ()
    """The key of each line."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One fragment, and what and when it was: 'an image, 14:05'."""

    key: str
    text: str
    what: str


@dataclass(frozen=True, slots=True)
class Writing:
    """One entry that was ticked, or the fragments of one session."""

    key: str
    """'' for what is struck line by line alone."""
    day: str
    context: tuple[str, ...]
    """'day 1 after session 4' and so on, for the margin."""
    title: str
    answers: str = ""
    """The question that it answers."""
    blocks: tuple[Block, ...] = ()
    slips: tuple[Slip, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """A practice that was ticked: its name, since when and how often, and its days as dots."""

    key: str
    name: str
    since: str
    kept: str
    """'11 of 24 days'."""
    notes: tuple[Line, ...]
    dots: tuple[bool, ...]
    sessions: tuple[tuple[int, str], ...]
    """Under which dot which session stands."""


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One side effect over the sessions; a level is 0 to 3, None where nothing was said of it."""

    name: str
    levels: tuple[int | None, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EffectTable:
    """The side effects of the latest sessions."""

    key: str
    heads: tuple[tuple[str, str], ...]
    """Number and day of each session."""
    rows: tuple[EffectRow, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """A paragraph of the method: what it is about, and how it was worked out."""

    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Further:
    """The last page: further charts and how all of it was worked out."""

    charts: tuple[Chart, ...]
    effects: EffectTable | None
    method: tuple[Method, ...]


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
    standing: tuple[Line, ...]
    """Phase and count of sessions first, then what for, then how long after the last one."""
    worth_asking: tuple[Line, ...] = ()
    """Facts only: an answer of the safety item, a difficult session, a side effect that is not gone."""
    glances: tuple[Glance, ...] = ()
    glance_note: str = ""
    chart: Chart | None = None
    scales: tuple[ScaleTable, ...] = ()
    scale_note: str = ""
    """What the changes are compared with, and what their three steps mean."""
    sessions: tuple[SessionRow, ...] = ()
    around: tuple[AroundRow, ...] = ()
    medicines: tuple[Line, ...] = ()
    talking_points: tuple[Line, ...] = ()
    writings: tuple[Writing, ...] = ()
    writings_count: str = ""
    """'2 reflections, 1 fragment'."""
    practices: tuple[PracticeLine, ...] = ()
    further: Further | None = None
    note: tuple[str, ...] = ()
    """How much it rests on, how it was worked out, and its limits, as sentences."""
