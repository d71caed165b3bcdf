"""When it was: now, earlier today, yesterday evening, or any day and time."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.moment import journal_day
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.day_and_time import DateField, TimeField
from kapjournal.ui.shared.fields import field
from kapjournal.ui.shared.menu_button import MenuButton
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unread import Unread
from kapjournal.words.dates import clock_time, when
from kapjournal.words.language import _

if TYPE_CHECKING:
    from kapjournal.clock import Clock
    from kapjournal.journal.drafts import Drafts

_HOURS_BACK = (1, 3, 6)
_MORNING = time(5, 0)
_EVENING = time(20, 0)


def earlier_times(now: datetime) -> tuple[datetime, ...]:
    """A few half hours earlier on the same day, and yesterday evening; aware, the latest first."""
    day = journal_day(now.replace(tzinfo=None))
    times = []
    for hours in _HOURS_BACK:
        back = now - timedelta(hours=hours)
        half = back.replace(minute=30 if back.minute >= 30 else 0, second=0, microsecond=0)
        if half.date() == day and half.time() >= _MORNING:
            times.append(half)
    yesterday = datetime.combine(day - timedelta(days=1), _EVENING, tzinfo=now.tzinfo)
    return (*times, yesterday)


class TimeButton(MenuButton):
    """Shows when; its menu offers other times."""

    chosen = Signal(object)
    other_wanted = Signal()

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__("", "time", parent, size="small")
        self._now = now
        self._add(_("Now, {time}").format(time=clock_time(now)), now)
        for earlier in earlier_times(now):
            self._add(_as_words(earlier, now), earlier)
        self.menu_shown.addSeparator()
        other = self.menu_shown.addAction(_("Another day or time…"))
        other.triggered.connect(self.other_wanted)

    def show_moment(self, local: datetime, *, has_time: bool = True) -> None:
        """Show a wall-clock time."""
        now = self._now.replace(tzinfo=None, second=0, microsecond=0)
        if not has_time:
            words = when(local, now).partition(", ")[0]
        elif local.replace(second=0) == now:
            words = _("Now, {time}").format(time=clock_time(local))
        else:
            words = when(local, now)
        self.set_text(words[:1].upper() + words[1:])
        self.setAccessibleName(_("When it was: {when}").format(when=words))

    def _add(self, words: str, moment: datetime) -> None:
        action = self.menu_shown.addAction(words)
        action.triggered.connect(lambda: self.chosen.emit(moment))


class OtherTime(Restyled, QWidget):
    """A day and a time, shown only when asked for."""

    chosen = Signal(object)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        now = clock.now()
        self.day = DateField(now.date(), today=now.date())
        self.time = TimeField(now.time().replace(second=0, microsecond=0), now=clock.now)
        self.unread = Unread({"day": self.day, "time": self.time}, self)
        self.day.changed.connect(self._tell)
        self.time.changed.connect(self._tell)
        self._shut = Button(_("Use this time"), kind="soft")
        self._shut.clicked.connect(self._use)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._day_field = field(_("Day"), self.day)
        self._row.addWidget(self._day_field, 3)
        self._row.addWidget(field(_("Time"), self.time), 2)
        # In line with the fields also where something is said under one.
        self._beside = QVBoxLayout()
        self._beside.addWidget(self._shut)
        self._beside.addStretch(1)
        self._row.addLayout(self._beside)
        self.hide()
        self.restyle()

    def wait_in(self, drafts: Drafts, key: str, local: datetime) -> None:
        """Let what cannot be read wait under this name; what waited is there again."""
        self._set(local)
        self.unread.show(drafts, key)
        self.setVisible(self.unread.waits)

    def begin(self, local: datetime) -> None:
        """Show the fields with a day and a time in them, or with what waits there."""
        self._set(local)
        self.unread.put_back()
        self.show()
        self.day.setFocus()

    def finish(self) -> None:
        """Read what was typed last, as when the field is left; what cannot be read waits."""
        for part in (self.day, self.time):
            if part.edit.isModified():
                part.take_words(part.edit.text())
        self.unread.hold()

    def give_way(self) -> None:
        """Another time was chosen: nothing waits here any more."""
        self.unread.let_go()
        self._day_field.say_wrong("")
        self.hide()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._row.setSpacing(theme().px(12))
        room = self.day.sizeHint().height() - self._shut.sizeHint().height()
        self._beside.setContentsMargins(0, self._day_field.above + max(0, room // 2), 0, 0)

    def _set(self, local: datetime) -> None:
        self.day.set_value(local.date())
        self.time.set_value(local.time().replace(second=0, microsecond=0))

    def _use(self) -> None:
        """Take it and close; what cannot be taken stays in sight, with what is said of it."""
        self.finish()
        if self.day.understood and self.time.understood and self._tell():
            self.hide()

    def _tell(self) -> bool:
        """Tell which moment it is; False where that is still to come."""
        if self.day.value is not None and self.time.value is not None:
            now = self._clock.now()  # later than when the dialog opened
            moment = datetime.combine(self.day.value, self.time.value, tzinfo=now.tzinfo)
            if moment > now:
                self._day_field.say_wrong(_("That is still to come; a check-in is about now or earlier."))
                return False
            self._day_field.say_wrong("")
            self.chosen.emit(moment)
        return True


def _as_words(moment: datetime, now: datetime) -> str:
    local = moment.replace(tzinfo=None)
    words = when(local, now.replace(tzinfo=None))
    if local.date() < now.date() and local.time() == _EVENING:
        words = _("yesterday evening, {time}").format(time=clock_time(local))
    return words[:1].upper() + words[1:]
