"""The card of a chart: title, sentence, chart, the table behind it, an image of it, and how it was computed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.charts.spoken import day_of
from kapjournal.errors import DiskFullError, FileNotWrittenError
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.cards import Card
from kapjournal.ui.shared.chart_view import ChartView
from kapjournal.ui.shared.text import Body, Section
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import DayWanted, EntryWanted, Said
from kapjournal.ui.trends.chart_gestures import ChartGestures
from kapjournal.ui.trends.method_dialog import MethodDialog
from kapjournal.ui.trends.save_image import ask_where, save
from kapjournal.ui.trends.shown import ChartShown
from kapjournal.ui.trends.table_behind import TableBehind
from kapjournal.words.errors import sentence
from kapjournal.words.language import _


class ChartCard(Card):
    """One chart over the range of the page; `requested` carries what the window is asked for."""

    requested = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None, *, plot_height: float = 224.0) -> None:
        super().__init__(parent, padding=(24, 17), spacing=8)
        self._shown: ChartShown | None = None
        self.title = Section(title)
        self.sentence = Body(role="ink2")
        self.table_button = _tool("table")
        self.table_button.setCheckable(True)
        self.save_button = _tool("save_picture")
        self.method_button = _tool("info")
        self._tools = QHBoxLayout()
        for button in (self.table_button, self.save_button, self.method_button):
            button.setEnabled(False)
            self._tools.addWidget(button)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.title, 1)
        self._head.addLayout(self._tools)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addLayout(self._head)
        self._words.addWidget(self.sentence)
        self.chart = ChartView(plot_height=plot_height)
        self.gestures = ChartGestures(self.chart)
        self.table = TableBehind()
        self.table.hide()
        self.body.addLayout(self._words)
        self.body.addWidget(self.chart)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        self.table_button.toggled.connect(self._toggle_table)
        self.save_button.clicked.connect(self._save)
        self.method_button.clicked.connect(self._open_method)
        self.table.closed.connect(self._close_table)
        self.table.copied.connect(self._say_copied)
        self.table.day_opened.connect(self._open_day)
        self.chart.opened.connect(self._open_point)
        self._name_tools(title)
        self.restyle()

    def show_chart(self, shown: ChartShown) -> None:
        """Show another chart, or the same one anew."""
        self._shown = shown
        self.title.setText(shown.title)
        self.sentence.setText(shown.sentence)
        self._name_tools(shown.title)
        self.chart.show_chart(shown.make, shown.tell_more, shown.frame)
        self.chart.show()
        for button in (self.save_button, self.method_button):
            button.setEnabled(True)
        self.table_button.setEnabled(shown.table.count > 0)
        if not self.table_button.isEnabled():
            self.table_button.setChecked(False)
        if self.table_button.isChecked():
            self.table.show_table(shown.table)

    @property
    def rests_on(self) -> str:
        """From which days the chart is computed, in words; '' where there is none."""
        return self._shown.days if self._shown is not None else ""

    def show_computing(self) -> None:
        """Say that a chart is on its way, where there is none yet."""
        if self._shown is None:
            self.chart.show()
            self.sentence.setText(_("Being computed."))

    def show_nothing(self, words: str) -> None:
        """Show only words, where there is nothing to draw."""
        self._shown = None
        self.sentence.setText(words)
        self.chart.hide()
        self.table_button.setChecked(False)
        for button in (self.table_button, self.save_button, self.method_button):
            button.setEnabled(False)

    def add_above_chart(self, widget: QWidget) -> None:
        """Put something between the sentence and the chart."""
        self.body.insertWidget(self.body.indexOf(self.chart), widget)

    def add_tool(self, widget: QWidget) -> None:
        """Put something at the left of the buttons."""
        self._tools.insertWidget(self._tools.count() - 3, widget)

    def stack_head(self, stacked: bool) -> None:
        """Put the buttons below the title where there are more than have room beside it."""
        stacked = stacked and self._tools.count() > 3
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._words.setSpacing(theme().px(6) if stacked else 0)
        self._head.setAlignment(self._tools, Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag(0))

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        super().restyle()
        if hasattr(self, "_head"):
            look = theme()
            self._head.setSpacing(look.px(4))
            self._tools.setSpacing(look.px(6))

    def _name_tools(self, title: str) -> None:
        """Give the buttons the chart's name too: a reader hears many of them on one page."""
        words = (
            _("Hide the table: {chart}") if self.table_button.isChecked() else _("Show the table: {chart}")
        )
        self.table_button.set_name(words.format(chart=title))
        self.chart.setAccessibleName(title)
        self.save_button.set_name(_("Save as an image: {chart}").format(chart=title))
        self.method_button.set_name(_("How this is computed: {chart}").format(chart=title))

    def _toggle_table(self, wanted: bool) -> None:
        if wanted and self._shown is not None:
            self.table.show_table(self._shown.table)
        self.table.setVisible(wanted)
        self._name_tools(self.title.text())

    def _close_table(self) -> None:
        self.table_button.setChecked(False)
        self.table_button.setFocus()

    def _say_copied(self) -> None:
        self.requested.emit(Said(_("The table is on the clipboard for a minute.")))

    def _open_method(self) -> None:
        if self._shown is not None:
            MethodDialog.ask(self._shown.method, self._shown.days, self)

    def _open_day(self, day: date) -> None:
        self.requested.emit(DayWanted(day))

    def _open_point(self, row: int) -> None:
        if self.chart.picture is None:
            return
        points = self.chart.picture.points
        if points.entries and points.entries[row]:
            self.requested.emit(EntryWanted(points.entries[row]))
        elif points.days:
            self._open_day(day_of(points, row))

    def _save(self) -> None:
        if self._shown is None:
            return
        path = ask_where(self, self._shown.title)
        if path is None:
            return
        try:
            save(self._shown.make, path)
        except (DiskFullError, FileNotWrittenError) as error:
            self.requested.emit(Said(sentence(error)))
        else:
            self.requested.emit(Said(_("{name} is saved.").format(name=path.name)))


def _tool(icon: str) -> IconButton:
    """Return a button of the head; the card names it."""
    return IconButton(icon, "", bare=True, size="small", icon_px=20)
