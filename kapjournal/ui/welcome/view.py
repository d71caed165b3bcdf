"""The first start: three steps beside the horizon, which rises with each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.clock import Clock
from kapjournal.domain.moment import journal_day
from kapjournal.errors import KapjournalError
from kapjournal.journal import Journal
from kapjournal.settings import SettingsStore
from kapjournal.ui.shared.breakpoints import NARROW, WIDE, breakpoint  # noqa: A004
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.column_scroll import ColumnScroll
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Title, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.worker import Worker
from kapjournal.ui.welcome.measures_step import MeasuresStep
from kapjournal.ui.welcome.passphrase_step import PassphraseStep
from kapjournal.ui.welcome.rising import Rising
from kapjournal.ui.welcome.steps_head import StepsHead
from kapjournal.ui.welcome.treatment_step import TreatmentStep
from kapjournal.words.errors import sentence
from kapjournal.words.language import _

_COLUMN = 688
_BELOW_WORDS = (18, 14, 10)
"""The air between what a step says and what it asks, in px: fields, groups, cards."""
BY = "welcome"


class WelcomeView(Restyled, QWidget):
    """Makes a journal; only the passphrase is needed."""

    made = Signal(object)
    sample_wanted = Signal()
    support_wanted = Signal()

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        settings: SettingsStore,
        worker: Worker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._clock = clock
        self._settings = settings
        self._worker = worker
        self._journal: Journal | None = None
        self._step = 0
        self._rising = Rising(self)
        self._head = StepsHead([_("Your journal"), _("Your treatment"), _("What to notice")])
        self._title = Title()
        self._title.setProperty("own_focus", True)
        self._words = Words("", "ink2", style="label")
        self.passphrase = PassphraseStep()
        self.passphrase.entered.connect(self.go_on)
        self.treatment = TreatmentStep(journal_day(clock.now().replace(tzinfo=None)))
        self.measures = MeasuresStep(settings.current)
        self._steps = (self.passphrase, self.treatment, self.measures)
        self._make_foot()
        self._lay_out()
        self._show_step()
        self.restyle()

    # --- the way through

    def go_on(self) -> None:
        """Do what this step needs, and show the next."""
        if self._step == 0:
            self._leave_passphrase()
        elif self._step == 1:
            self._leave_treatment()
        else:
            self._finish()

    def show_working(self) -> None:
        """Show that the sample is being written."""
        self._sample.set_text(_("Opening the sample"))
        self._set_busy(True)

    def stop(self, said: str) -> None:
        """Say what stood in the way of the sample."""
        self._sample.set_text(_("Look around in a sample journal"))
        self._set_busy(False)
        self.passphrase.say(said)

    def end(self) -> None:
        """Close a journal that was made and never opened."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _leave_passphrase(self) -> None:
        asking = self.passphrase.asking
        if asking is not None:
            if asking.answered:
                self._to(1)
            else:
                asking.tell_wrong()
            return
        secret = self.passphrase.passphrase()
        if not secret:
            return
        self._set_busy(True)
        self._next.set_text(_("Making your journal"))
        folder, clock = self._folder, self._clock
        self._worker.run(lambda: Journal.create(folder, secret, clock), self._created, self._not_created)

    def _created(self, made: tuple[Journal, str]) -> None:
        self._journal, code = made
        self._settings.change(journal_folder=str(self._folder))
        self._set_busy(False)
        self.passphrase.show_code(code)
        self._show_step()

    def _not_created(self, error: BaseException) -> None:
        self._set_busy(False)
        self._next.set_text(_("Continue"))
        if not isinstance(error, KapjournalError):
            raise error
        self.passphrase.say(sentence(error))

    def _leave_treatment(self) -> None:
        if self.treatment.treatment() is not None:
            self._skipped_treatment = False
            self._to(2)

    def _finish(self) -> None:
        """Keep what was chosen, and open the journal."""
        journal = self._journal
        if journal is None:
            return
        chosen = self.measures.chosen()
        for measure in journal.measures.all():
            if measure.key in chosen.keys:
                journal.measures.keep(replace(measure, in_use=True), by=BY)
        for own in chosen.own:
            journal.measures.add_own(own.name, own.low_word, own.high_word, direction=own.direction, by=BY)
        said = self.treatment.treatment() if not self._skipped_treatment else None
        if said is not None and said.says_anything:
            now = self._clock.now()
            course = journal.courses.keep(said.course(now), by=BY)
            planned = said.next_session(course.id, now)
            if planned is not None:
                journal.kap_sessions.keep(planned, by=BY)
        self._settings.change(**self.measures.reminders.chosen)
        self._journal = None
        self.made.emit(journal)

    def _not_now(self) -> None:
        """Pass over this step."""
        if self._step == 1:
            self._skipped_treatment = True
        if self._step < 2:
            self._to(self._step + 1)

    def _back(self) -> None:
        self._to(self._step - 1)

    def _to(self, step: int) -> None:
        self._step = step
        self._show_step()

    # --- what is shown

    def _show_step(self) -> None:
        step = self._step
        self._head.set_step(step)
        for index, one in enumerate(self._steps):
            one.setVisible(index == step)
        self._rising.set_step(step)
        coded = self.passphrase.code_shown
        title, words = self._heading(step, coded)
        self._title.setText(title)
        self._words.setText(words)
        self._sample.setVisible(step == 0 and not coded)
        self._back_button.setVisible(step > 0)
        self._line.setVisible(self._sample.isVisibleTo(self) or self._back_button.isVisibleTo(self))
        self._skip.setVisible(step == 1 or (step == 0 and coded))
        self._next.set_text(_("Open my journal") if step == 2 else _("Continue"))
        self._scroll.verticalScrollBar().setValue(0)
        self.restyle()
        self._focus_first()

    def _heading(self, step: int, coded: bool) -> tuple[str, str]:
        if step == 0 and coded:
            return _("A second key"), _(
                "Your journal is made. This code is for the day when the passphrase is gone."
            )
        return (
            (
                _("Your journal stays here"),
                _(
                    "On this computer, encrypted. It has no connection to anything. Only a passphrase opens it, "
                    "so please choose one that you will remember. Without it, and without the recovery code "
                    "that comes next, nobody can open it."
                ),
            ),
            (
                _("Your treatment"),
                _(
                    "All of it is optional, and all of it can wait. The journal gives no advice about treatment; "
                    "it only needs to know which day is which."
                ),
            ),
            (
                _("What to notice"),
                _(
                    "Each is asked with the check-in and can be left out every time. "
                    "You can change this whenever you like."
                ),
            ),
        )[step]

    def _focus_first(self) -> None:
        if self._step == 0 and not self.passphrase.code_shown:
            self.passphrase.first.setFocus()
        else:
            self._title.setFocus()

    def _set_busy(self, busy: bool) -> None:
        for button in (self._next, self._sample, self._skip):
            button.setEnabled(not busy)
        self._steps[self._step].setEnabled(not busy)

    def _make_foot(self) -> None:
        self._skipped_treatment = False
        self._sample = Button(_("Look around in a sample journal"), "text")
        self._sample.clicked.connect(self.sample_wanted)
        self._back_button = Button(_("Back"), "quiet", "back")
        self._back_button.clicked.connect(self._back)
        self._line = Hairline(upright=True)
        self._support = Button(_("Support"), "quiet", "support")
        self._support.clicked.connect(self.support_wanted)
        self._skip = Button(_("Not now"), "quiet", size="large")
        self._skip.clicked.connect(self._not_now)
        self._next = Button(_("Continue"), "primary", "forward", "large", icon_after=True)
        self._next.clicked.connect(self.go_on)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._sample)
        self._foot.addWidget(self._back_button)
        self._foot.addWidget(self._line)
        self._foot.addWidget(self._support)
        self._foot.addStretch(1)
        self._foot.addWidget(self._skip)
        self._foot.addWidget(self._next)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("page_content")
        self._content = QVBoxLayout(content)
        for widget in (self._head, self._title, self._words, *self._steps):
            self._content.addWidget(widget)
        self._content.addStretch(1)
        self._scroll = ColumnScroll(content)
        self._right = QVBoxLayout()
        self._right.addWidget(self._scroll, 1)
        self._right.addLayout(self._foot)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._rising)
        self._row.addLayout(self._right, 1)

    def restyle(self) -> None:
        """Take the sizes from the theme."""
        look = theme()
        room = breakpoint(self)
        side = look.px({WIDE: 72, NARROW: 24}.get(room, 44))
        self._rising.setVisible(room != NARROW)
        self._rising.setFixedWidth(max(1, round(self.width() * (0.35 if room == WIDE else 0.33))))
        # Margins, not greatest widths: a layout asks wrapped words for their height at the width it has itself.
        beside = 0 if room == NARROW else self._rising.maximumWidth()
        column = min(look.px(_COLUMN), self.width() - beside - 2 * side)
        spare = max(0, self.width() - beside - 2 * side - column)
        begin, end = side + spare // 2, side + spare - spare // 2
        top = look.px(51 if room == WIDE else 28)
        self._content.setContentsMargins(*sides(begin, top, end, look.px(16)))
        self._content.setSpacing(look.px(10))
        # What stands first in the foot begins where the column does, with its own padding before it.
        padding = look.px(6 if self._sample.isVisibleTo(self) else 14)
        self._foot.setContentsMargins(
            *sides(begin - padding - 1, look.px(12), end, look.px(36 if room == WIDE else 20))
        )
        self._foot.setSpacing(look.px(8))
        self._head.setContentsMargins(0, 0, 0, 0)
        self._line.setFixedHeight(look.px(16))
        self._title.setContentsMargins(0, look.px(22), 0, 0)
        font = look.font("label")
        font.setWeight(QFont.Weight.Normal)
        self._words.setFont(font)
        below = look.px(_BELOW_WORDS[self._step])
        self._words.setContentsMargins(*sides(0, 0, max(0, column - look.px(580)), below))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the horizon its third, or nothing where it is narrow."""
        super().resizeEvent(event)
        self.restyle()
