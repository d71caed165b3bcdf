"""The page of trends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar
from weakref import ReferenceType, ref

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from shiboken6 import isValid

from kapjournal.domain.kinds import Kind
from kapjournal.tokens import tokens
from kapjournal.ui.shared.empty import EmptyState
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import CheckInWanted, ScaleWanted
from kapjournal.ui.trends.cards import TrendsCards
from kapjournal.ui.trends.head import TrendsHead
from kapjournal.ui.trends.kept import Kept
from kapjournal.ui.trends.layout import CardRows, in_sight
from kapjournal.ui.trends.own_dates_dialog import OwnDatesDialog
from kapjournal.ui.trends.planning import Planned, plan
from kapjournal.ui.trends.range_mover import RangeMover
from kapjournal.ui.trends.ranges import Days, Range, days_of
from kapjournal.ui.trends.shown import ChartShown
from kapjournal.ui.trends.works import Work
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
        self._kept: Kept | None = None
        self._range: Range | None = None
        self._own: Days | None = None
        self._mover = RangeMover(self)
        self._waiting: dict[str, Work] = {}
        self._turn = 0
        self._awake = False
        self.head = TrendsHead()
        self.range_bar = self.head.range_bar
        self.cards = TrendsCards(place.settings, self)
        self.empty = EmptyState(
            _("Nothing to draw yet"),
            _("Each check-in becomes a point here, at its own time."),
            _("Check in"),
            icon="check_in",
        )
        self.body.addWidget(self.head)
        self._rows = CardRows(self.cards.by_name, self.body)
        self.body.addWidget(self.empty, 1)
        self.body.addStretch(1)
        for card in self.cards.by_name.values():
            card.hide()
            card.requested.connect(self.requested)
            card.gestures.zoom_wished.connect(self._mover.zoom)
            card.gestures.move_wished.connect(self._mover.move)
            card.gestures.way_back_wished.connect(self._go_back)
            card.gestures.let_go.connect(self._mover.rest)
        self.cards.changed.connect(self._card_changed)
        self.empty.pressed.connect(self._check_in)
        self.head.fill_in.clicked.connect(self._fill_in_scale)
        self.range_bar.chosen.connect(self._choose_range)
        self.range_bar.move_wished.connect(self._mover.move)
        self.range_bar.own_dates_wished.connect(self._ask_dates)
        self.range_bar.way_back_wished.connect(self._go_back)
        self._mover.moved.connect(self._show_moving)
        self._mover.rested.connect(self._show_own)
        if self.scroll is not None:
            self.scroll.verticalScrollBar().valueChanged.connect(self._wake_soon)
            self.scroll.verticalScrollBar().rangeChanged.connect(self._wake_soon)
        self.restyle()

    # --- the page's life

    def reload(self) -> None:
        """Read the journal anew, and show the chosen range."""
        self._kept = Kept(self.place.journal, self.place.clock.now())
        self._show_days()

    def _show_days(self) -> None:
        """Draw mood over the range at once, and every other chart when it comes in sight."""
        kept = self._kept
        if kept is None:
            return
        with_course = kept.course_days is not None
        if self._range is None or (self._range is Range.COURSE and not with_course):
            self._range = Range.COURSE if with_course else Range.SIX_WEEKS
        self._turn += 1
        self._waiting.clear()
        self.empty.setVisible(kept.is_empty)
        self.head.show_empty(kept.is_empty)
        if kept.is_empty:
            self._take(Planned({}))
            return
        of_range = days_of(self._range, kept.today, kept.course_days, kept.whole.first)
        if self._own == of_range:
            self._own = None
        days = self._own or of_range
        self._mover.stand_at(days, kept.whole)
        self.range_bar.offer(with_course=with_course)
        self.range_bar.show_range(self._range, own=self._own is not None, days=days, whole=kept.whole)
        self.head.show_days(days)
        self._take(plan(kept, days, self.cards.choices()))

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """Put controls below the title, and cards below each other, where there is no room."""
        self.head.arrange(breakpoint)
        self._rows.arrange(breakpoint)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        super().restyle()
        if hasattr(self, "_rows"):
            self.body.setSpacing(theme().px(20))
            self._rows.arrange(self.room)

    def _fill_in_scale(self) -> None:
        self.requested.emit(ScaleWanted())

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Return a way to each chart, and what can be done with the chart of mood."""
        if self.cards.by_name[FIRST].isHidden():
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
            Action(_("Show earlier days on every chart"), "previous", self.range_bar.earlier.click),
            Action(_("Show later days on every chart"), "next", self.range_bar.later.click),
            Action(_("Choose the days of every chart"), "calendar", self._ask_dates),
            *ways,
        ]

    def go_to(self, name: str) -> None:
        """Bring a card in sight and give its chart the keys."""
        card = self.cards.by_name[name]
        if name in self._waiting:
            self._draw(name, self._waiting.pop(name))
        if self.scroll is not None:
            self.scroll.ensureWidgetVisible(card, 0, theme().px(20))
        (card.chart if not card.chart.isHidden() else self.cards.choose).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

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

    # --- the range

    def _show_moving(self, start: float, end: float) -> None:
        """Draw what is in sight for days on their way; words and numbers follow when they rest."""
        for card in self.cards.by_name.values():
            if card.chart.can_move and in_sight(card.chart):
                card.chart.show_frame(start, end)
        self.head.show_days(self._mover.days)

    def _show_own(self, days: object) -> None:
        """Show days that were moved or typed, and say them."""
        if isinstance(days, Days):
            self._own = days
            self._show_days()
            announce(self, self.cards.by_name[FIRST].rests_on)

    def _ask_dates(self) -> None:
        if self._kept is not None:
            dialog = OwnDatesDialog(self._mover.days, self._kept.today, self)
            dialog.chosen.connect(self._show_own, Qt.ConnectionType.QueuedConnection)
            dialog.open(dialog.first)

    def _go_back(self) -> None:
        """Show the range again that was chosen last."""
        if self._own is not None and self._range is not None:
            held = self.range_bar.way_back.hasFocus()
            self._choose_range(self._range)
            if held:
                self.range_bar.own_dates.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.cards.by_name[FIRST].rests_on)

    def _choose_range(self, choice: object) -> None:
        if isinstance(choice, Range):
            self._range, self._own = choice, None
            self._show_days()

    # --- choices

    def _card_changed(self, _name: str) -> None:
        if self._awake:
            self._show_days()

    def _check_in(self) -> None:
        self.requested.emit(CheckInWanted())


def _arrived(page: ReferenceType[TrendsPage], turn: int, name: str, finish: Finish, numbers: object) -> None:
    """Hand over what the worker computed, unless the page has gone by now."""
    there = page()
    if there is not None and isValid(there):
        there.show_computed(turn, name, finish, numbers)
