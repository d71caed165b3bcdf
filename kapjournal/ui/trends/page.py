"""The page of trends."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.kinds import Kind
from kapjournal.domain.measure import MOOD, Measure
from kapjournal.tokens import tokens
from kapjournal.ui.shared.breakpoints import NARROW
from kapjournal.ui.shared.buttons import Segments
from kapjournal.ui.shared.empty import EmptyState
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.text import Body, Title
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import CheckInWanted
from kapjournal.ui.trends.measure_card import MeasureCard
from kapjournal.ui.trends.measure_choice import MeasureChoice
from kapjournal.ui.trends.ranges import Range, days_of, options
from kapjournal.ui.trends.reading import beside_of, course_days, measure_shown, measures_with_values, today_of
from kapjournal.words.dates import span
from kapjournal.words.language import _


class TrendsPage(Page):
    """Mood, and any other measure that has values, over one range of days."""

    concerns: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.CHECK_IN, Kind.KAP_SESSION, Kind.COURSE, Kind.EVENT, Kind.MEASURE}
    )
    content_max: ClassVar[int] = int(tokens().size["content_max_trends"])

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._range: Range | None = None
        self._measure_key = ""
        self._title = Title(_("Trends"))
        self._subtitle = Body(role="ink2")
        self._words = QVBoxLayout()
        self._words.addWidget(self._title)
        self._words.addWidget(self._subtitle)
        self.segments: Segments | None = None
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(self._words, 1)
        self.mood_card = MeasureCard(place.journal)
        self.measure_card = MeasureCard(place.journal)
        self.choice = MeasureChoice()
        self.measure_card.add_above_chart(self.choice)
        self.empty = EmptyState(
            _("Nothing to draw yet"),
            _("Each check-in becomes a point here, at its own time."),
            _("Check in"),
            icon="check_in",
        )
        self.body.addLayout(self._head)
        for widget in (self.mood_card, self.measure_card):
            self.body.addWidget(widget)
            widget.requested.connect(self.requested)
        self.body.addWidget(self.empty, 1)
        self.body.addStretch(1)
        self.choice.chosen.connect(self._choose_measure)
        self.empty.pressed.connect(self._check_in)
        self.restyle()

    # --- the page's life

    def reload(self) -> None:
        """Read the chosen range and draw its charts."""
        journal = self.place.journal
        now = self.place.clock.now()
        today = today_of(now)
        course = course_days(journal, today)
        is_empty = journal.check_ins.latest() is None
        self._show_ranges(with_course=course is not None, hidden=is_empty)
        self.empty.setVisible(is_empty)
        self.mood_card.setVisible(not is_empty)
        self.measure_card.setVisible(False)
        self._subtitle.setVisible(not is_empty)
        if is_empty or self._range is None:
            return
        days = days_of(self._range, today, course, journal.timeline.first_day())
        self._subtitle.setText(
            _("{span}, one range for every chart.").format(span=span(days.first, days.last))
        )
        beside = beside_of(journal, days, now)
        measures = {measure.key: measure for measure in journal.measures.all()}
        self.mood_card.show_measure(
            measure_shown(journal, measures.get(MOOD, Measure(key=MOOD)), days, beside)
        )
        others = measures_with_values(journal, days)
        if others:
            chosen = next((m for m in others if m.key == self._measure_key), others[0])
            self.choice.show_measures(others, chosen.key)
            self.measure_card.show_measure(measure_shown(journal, chosen, days, beside))
            self.measure_card.setVisible(True)

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """Put the ranges below the title where there is no room beside it."""
        across = breakpoint != NARROW
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if across else ways.TopToBottom)
        self._head.setStretch(0, 1 if across else 0)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        super().restyle()
        if hasattr(self, "_head"):
            look = theme()
            self._words.setSpacing(look.px(4))
            self._head.setSpacing(look.px(12))
            self._head.setContentsMargins(0, 0, 0, look.px(4))
            self.body.setSpacing(look.px(20))

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Return the ranges and the things that can be done with the chart of mood."""
        if self.segments is None or self.mood_card.isHidden():
            return []
        return [
            Action(_("Show the table behind the chart of mood"), "table", self.mood_card.table_button.click),
            Action(_("Save the chart of mood as an image"), "save_picture", self.mood_card.save_button.click),
        ]

    # --- choices

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

    def _choose_measure(self, key: str) -> None:
        self._measure_key = key
        self.reload()

    def _check_in(self) -> None:
        self.requested.emit(CheckInWanted())
