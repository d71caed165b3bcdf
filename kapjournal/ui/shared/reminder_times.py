"""Times of day for reminders: a chip for each, one more, and a switch for all."""

from __future__ import annotations

from datetime import time
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kapjournal.settings import Settings
from kapjournal.ui.shared.buttons import IconButton
from kapjournal.ui.shared.checkbox import Switch
from kapjournal.ui.shared.chips import Chip
from kapjournal.ui.shared.day_and_time import TimeField
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import clock_time
from kapjournal.words.language import _

MOST = 4
"""More would not be quiet."""


def reminders_words() -> str:
    """What reminders are, wherever they can be switched on."""
    return _(
        "Off unless you want them. They say “A moment for you?” and nothing else, "
        "and only while this program is running, locked or not."
    )


class ReminderTimes(Restyled, QWidget):
    """`changed` tells that there are other times, or that they are switched on or off."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = [time.fromisoformat(one) for one in settings.reminder_times]
        self._chips: list[Chip] = []
        self._new = TimeField(placeholder=_("20:30"))
        self._new.setAccessibleName(_("Another time for a reminder"))
        self._new.changed.connect(self._add)
        for ended in (self._new.edit.editingFinished, self._new.edit.put_in):
            ended.connect(self._put_away)
        self._asked: time | None = None
        self.add_button = IconButton("add", _("Add a time"), size="small")
        self.add_button.clicked.connect(self._ask)
        self.switch = Switch(_("Remind me at these times"))
        self.switch.setChecked(settings.reminders)
        self.switch.toggled.connect(self._switched)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self._row.addWidget(self._new)
        self._row.addWidget(self.add_button)
        self._row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._new.hide()
        self._show_chips()
        self.restyle()

    @property
    def chosen(self) -> dict[str, object]:
        """What of the settings was chosen here, by name."""
        return {
            "reminders": self.switch.isChecked(),
            "reminder_times": tuple(f"{one:%H:%M}" for one in self._times),
        }

    def restyle(self) -> None:
        """Take gaps and the width of the field from the theme."""
        look = theme()
        self._row.setSpacing(look.px(8))
        self._new.setFixedWidth(look.px(110))

    def _show_chips(self) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips.clear()
        for index, one in enumerate(self._times):
            chip = Chip(clock_time(one), checkable=False, trailing_icon="close")
            chip.setAccessibleName(_("Remove {time}").format(time=clock_time(one)))
            chip.clicked.connect(partial(self._remove, one))
            self._row.insertWidget(index + 1, chip)
            self._chips.append(chip)
        on = self.switch.isChecked()
        for chip in self._chips:
            chip.setVisible(on)
        self.add_button.setVisible(on and len(self._times) < MOST and self._new.isHidden())

    def _switched(self, _on: bool) -> None:
        self._new.hide()
        self._show_chips()
        self.changed.emit()

    def _ask(self) -> None:
        self._asked = None
        self._new.set_value(None)
        self._new.show()
        self.add_button.hide()
        self._new.setFocus()

    def _add(self, one: time | None) -> None:
        """Take a time, in the place of what stood in the field at the last pause."""
        before = self._times
        times = [time_ for time_ in before if time_ != self._asked]
        self._asked = one if one not in times else None
        self._times = sorted({*times, one}) if one is not None else times
        if self._times != before:
            self.changed.emit()
        self._show_chips()

    def _put_away(self) -> None:
        """Once the field is left with a time in it, the plus stands in its place again."""
        if self._new.value is not None:
            had_keys = self._new.edit.hasFocus()
            self._new.hide()
            self._show_chips()
            if had_keys:
                (self.add_button if self.add_button.isVisible() else self.switch).setFocus()

    def _remove(self, one: time) -> None:
        self._times.remove(one)
        self._show_chips()
        self.switch.setFocus()
        self.changed.emit()
