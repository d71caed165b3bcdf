"""A summary as plain data: every word and figure of it, in its order, before it has a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Literal, NamedTuple

from kapjournal.charts.picture import Picture
from kapjournal.charts.svg import svg
from kapjournal.domain.share import PageSize, SummaryChoice

BlockForm = Literal["paragraph", "heading", "item", "quote"]


class Line(NamedTuple):
    """Words that can be struck out by their key."""

    key: str
    text: str


class Glance(NamedTuple):
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
    days: tuple[int, int] = (0, 0)
    """Of a measure: how many days its medians rest on, before and now."""
    day: str = ""
    """Of a scale: when its latest complete form is of, '19 Oct'."""


@dataclass(frozen=True, eq=False)
class Chart:
    """A picture, its size on the page in points, and its words for a reader; it is drawn when a form asks for it."""

    key: str
    picture: Picture
    width: float
    height: float
    alt: str
    sentence: str = ""
    """What it says, with what it rests on, to be read under its title; '' where the page says it elsewhere."""
    share: float = 1.0
    """How much of the page's width it takes: two that are narrower stand side by side."""

    def __eq__(self, other: object) -> bool:
        """Whether both look and read the same."""
        return self is other or (isinstance(other, Chart) and self._shown == other._shown)

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def _shown(self) -> tuple[object, ...]:
        return (self.key, self.svg, self.width, self.height, self.alt, self.sentence, self.share, self.title)

    @property
    def title(self) -> str:
        """The name of the picture."""
        return self.picture.title

    @cached_property
    def svg(self) -> str:
        """The picture on white paper."""
        return svg(self.picture, label=False)

    @cached_property
    def dark_svg(self) -> str:
        """The same for a dark screen; paper never shows it."""
        return svg(self.picture, "dark", label=False)


class ScaleRow(NamedTuple):
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


class ScaleTable(NamedTuple):
    """The forms of one scale, the first ones of them and the latest."""

    name: str
    rows: tuple[ScaleRow, ...]
    safety_head: str
    """'item 9', or '' for a scale without such an item."""
    left_out: str
    """How many forms between the first and the latest are not shown, or ''."""

    @property
    def has_words(self) -> bool:
        """Whether any form is told in words: not each scale has bands."""
        return any(row.words for row in self.rows)

    @property
    def has_changes(self) -> bool:
        """Whether any form is compared with another one."""
        return any(row.change for row in self.rows)


class SessionRow(NamedTuple):
    """A dosing session as it was told and felt; an amount stands here as text and beside no mood."""

    key: str
    number: str
    day: str
    told: str
    depth: str
    difficulty: str
    side_effects: str


class AroundRow(NamedTuple):
    """Mood in the week before a dosing session and in the days after it, each with the days it rests on."""

    key: str
    number: str
    day: str
    before: str
    before_days: str
    after: str
    after_days: str


class Run(NamedTuple):
    """A stretch of words in one style."""

    text: str
    strong: bool = False
    emphasised: bool = False


class Block(NamedTuple):
    """A paragraph, heading, item or quotation of what was written; each line is a tuple of runs."""

    form: BlockForm
    lines: tuple[tuple[Run, ...], ...]
    marker: str = ""
    keys: tuple[str, ...] = ()
    """The key of each line."""


class Slip(NamedTuple):
    """One fragment, and what and when it was: 'an image, 14:05'."""

    key: str
    text: str
    what: str
    sign: str = ""
    """The name of the sign of its kind, as signs.json has it; `what` says the same in words."""


class Writing(NamedTuple):
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
    tags: str = ""
    """'Tags: work, sleep', where they were ticked too."""


class PracticeLine(NamedTuple):
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


class EffectRow(NamedTuple):
    """One side effect over the sessions; a level is 0 to 3, None where nothing was said of it."""

    name: str
    levels: tuple[int | None, ...]
    words: tuple[str, ...]


class EffectTable(NamedTuple):
    """The side effects of the latest sessions."""

    key: str
    heads: tuple[tuple[str, str], ...]
    """Number and day of each session."""
    rows: tuple[EffectRow, ...]


class OverlapRow(NamedTuple):
    """One measure or scale before and after the first dose: how many of each, and the share of pairs."""

    name: str
    before: str
    """'14 days', '5 forms'."""
    after: str
    share: str
    """'0.96': of the pairs, one before and one after, in which the later is the better."""


class OverlapTable(NamedTuple):
    """What was noted before the first dose against what was noted after it; only where it was asked for."""

    key: str
    rows: tuple[OverlapRow, ...]


class Method(NamedTuple):
    """A paragraph of the method: what it is about, and how it was worked out."""

    about: str
    text: str


class Further(NamedTuple):
    """The last page: further charts and how all of it was worked out."""

    charts: tuple[Chart, ...]
    effects: EffectTable | None
    method: tuple[Method, ...]
    overlap: OverlapTable | None = None


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
    charts: tuple[Chart, ...] = ()
    """Further charts that have room on the first page: then there is no last one."""
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
