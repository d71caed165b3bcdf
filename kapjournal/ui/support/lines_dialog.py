"""Which crisis lines are shown, in which order, and the person's own among them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.crisis_lines import Shown, chosen_country, own_line, shown_lines
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import TextField, field
from kapjournal.ui.shared.text import Body, Caption
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.unfinished import Input
from kapjournal.words.crisis import country_name
from kapjournal.words.language import _

LONGEST_NAME, LONGEST_NUMBER = 60, 40


class LinesDialog(Dialog):
    """Every change counts at once; `changed` tells of it. The emergency number always stands first."""

    changed = Signal()

    def __init__(self, settings: SettingsStore, parent: QWidget) -> None:
        super().__init__(_("Crisis lines"), parent, width=560)
        self._settings = settings
        self._code = chosen_country(settings).code
        self.ticks: dict[str, Tick] = {}
        self._rows = QVBoxLayout()
        self.name, self.number = TextField(), TextField()
        self.name.setMaxLength(LONGEST_NAME)
        self.number.setMaxLength(LONGEST_NUMBER)
        self.add = Button(_("Add a line"), "soft", "add", size="small")
        self.add.clicked.connect(self._add)
        self._number_field = field(_("Its number"), self.number)
        self._new = QHBoxLayout()
        self._new.addWidget(field(_("Its name"), self.name), 3)
        self._new.addWidget(self._number_field, 2)
        self.body.addWidget(Body(country_name(self._code), "ink2"))
        self.body.addLayout(self._rows)
        self.body.addLayout(self._new)
        self.body.addWidget(self.add)
        self.body.addWidget(
            Caption(
                _(
                    "The emergency number always stands first. The lines can be seen while the journal is locked."
                )
            )
        )
        done = Button(_("Done"), "primary")
        done.clicked.connect(self.close_dialog)
        self.foot.addStretch(1)
        self.foot.addWidget(done)
        self.closed.connect(self.deleteLater)
        self._show_lines()

    def inputs(self) -> dict[str, Input]:
        """A line of one's own that is half written."""
        return {"name": self.name, "number": self.number}

    def _show_lines(self) -> None:
        clear(self._rows)
        self._rows.setSpacing(theme().px(4))
        self.ticks = {}
        kept = self._settings.current
        for place, line in enumerate(shown_lines(self._settings, hidden=True)):
            tick = Tick(_("{line}: {number}").format(line=line.name, number=line.number))
            tick.setChecked(line.key not in kept.lines_hidden)
            tick.toggled.connect(lambda shown, key=line.key: self._show_or_hide(key, shown=shown))
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            holder.setMinimumHeight(theme().px(30))
            row.addWidget(tick, 1)
            if place:
                up = IconButton(
                    "step_up", _("Move “{line}” up").format(line=line.name), bare=True, size="small"
                )
                up.clicked.connect(partial(self._move_up, line.key))
                row.addWidget(up)
            if line.key in kept.lines_own:
                away = IconButton(
                    "close", _("Take “{line}” away").format(line=line.name), bare=True, size="small"
                )
                away.clicked.connect(partial(self._take_away, line))
                row.addWidget(away)
            self.ticks[line.key] = tick
            self._rows.addWidget(holder)

    def _change(self, **values: tuple[str, ...]) -> None:
        self._settings.change(**values)
        self._show_lines()
        self.changed.emit()

    def _show_or_hide(self, key: str, *, shown: bool) -> None:
        hidden = tuple(one for one in self._settings.current.lines_hidden if one != key)
        self._settings.change(lines_hidden=hidden if shown else (*hidden, key))
        self.changed.emit()

    def _move_up(self, key: str) -> None:
        order = [line.key for line in shown_lines(self._settings, hidden=True)]
        at = order.index(key)
        order[at - 1 : at + 1] = [order[at], order[at - 1]]
        others = tuple(one for one in self._settings.current.lines_order if one not in order)
        self._change(lines_order=(*others, *order))
        self.ticks[key].setFocus()

    def _take_away(self, line: Shown) -> None:
        kept = self._settings.current
        self._change(
            lines_own=tuple(one for one in kept.lines_own if one != line.key),
            lines_order=tuple(one for one in kept.lines_order if one != line.key),
            lines_hidden=tuple(one for one in kept.lines_hidden if one != line.key),
        )
        self.name.setFocus()

    def _add(self) -> None:
        number = " ".join(self.number.text().split())
        if not number:
            self._number_field.say_wrong(_("A number is needed."))
            self.number.setFocus()
            return
        self._number_field.say_wrong("")
        key = own_line(self._code, " ".join(self.name.text().split()) or _("Crisis line"), number)
        own = self._settings.current.lines_own
        self.name.clear()
        self.number.clear()
        if self._unfinished is not None:
            self._unfinished.let_go()
        if key not in own:
            self._change(lines_own=(*own, key))
        self.name.setFocus()
