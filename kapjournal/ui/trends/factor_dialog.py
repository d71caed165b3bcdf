"""Choosing what to compare with mood: up to five things, each ticked by the person."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kapjournal.statistics.going_together import MOST_FACTORS
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.text import Body, Caption
from kapjournal.words.language import _
from kapjournal.words.numbers import number


class FactorDialog(Dialog):
    """Ticks; with five of them on, the others wait. `chosen` tells the keys when it closes."""

    chosen = Signal(object)

    def __init__(self, offered: Sequence[tuple[str, str]], now: Collection[str], parent: QWidget) -> None:
        super().__init__(_("What to compare with mood"), parent, width=480)
        self.body.addWidget(
            Body(
                _("Up to {n}. The more one compares, the more turns up by chance.").format(
                    n=number(MOST_FACTORS)
                ),
                role="ink2",
            )
        )
        self.ticks: list[Tick] = []
        headings = {"": _("Measures"), "practice": _("Practices"), "tag": _("Tags")}
        for key, name in offered:
            heading = headings.pop(key.partition(":")[0] if ":" in key else "", "")
            if heading:
                self.body.addWidget(Caption(heading, role="ink2"))
            tick = Tick(name)
            tick.setProperty("choice", key)
            tick.setChecked(key in now)
            tick.toggled.connect(self._limit)
            self.body.addWidget(tick)
            self.ticks.append(tick)
        done = Button(_("Done"), "primary")
        done.clicked.connect(self.close_dialog)
        self.foot.addStretch(1)
        self.foot.addWidget(done)
        self.closed.connect(self._tell)
        self._limit()

    def _limit(self) -> None:
        full = sum(tick.isChecked() for tick in self.ticks) >= MOST_FACTORS
        for tick in self.ticks:
            tick.setEnabled(tick.isChecked() or not full)

    def _tell(self) -> None:
        self.chosen.emit(tuple(str(tick.property("choice")) for tick in self.ticks if tick.isChecked()))
        self.deleteLater()
