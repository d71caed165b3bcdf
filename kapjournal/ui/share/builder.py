"""The left side of Share: everything that can be chosen, in the order of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kapjournal.domain.course import Course
from kapjournal.domain.kinds import Kind
from kapjournal.domain.practice import Practice
from kapjournal.domain.scale import ScaleDefinition
from kapjournal.domain.share import PageSize, Part, Share, SummaryChoice
from kapjournal.journal.summaries import Offers
from kapjournal.ui.share.days_part import FOUR_WEEKS, SINCE_LAST, THIS_COURSE, Days, DaysPart
from kapjournal.ui.share.entries_part import EntriesPart
from kapjournal.ui.share.parts_part import PartsPart, TalkingPart
from kapjournal.ui.share.practices_part import PracticesPart
from kapjournal.ui.share.shared_before import SharedBefore
from kapjournal.ui.share.struck_part import StruckPart
from kapjournal.ui.shared.breakpoints import NARROW, SIDE_MARGINS, TOP_MARGINS, WIDE
from kapjournal.ui.shared.buttons import Segments
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.column_scroll import ColumnScroll
from kapjournal.ui.shared.fields import TextField, field
from kapjournal.ui.shared.ground import Ground
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Body, Label, Title
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.language import _, ngettext
from kapjournal.words.lists import listed
from kapjournal.words.names import page_size_name
from kapjournal.words.numbers import number
from kapjournal.words.scales import scale_name

_BESIDE = (32, 24, 26)
"""Where its column begins, ends, and how far from the top, in a wide window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What there is to choose from."""

    today: date
    first: date
    last: date
    """The days of the summary, where the choice leaves them open."""
    course: Course | None
    offers: Offers
    check_ins: int
    dosing_sessions: int
    shares: tuple[Share, ...]
    name: str
    scales: tuple[ScaleDefinition, ...] = ()
    """Those with a finished form."""
    medicines: int = 0
    practices: tuple[Practice, ...] = ()


class Builder(Restyled, Ground):
    """Days, parts, what to talk about, entries one by one, for whom, on which paper; then what was shared before."""

    changed = Signal()
    named = Signal(str)
    """The person wrote another name for themselves."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("bg", parent, edge="end")
        self._choice = SummaryChoice()
        self._room = WIDE
        self.days = DaysPart(today)
        self.parts = PartsPart()
        self.talking = TalkingPart()
        self.entries = EntriesPart(_("Entries, one by one"))
        self.tags = Tick(_("With their tags"))
        self.events = EntriesPart(
            _("Medicine and life events"), _("Each that is ticked is a mark on the chart of mood too.")
        )
        self.practices = PracticesPart()
        self.struck = StruckPart()
        self.whom = TextField(placeholder=_("my therapist"))
        self.name = TextField()
        self.paper = Segments(
            [(size, page_size_name(size)) for size in PageSize], _("Paper"), value=PageSize.A4, size="small"
        )
        self.before = SharedBefore()
        self._scroll, self._column = _column_of(self)
        self._gaps: list[tuple[QWidget | QLayout, int]] = []
        self._people = QHBoxLayout()
        self._people.addWidget(field(_("For"), self.whom), 1)
        self._people.addWidget(field(_("From"), self.name), 1)
        self._fill()
        self.days.changed.connect(self._choose_days)
        self.parts.changed.connect(self._ticked_part)
        self.struck.put_back.connect(self.unstrike)
        for part in (self.talking, self.entries, self.events, self.practices):
            part.changed.connect(self.changed)
        self.tags.clicked.connect(self.changed)
        self.whom.edited.connect(self.changed)
        self.paper.changed.connect(self.changed)
        for ended in (self.name.editingFinished, self.name.put_in, self.name.paused):
            ended.connect(self._tell_name)
        self.restyle()

    def _tell_name(self) -> None:
        self.named.emit(self.name.text().strip())

    @property
    def choice(self) -> SummaryChoice:
        """What is chosen."""
        paper = self.paper.value
        return replace(
            self._choice,
            parts=self._parts(),
            entry_ids=tuple(dict.fromkeys((*self.entries.ticked, *self.events.ticked))),
            practice_ids=self.practices.ticked,
            talking_points=self.talking.points,
            for_whom=self.whom.text().strip(),
            page_size=paper if isinstance(paper, PageSize) else PageSize.A4,
        )

    def show_choice(self, choice: SummaryChoice, offered: Offered) -> None:
        """Show a choice and what it is taken from."""
        self._choice = choice
        self.days.show_days(offered.first, offered.last, Days(choice.first, choice.last), presets(offered))
        self.parts.show_parts(choice.parts)
        self.talking.show_points(choice.talking_points)
        self.talking.setVisible(Part.TALKING_POINTS in choice.parts)
        self._show_entries(choice, offered)
        self.practices.show_practices(offered.practices, choice.practice_ids)
        self._show_practices(bool(offered.practices))
        if self.whom.text().strip() != choice.for_whom:
            self.whom.setText(choice.for_whom)
        if not self.name.hasFocus():
            self.name.setText(offered.name)
        self.paper.value = choice.page_size
        self.before.show_shares(offered.shares)
        self.show_counts(offered)

    def _show_entries(self, choice: SummaryChoice, offered: Offered) -> None:
        """Show entries and events apart; what was ticked of other days stays with the entries."""
        events = tuple(item for item in offered.offers.items if item.kind is Kind.EVENT)
        others = tuple(item for item in offered.offers.items if item.kind is not Kind.EVENT)
        known = {item.id for item in events}
        self.entries.show_offers(
            Offers(others, offered.offers.more),
            tuple(id_ for id_ in choice.entry_ids if id_ not in known),
            offered.today,
        )
        self.events.show_offers(
            Offers(events, more=False), tuple(id_ for id_ in choice.entry_ids if id_ in known), offered.today
        )
        self.events.setVisible(bool(events))
        self.tags.setChecked(Part.TAGS in choice.parts)

    def _parts(self) -> tuple[Part, ...]:
        ticked = {*self.parts.parts, Part.ENTRIES, *([Part.TAGS] if self.tags.isChecked() else [])}
        return tuple(part for part in Part if part in ticked)

    def show_counts(self, offered: Offered) -> None:
        """Say how much there is of each part."""
        points = len(self.talking.points)
        safety = any(definition.safety is not None for definition in offered.scales)
        names = [scale_name(definition) for definition in offered.scales]
        self.parts.name_scales(listed(names), has_safety_item=safety)
        self.parts.show_counts(
            {
                Part.SCALES: _("item 9 included") if safety else "",
                Part.MEDICINES: number(offered.medicines),
                Part.PRACTICES: _("{ticked} of {all}").format(
                    ticked=number(len(self.practices.ticked)), all=number(len(offered.practices))
                ),
                Part.MEASURES: ngettext("{n} check-in", "{n} check-ins", offered.check_ins).format(
                    n=number(offered.check_ins)
                ),
                Part.SESSIONS: number(offered.dosing_sessions),
                Part.TALKING_POINTS: number(points),
            }
        )

    def strike(self, key: str) -> None:
        """Strike a line out."""
        if key not in self._choice.struck:
            self._choice = replace(self._choice, struck=(*self._choice.struck, key))
            self.changed.emit()

    def unstrike(self, key: str) -> None:
        """Put a line back."""
        self._choice = replace(self._choice, struck=tuple(k for k in self._choice.struck if k != key))
        self.changed.emit()

    @property
    def least_width(self) -> int:
        """How wide it has to be for its words to stand whole, in any language."""
        content = self._scroll.widget()
        return content.minimumSizeHint().width() if content is not None else 0

    def show_what_was_shared(self) -> None:
        """Scroll to the list of what was shared."""
        self._scroll.ensureWidgetVisible(self.before)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._people.setSpacing(look.px(12))
        for below, gap in self._gaps:
            if isinstance(below, QWidget):
                below.setFixedHeight(look.px(gap))
            else:  # what is not always shown takes the gap below along with it
                below.setContentsMargins(0, 0, 0, look.px(gap))
        self.arrange(self._room)

    def arrange(self, room: str) -> None:
        """Begin where every page does; beside its preview a little nearer to the edges, as both are one page."""
        look = theme()
        self._room = room
        begin, end, top = SIDE_MARGINS[room], SIDE_MARGINS[room], TOP_MARGINS[room]
        if room == WIDE:
            begin, end, top = _BESIDE
        self._column.setContentsMargins(*sides(look.px(begin), look.px(top), look.px(end), look.px(28)))
        self.set_edge("" if room == NARROW else "end")

    def _fill(self) -> None:
        subtitle = Body(_("You choose. Nothing leaves until you save it."), "ink2")
        paper = QHBoxLayout()
        paper.addWidget(Label(_("Paper")), 1)
        paper.addWidget(self.paper)
        for item, gap in (
            (Title(_("Share")), 4),
            (subtitle, 18),
            (self.days, 22),
            (self.parts, 22),
            (self.talking, 22),
            (self.entries, 8),
            (self.tags, 22),
            (self.events, 22),
            (self.practices, 22),
            (self.struck, 0),  # with a gap of its own, where there is a line
            (self._people, 16),
            (paper, 24),
            (self.before, 0),
        ):
            if isinstance(item, QWidget):
                self._column.addWidget(item)
            else:
                self._column.addLayout(item)
            own: QWidget | QLayout | None = (
                item.layout() if item in (self.talking, self.events, self.practices) else None
            )
            if own is None:
                own = QWidget()
                self._column.addWidget(own)
            self._gaps.append((own, gap))
        self._column.addStretch(1)

    def _choose_days(self, days: Days) -> None:
        self._choice = replace(self._choice, first=days.first, last=days.last)
        self.changed.emit()

    def _ticked_part(self) -> None:
        self.talking.setVisible(Part.TALKING_POINTS in self.parts.parts)
        self._show_practices(bool(self.practices.ticks))
        self.changed.emit()

    def _show_practices(self, there_are: bool) -> None:
        self.practices.setVisible(there_are and Part.PRACTICES in self.parts.parts)


def presets(offered: Offered) -> Mapping[str, Days]:
    """Return the days that the chips stand for; those that would mean nothing are left out."""
    found: dict[str, Days] = {}
    if offered.course is not None and offered.course.started is not None:
        found[THIS_COURSE] = Days(None, None)
    if offered.shares:
        found[SINCE_LAST] = Days(offered.shares[0].last, None)
    four_weeks = Days(offered.today - timedelta(days=27), None)
    found[FOUR_WEEKS] = four_weeks if THIS_COURSE in found else Days(None, None)
    return found


def _column_of(ground: QWidget) -> tuple[ColumnScroll, QVBoxLayout]:
    inner = QWidget()
    inner.setObjectName("page_content")
    column = QVBoxLayout(inner)
    column.setSpacing(0)
    scroll = ColumnScroll(inner)
    outer = QVBoxLayout(ground)
    outer.setContentsMargins(*sides(0, 0, 1, 0))
    outer.addWidget(scroll)
    return scroll, column
