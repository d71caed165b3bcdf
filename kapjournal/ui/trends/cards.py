"""The cards of the page, and what can be chosen on them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kapjournal.charts.series import MOST_IN_ONE
from kapjournal.charts.together_chart import together_sentence, together_title
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.buttons import Button, Segments
from kapjournal.ui.trends.chart_card import ChartCard
from kapjournal.ui.trends.chip_choice import ChipChoice
from kapjournal.ui.trends.factor_dialog import FactorDialog
from kapjournal.ui.trends.planning import Choices, Planned
from kapjournal.words.language import _
from kapjournal.words.numbers import number

SAME_DAY, DAY_AFTER = "same_day", "day_after"


class TrendsCards(QObject):
    """A card for each chart; `changed` tells the name of one on which something else was chosen."""

    changed = Signal(str)

    def __init__(self, settings: SettingsStore, page: QWidget) -> None:
        super().__init__(page)
        self._settings = settings
        self._planned = Planned({})
        self._scale = ""
        self.by_name = {
            "mood": ChartCard(_("Mood")),
            "around": ChartCard(_("Around a session"), plot_height=270.0),
            "scale": ChartCard(_("Scales"), plot_height=220.0),
            "year": ChartCard(_("A year of days"), plot_height=150.0),
            "lasting": ChartCard(_("How long it lasted")),
            "measures": ChartCard(_("Several measures"), plot_height=240.0),
            "side_effects": ChartCard(_("Side effects by session"), plot_height=200.0),
            "practices": ChartCard(_("Practices"), plot_height=200.0),
            "together": ChartCard(together_title(), plot_height=120.0),
        }
        note = _("up to {n} in one chart; of more, a small chart for each").format(n=number(MOST_IN_ONE))
        self.measures = ChipChoice(_("Measures"), several=True, note=note)
        self.by_name["measures"].add_above_chart(self.measures)
        self.scales = ChipChoice(_("Scale"), several=False)
        self.by_name["scale"].add_above_chart(self.scales)
        self.day = Segments(
            ((SAME_DAY, _("the same day")), (DAY_AFTER, _("the day after"))), _("Compare with")
        )
        self.choose = Button(_("Choose"))
        self.by_name["together"].add_tool(self.day)
        self.by_name["together"].add_tool(self.choose)
        self.measures.chosen.connect(self._choose_measures)
        self.scales.chosen.connect(self._choose_scale)
        self.day.changed.connect(self._choose_day)
        self.choose.clicked.connect(self._ask_compared)

    def choices(self) -> Choices:
        """Return what is chosen."""
        settings = self._settings.current
        return Choices(
            settings.trends_measures, self._scale, settings.trends_compared, self.day.value == DAY_AFTER
        )

    def take(self, planned: Planned) -> None:
        """Show the cards of the charts that there are, and what can be chosen on them."""
        self._planned = planned
        for name, card in self.by_name.items():
            card.setVisible(name in planned.works)
        self.measures.show_choice(planned.measures, planned.measures_on)
        self.scales.show_choice(planned.scales, (planned.scale_on,))
        together = self.by_name["together"]
        together.setVisible(bool(planned.compared))
        self.day.setVisible("together" in planned.works)
        if planned.compared and "together" not in planned.works:
            together.show_nothing(_("{sentence} Nothing is chosen yet.").format(sentence=together_sentence()))

    def _choose_measures(self, keys: object) -> None:
        if isinstance(keys, tuple):
            self._settings.change(trends_measures=keys)
            self.changed.emit("measures")

    def _choose_scale(self, keys: object) -> None:
        if isinstance(keys, tuple) and keys:
            self._scale = str(keys[0])
            self.changed.emit("scale")

    def _choose_day(self, _value: object) -> None:
        self.changed.emit("together")

    def _ask_compared(self) -> None:
        dialog = FactorDialog(self._planned.compared, self._planned.compared_on, self.by_name["together"])
        dialog.chosen.connect(self._compare, Qt.ConnectionType.QueuedConnection)
        dialog.open(dialog.ticks[0] if dialog.ticks else None)

    def _compare(self, keys: object) -> None:
        if isinstance(keys, tuple) and keys != self._planned.compared_on:
            self._settings.change(trends_compared=keys)
            self.changed.emit("together")
