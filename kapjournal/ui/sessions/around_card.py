"""How mood, or another measure, moved around one session: sentence, chart, and the table behind it."""

from __future__ import annotations

from datetime import date
from functools import partial
from math import isnan
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.measure import MOOD
from kapjournal.journal.journal import Journal
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.chart_view import ChartView
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.fields import Choice
from kapjournal.ui.shared.text import Body, Label, Words
from kapjournal.ui.shared.theme import theme
from kapjournal.words.language import _
from kapjournal.words.measures import measure_name, measure_within

if TYPE_CHECKING:
    from kapjournal.charts.around_chart import AroundShown

PLOT_PX = 156
_CHOICE_PX = 170


class AroundCard(Card):
    """Days −7 to +21 around a session that took place."""

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self._journal = journal
        self._key = MOOD
        self._at: tuple[KapSession, date] | None = None
        self._shown: AroundShown | None = None
        self.title = Label()
        self.sentence = Body(role="ink2")
        self.choice = Choice(accessible_name=_("Measure"))
        self.choice.changed.connect(self._choose)
        self.table_button = IconButton("table", _("Show the table"), bare=True)
        self.table_button.setCheckable(True)
        self.table_button.toggled.connect(self._toggle_table)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.choice)
        self._head.addWidget(self.table_button)
        self.chart = ChartView(plot_height=PLOT_PX)
        self._table = QWidget()
        self._rows = QGridLayout(self._table)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setColumnStretch(1, 1)
        self._table.hide()
        self.body.addLayout(self._head)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.chart)
        self.body.addWidget(self._table)
        self.restyle()

    def show_session(self, session: KapSession, today: date) -> None:
        """Show the days around a session, or a word where there is nothing to show yet."""
        from kapjournal.ui.sessions.around_reading import measures_around

        self._at = (session, today)
        measures = measures_around(self._journal, session) if session.took_place else ()
        if self._key not in {m.key for m in measures}:
            self._key = measures[0].key if measures else MOOD
        self.choice.set_options([(m.key, measure_name(m)) for m in measures], self._key)
        self.choice.setVisible(len(measures) > 1)
        self.chart.setVisible(bool(measures))
        self.table_button.setVisible(bool(measures))
        if not measures:
            self.title.setText(_("Around this session"))
            self.sentence.setText(
                _("No check-in lies in the days around it.")
                if session.took_place
                else _("The days around it are drawn once it has been.")
            )
            self._table.hide()
            return
        self._show()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_rows"):
            look = theme()
            self._head.setSpacing(look.px(8))
            self.choice.setFixedWidth(look.px(_CHOICE_PX))
            self._rows.setHorizontalSpacing(look.px(20))
            self._rows.setVerticalSpacing(look.px(4))

    def _show(self) -> None:
        if self._at is None:
            return
        # Numbers and charts are loaded once there is something to draw.
        from kapjournal.charts.around_chart import around_chart
        from kapjournal.charts.around_words import around_sentence
        from kapjournal.ui.sessions.around_reading import around_shown

        session, today = self._at
        measure = self._journal.measures.get(self._key)
        shown = self._shown = around_shown(self._journal, session, measure, today)
        name = measure_within(measure_name(measure), measure.key)
        self.title.setText(_("How {measure} moved around this session").format(measure=name))
        self.sentence.setText(around_sentence(shown.curve, shown.axis))
        self.chart.show_chart(partial(around_chart, shown))
        self._fill_table()

    def _choose(self, key: object) -> None:
        self._key = str(key)
        self._show()

    def _toggle_table(self, wanted: bool) -> None:
        self._fill_table()
        self._table.setVisible(wanted)
        self.table_button.set_name(_("Hide the table") if wanted else _("Show the table"))

    def _fill_table(self) -> None:
        clear(self._rows)
        if self._shown is None or not self.table_button.isChecked():
            return
        from kapjournal.charts.around_words import day_heading, day_text

        curve = self._shown.curve
        lags = [
            int(lag)
            for lag, value in zip(curve.lags, curve.values, strict=True)
            if not isnan(value) or (lag == 0 and len(curve.day_zero))
        ]
        for row, lag in enumerate(lags):
            self._rows.addWidget(Words(day_heading(curve, lag), "ink2", style="caption", wrap=False), row, 0)
            text = day_text(curve, self._shown.across, self._shown.axis, lag)
            self._rows.addWidget(Words(text, style="caption"), row, 1)
