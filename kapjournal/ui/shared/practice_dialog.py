"""Adding a practice, changing it, pausing, ending, going on with it, and noting how it went on a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.entry import NEW
from kapjournal.domain.practice import Practice, PracticeDay, PracticeKind, PracticeState, Rhythm, Spell
from kapjournal.journal.journal import Journal
from kapjournal.tokens import tokens
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.dialog import Dialog
from kapjournal.ui.shared.fields import Choice, NumberField, TextField, field
from kapjournal.ui.shared.text import Caption, Label
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unfinished import Input
from kapjournal.ui.shared.wishes import Said
from kapjournal.words.dates import weekday_day
from kapjournal.words.language import _
from kapjournal.words.practices import helped_name, practice_kind_name, rhythm_name

LONGEST_NAME = 120
LONGEST_NOTE = 300
DAYS_BACK = 13
MOST_MINUTES = 1440
_HELPED = range(5)


class PracticeDialog(Dialog):
    """One practice; `requested` carries what is said of a change, with the way back."""

    requested = Signal(object)

    def __init__(
        self, journal: Journal, practice: Practice, today: date, parent: QWidget, *, by: str = "practice"
    ) -> None:
        self._is_new = practice.id == NEW
        super().__init__(_("A practice") if self._is_new else practice.name, parent, width=560)
        self._journal, self._practice, self._today, self._by = journal, practice, today, by
        self.name = TextField(practice.name, _("Ten minutes outside"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.returnPressed.connect(self._keep)
        self.kind = Choice([(kind, practice_kind_name(kind)) for kind in PracticeKind], value=practice.kind)
        self.rhythm = Choice([(rhythm, rhythm_name(rhythm)) for rhythm in Rhythm], value=practice.rhythm)
        hint = _("Small enough for an ordinary day. It can be paused or ended at any time.")
        self._name_field = field(_("What you would like to do"), self.name, hint if self._is_new else "")
        self.body.addWidget(self._name_field)
        self._two = QHBoxLayout()
        self._two.addWidget(field(_("Kind"), self.kind), 1)
        self._two.addWidget(field(_("How often"), self.rhythm), 1)
        self.body.addLayout(self._two)
        if practice.question:
            self.body.addWidget(
                Caption(_("Grew from: {question}").format(question=practice.question), "ink2")
            )
        self.day: DayNote | None = None
        if not self._is_new:
            self.day = DayNote(journal, practice, today, by)
            self.body.addWidget(Hairline())
            self.body.addWidget(self.day)
        self._make_foot()
        self.closed.connect(self.deleteLater)
        self._two.setSpacing(theme().px(12))

    def inputs(self) -> dict[str, Input]:
        """Its name, kind and rhythm, and what is noted of a day."""
        day = self.day.inputs() if self.day is not None else {}
        return {"name": self.name, "kind": self.kind, "rhythm": self.rhythm, **day}

    def _make_foot(self) -> None:
        state = self._practice.state
        if not self._is_new:
            if state is PracticeState.IN_PRACTICE:
                self._add(_("Pause"), "quiet", self._pause, flush="begin")
                self._add(_("End"), "quiet", self._end)
            else:
                self._add(_("Go on with it"), "soft", self._revive)
                if state is PracticeState.PAUSED:
                    self._add(_("End"), "quiet", self._end)
        self.foot.addStretch(1)
        if self._is_new:
            self._add(_("Leave it"), "quiet", self.leave_it)
        else:
            self._add(_("Close"), "quiet", self.close_dialog)
        self._add(_("Add") if self._is_new else _("Keep"), "primary", self._keep)

    def _add(self, words: str, kind: str, run: Callable[[], None], flush: str = "") -> None:
        button = Button(words, kind, flush=flush)
        button.clicked.connect(run)
        self.foot.addWidget(button)

    def _keep(self) -> None:
        name = self.name.text().strip()
        if not name:
            self._name_field.say_wrong(_("A few words are needed."))
            self.name.setFocus()
            return
        self._keep_day()
        kind, rhythm = self.kind.value, self.rhythm.value
        changed = replace(
            self._practice,
            name=name,
            kind=kind if isinstance(kind, PracticeKind) else self._practice.kind,
            rhythm=rhythm if isinstance(rhythm, Rhythm) else self._practice.rhythm,
        )
        if self._is_new:
            changed = replace(changed, spells=(Spell(self._today),))
        elif changed == self._practice:
            self.leave_it()
            return
        self._journal.practices.keep(changed, self._by)
        self._say(_("Added to your practices.") if self._is_new else _("Kept."))

    def _keep_day(self) -> None:
        if self.day is not None:
            self.day.keep()

    def _pause(self) -> None:
        self._keep_day()
        self._journal.practices.pause(self._practice.id, self._today, self._by)
        self._say(_("Paused. It waits on Integrate."))

    def _end(self) -> None:
        self._keep_day()
        self._journal.practices.end(self._practice.id, self._today, self._by)
        self._say(_("Ended. What was kept stays."))

    def _revive(self) -> None:
        self._keep_day()
        self._journal.practices.revive(self._practice.id, self._today, self._by)
        self._say(_("It goes on from today."))

    def _say(self, text: str) -> None:
        journal, step = self._journal, self._journal.step()
        self.give(self.requested, Said(text, lambda: _undo(journal, step)))


class DayNote(Restyled, QWidget):
    """What was done on one of the last days; nothing is needed."""

    def __init__(self, journal: Journal, practice: Practice, today: date, by: str) -> None:
        super().__init__()
        self._journal, self._practice, self._by = journal, practice, by
        days = [today - timedelta(days=back) for back in range(DAYS_BACK + 1)]
        names = {0: _("Today"), 1: _("Yesterday")}
        self.day = Choice([(d, names.get((today - d).days) or weekday_day(d)) for d in days], value=today)
        self.kept = Tick(_("Kept on this day"))
        self.minutes = NumberField(low=0, high=MOST_MINUTES)
        self.helped = Choice([(None, _("not said")), *((at, helped_name(at)) for at in _HELPED)])
        self.note = TextField(placeholder=_("How it was, in a few words"))
        self.note.setMaxLength(LONGEST_NOTE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Label(_("A day of it")))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(field(_("Day"), self.day), 1)
        first.addWidget(self.kept, 1, Qt.AlignmentFlag.AlignBottom)
        second.addWidget(field(_("Minutes"), self.minutes, unit=_("min")), 1)
        second.addWidget(field(_("It helped"), self.helped), 1)
        self._rows = (first, second)
        for row in self._rows:
            self._column.addLayout(row)
        self._column.addWidget(field(_("Note"), self.note))
        self.day.changed.connect(self._show_day)
        self._shown = today
        self._read()
        self.restyle()

    def inputs(self) -> dict[str, Input]:
        """The day first: it decides what the others show."""
        return {
            "day": self.day,
            "kept": self.kept,
            "minutes": self.minutes,
            "helped": self.helped,
            "note": self.note,
        }

    def keep(self) -> None:
        """Keep what stands there, if it is anything new."""
        noted = self._journal.practices.day(self._practice.id, self._shown)
        empty = PracticeDay(practice_id=self._practice.id, day=self._shown, kept=False)
        minutes, helped = self.minutes.value, self.helped.value
        changed = replace(
            noted or empty,
            kept=self.kept.isChecked(),
            minutes=None if minutes is None else round(minutes),
            helped=helped if isinstance(helped, int) else None,
            note=self.note.text().strip(),
        )
        if changed != (noted or empty):
            self._journal.practices.note(changed, self._by)

    def restyle(self) -> None:
        """Take the gaps from the theme."""
        self._column.setSpacing(theme().px(16))
        self.kept.setFixedHeight(theme().px(tokens().size["field"]))  # in line with the field beside it
        for row in self._rows:
            row.setSpacing(theme().px(12))

    def _show_day(self, day: object) -> None:
        """Keep what was noted of the day before, and show another."""
        self.keep()
        if isinstance(day, date):
            self._shown = day
        self._read()

    def _read(self) -> None:
        noted = self._journal.practices.day(self._practice.id, self._shown)
        self.kept.setChecked(noted is not None and noted.kept)
        self.minutes.set_value(None if noted is None or noted.minutes is None else float(noted.minutes))
        self.helped.set_options(
            [(None, _("not said")), *((at, helped_name(at)) for at in _HELPED)],
            None if noted is None else noted.helped,
        )
        self.note.setText("" if noted is None else noted.note)


def _undo(journal: Journal, step: int) -> None:
    journal.undo_step(step)
