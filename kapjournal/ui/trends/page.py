"""The page of trends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar
from weakref import ReferenceType, ref

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from kapjournal.domain.kinds import Kind
from kapjournal.tokens import tokens
from kapjournal.ui.shared.breakpoints import NARROW
from kapjournal.ui.shared.buttons import IconButton, Segments
from kapjournal.ui.shared.empty import EmptyState
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.text import Body, Title
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import CheckInWanted, ScaleWanted
from kapjournal.ui.trends.cards import TrendsCards
from kapjournal.ui.trends.layout import CardRows, in_sight
from kapjournal.ui.trends.planning import Planned, plan
from kapjournal.ui.trends.ranges import Range, days_of, options
from kapjournal.ui.trends.reading import course_days, today_of
from kapjournal.ui.trends.shown import ChartShown
from kapjournal.ui.trends.works import Work
from kapjournal.words.dates import span
from kapjournal.words.language import _

FIRST = "mood"
Finish = Callable[[object], ChartShown]


class TrendsPage(Page):
    """Every chart over one range of days; a chart is computed when it first comes in sight."""

    concerns: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.CHECK_IN,
            Kind.KAP_SESSION,
            Kind.COURSE,
            Kind.EVENT,
            Kind.MEASURE,
            Kind.SCALE,
            Kind.SCALE_FILE,
            Kind.PRACTICE,
            Kind.PRACTICE_DAY,
        }
    )
    content_max: ClassVar[int] = int(tokens().size["content_max_trends"])

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._range: Range | None = None
        self._waiting: dict[str, Work] = {}
        self._turn = 0
        self._awake = False
        self._title = Title(_("Trends"))
        self._subtitle = Body(role="ink2")
        self._words = QVBoxLayout()
        self._words.addWidget(self._title)
        self._words.addWidget(self._subtitle)
        self.segments: Segments | None = None
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(self._words, 1)
        fill_in = IconButton("scale", _("Fill in a scale"))
        fill_in.clicked.connect(self._fill_in_scale)
        self._head.addWidget(fill_in, 0, Qt.AlignmentFlag.AlignBottom)
        self.cards = TrendsCards(place.settings, self)
        self.empty = EmptyState(
            _("Nothing to draw yet"),
            _("Each check-in becomes a point here, at its own time."),
            _("Check in"),
            icon="check_in",
        )
        self.body.addLayout(self._head)
        self._rows = CardRows(self.cards.by_name, self.body)
        self.body.addWidget(self.empty, 1)
        self.body.addStretch(1)
        for card in self.cards.by_name.values():
            card.hide()
            card.requested.connect(self.requested)
        self.cards.changed.connect(self._card_changed)
        self.empty.pressed.connect(self._check_in)
        if self.scroll is not None:
            self.scroll.verticalScrollBar().valueChanged.connect(self._wake_soon)
            self.scroll.verticalScrollBar().rangeChanged.connect(self._wake_soon)
        self.restyle()

    # --- the page's life

    def reload(self) -> None:
        """Read the chosen range; draw mood at once, and every other chart when it comes in sight."""
        journal = self.place.journal
        now = self.place.clock.now()
        today = today_of(now)
        course = course_days(journal, today)
        is_empty = journal.check_ins.latest() is None
        self._turn += 1
        self._waiting.clear()
        self._show_ranges(with_course=course is not None, hidden=is_empty)
        self.empty.setVisible(is_empty)
        self._subtitle.setVisible(not is_empty)
        if is_empty or self._range is None:
            self._take(Planned({}))
            return
        days = days_of(self._range, today, course, journal.timeline.first_day())
        self._subtitle.setText(
            _("{span}, one range for every chart.").format(span=span(days.first, days.last))
        )
        self._take(plan(journal, days, now, self.cards.choices()))

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """Put the ranges below the title, and cards below each other, where there is no room."""
        across = breakpoint != NARROW
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        self._head.setStretch(0, 1 if across else 0)
        self._rows.arrange(breakpoint)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        super().restyle()
        if hasattr(self, "_rows"):
            look = theme()
            self._words.setSpacing(look.px(4))
            self._head.setSpacing(look.px(12))
            self._head.setContentsMargins(0, 0, 0, look.px(4))
            self.body.setSpacing(look.px(20))
            self._rows.arrange(self.room)

    def _fill_in_scale(self) -> None:
        self.requested.emit(ScaleWanted())

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Return a way to each chart, and what can be done with the chart of mood."""
        if self.segments is None or self.cards.by_name[FIRST].isHidden():
            return []
        mood = self.cards.by_name[FIRST]
        ways = [
            Action(
                _("Go to the chart: {name}").format(name=card.title.text()),
                "trends",
                partial(self.go_to, name),
            )
            for name, card in self.cards.by_name.items()
            if not card.isHidden()
        ]
        return [
            Action(_("Show the table behind the chart of mood"), "table", mood.table_button.click),
            Action(_("Save the chart of mood as an image"), "save_picture", mood.save_button.click),
            *ways,
        ]

    def go_to(self, name: str) -> None:
        """Bring a card in sight and give its chart the keys."""
        card = self.cards.by_name[name]
        if name in self._waiting:
            self._draw(name, self._waiting.pop(name))
        if self.scroll is not None:
            self.scroll.ensureWidgetVisible(card, 0, theme().px(20))
        (card.chart if not card.chart.isHidden() else card).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- charts that wait to be seen

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what is in sight."""
        super().showEvent(event)
        self._awake = True
        self._wake_soon()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Draw nothing out of sight: the journal may be closed before the page is shown again."""
        super().hideEvent(event)
        self._awake = False

    def leave(self) -> None:
        """Stop drawing: see `hideEvent`."""
        self._awake = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what comes in sight."""
        super().resizeEvent(event)
        self._wake_soon()

    def _take(self, planned: Planned) -> None:
        """Show the cards that have something to show; mood is drawn now, the others wait to be seen."""
        self.cards.take(planned)
        self._waiting = dict(planned.works)
        if FIRST in self._waiting:
            self._draw(FIRST, self._waiting.pop(FIRST))
        self._wake_soon()

    def _wake_soon(self) -> None:
        if self._awake and self._waiting:
            QTimer.singleShot(0, self, self._wake)

    def _wake(self) -> None:
        """Draw the first waiting chart in sight, then look again."""
        if not self._awake:
            return
        name = next((n for n in self._waiting if in_sight(self.cards.by_name[n])), None)
        if name is not None:
            self._draw(name, self._waiting.pop(name))
            self._wake_soon()

    def _draw(self, name: str, work: Work) -> None:
        read = work.read()
        if read is None:
            self.cards.by_name[name].hide()
        elif work.compute is None:
            self.cards.by_name[name].show_chart(work.finish(read))
        else:
            self.cards.by_name[name].show_computing()
            arrived = partial(_arrived, ref(self), self._turn, name, partial(work.finish, read))
            self.place.worker.run(partial(work.compute, read), arrived)

    def show_computed(self, turn: int, name: str, finish: Finish, numbers: object) -> None:
        """Show what the worker computed, unless the page shows other days by now."""
        if turn == self._turn:
            self.cards.by_name[name].show_chart(finish(numbers))
            self._wake_soon()

    # --- choices

    def _card_changed(self, _name: str) -> None:
        if self._awake:
            self.reload()

    def _show_ranges(self, *, with_course: bool, hidden: bool) -> None:
        choices = options(with_course=with_course)
        if self._range not in [choice for choice, _name in choices]:
            self._range = Range.COURSE if with_course else Range.SIX_WEEKS
        if self.segments is None or self.segments.property("with_course") != with_course:
            before: QWidget | None = self.segments
            self.segments = Segments(choices, _("Range of days"), value=self._range)
            self.segments.setProperty("with_course", with_course)
            self.segments.changed.connect(self._choose_range)
            self._head.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignBottom)
            if before is not None:
                before.deleteLater()
        self.segments.value = self._range
        self.segments.setVisible(not hidden)

    def _choose_range(self, choice: object) -> None:
        if isinstance(choice, Range):
            self._range = choice
            self.reload()

    def _check_in(self) -> None:
        self.requested.emit(CheckInWanted())


def _arrived(page: ReferenceType[TrendsPage], turn: int, name: str, finish: Finish, numbers: object) -> None:
    """Hand over what the worker computed, unless the page has gone by now."""
    there = page()
    if there is not None and isValid(there):
        there.show_computed(turn, name, finish, numbers)
