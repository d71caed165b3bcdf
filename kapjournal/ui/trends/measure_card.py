"""The card of one measure: title, sentence, chart, and the table behind it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.charts.mood_chart import mood_chart
from kapjournal.charts.sentence import measure_sentence
from kapjournal.charts.spoken import day_of
from kapjournal.errors import FileNotWrittenError
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.chart_view import ChartView
from kapjournal.ui.shared.text import Body, Section
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import DayWanted, EntryWanted, Said
from kapjournal.ui.trends.day_table import DayTable
from kapjournal.ui.trends.reading import MeasureShown, other_values
from kapjournal.ui.trends.save_image import ask_where, save
from kapjournal.words.errors import sentence
from kapjournal.words.language import _

if TYPE_CHECKING:
    from kapjournal.journal.journal import Journal


class MeasureCard(Card):
    """A measure over the range of the page; `requested` carries what the window is asked for."""

    requested = Signal(object)

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self._journal = journal
        self._shown: MeasureShown | None = None
        self.title = Section()
        self.sentence = Body(role="ink2")
        self.table_button = IconButton("table", _("Show the table"), bare=True)
        self.table_button.setCheckable(True)
        self.save_button = IconButton("save_picture", _("Save as an image"), bare=True)
        self._words = QVBoxLayout()
        self._words.addWidget(self.title)
        self._words.addWidget(self.sentence)
        self._head = QHBoxLayout()
        self._head.addLayout(self._words, 1)
        self._head.addWidget(self.table_button, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignTop)
        self.chart = ChartView()
        self.table = DayTable()
        self.table.hide()
        self.body.addLayout(self._head)
        self.body.addWidget(self.chart)
        self.body.addWidget(self.table)
        self.table_button.toggled.connect(self._toggle_table)
        self.save_button.clicked.connect(self._save)
        self.table.closed.connect(self._close_table)
        self.table.copied.connect(self._say_copied)
        self.table.day_opened.connect(self._open_day)
        self.chart.opened.connect(self._open_point)
        self.restyle()

    def show_measure(self, shown: MeasureShown) -> None:
        """Show another measure, or the same one anew."""
        self._shown = shown
        self.title.setText(shown.axis.name)
        self.sentence.setText(measure_sentence(shown.numbers, shown.axis, shown.beside.sessions))
        self.chart.show_chart(
            partial(mood_chart, shown.numbers, shown.axis, shown.beside),
            partial(other_values, self._journal, shown.axis.key),
        )
        self.table_button.setEnabled(shown.numbers.coverage.check_ins > 0)
        if not self.table_button.isEnabled():
            self.table_button.setChecked(False)
        if self.table_button.isChecked():
            self.table.show_rows(shown.numbers, shown.axis)

    def add_above_chart(self, widget: QWidget) -> None:
        """Put something between the sentence and the chart."""
        self.body.insertWidget(1, widget)

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        super().restyle()
        if hasattr(self, "_head"):
            look = theme()
            self._words.setSpacing(look.px(2))
            self._head.setSpacing(look.px(4))

    def _toggle_table(self, wanted: bool) -> None:
        if wanted and self._shown is not None:
            self.table.show_rows(self._shown.numbers, self._shown.axis)
        self.table.setVisible(wanted)
        self.table_button.set_name(_("Hide the table") if wanted else _("Show the table"))

    def _close_table(self) -> None:
        self.table_button.setChecked(False)
        self.table_button.setFocus()

    def _say_copied(self) -> None:
        self.requested.emit(Said(_("The table is on the clipboard for a minute.")))

    def _open_day(self, day: date) -> None:
        self.requested.emit(DayWanted(day))

    def _open_point(self, row: int) -> None:
        if self.chart.picture is None:
            return
        points = self.chart.picture.points
        if points.entries and points.entries[row]:
            self.requested.emit(EntryWanted(points.entries[row]))
        else:
            self._open_day(day_of(points, row))

    def _save(self) -> None:
        if self._shown is None:
            return
        path = ask_where(self, self._shown.axis.name)
        if path is None:
            return
        try:
            save(partial(mood_chart, self._shown.numbers, self._shown.axis, self._shown.beside), path)
        except FileNotWrittenError as error:
            self.requested.emit(Said(sentence(error)))
        else:
            self.requested.emit(Said(_("{name} is saved.").format(name=path.name)))
