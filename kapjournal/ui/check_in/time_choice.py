"""When it was: now, earlier today, yesterday evening, or any day and time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.moment import DAY_ENDS, journal_day
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.day_and_time import DateField, TimeField
from kapjournal.ui.shared.fields import field
from kapjournal.ui.shared.menu_button import MenuButton
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.ui.shared.unread import Unread
from kapjournal.words.dates import clock_time, weekday, when
from kapjournal.words.language import _

if TYPE_CHECKING:
    from kapjournal.clock import Clock
    from kapjournal.journal.drafts import Drafts

_HOURS_BACK = (1, 3, 6)
_MORNING = time(5, 0)
_EVENING = time(20, 0)


def earlier_times(now: datetime) -> tuple[datetime, ...]:
    """A few half hours earlier on the same day, and yesterday evening; aware, the latest first.

    After midnight the evening that has just passed is meant, and called by its weekday.
    """
    day = journal_day(now.replace(tzinfo=None))
    times = []
    for hours in _HOURS_BACK:
        back = now - timedelta(hours=hours)
        half = back.replace(minute=30 if back.minute >= 30 else 0, second=0, microsecond=0)
        if half.date() == day and half.time() >= _MORNING:
            times.append(half)
    yesterday = datetime.combine(now.date() - timedelta(days=1), _EVENING, tzinfo=now.tzinfo)
    return tuple(sorted({*times, yesterday}, reverse=True))


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
        self._is_showing = False
        self.unread = Unread({"day": self.day, "time": self.time}, self, self._is_refused)
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
        """Let what cannot be taken wait under this name; what waited is there again."""
        self._set(local)
        self._put_back(lambda: self.unread.show(drafts, key))
        self.setVisible(self.unread.waits)

    def begin(self, local: datetime) -> None:
        """Show the fields with a day and a time in them, or with what waits there."""
        self._set(local)
        self._put_back(self.unread.put_back)
        self.show()
        self.day.edit.setFocus()
        self.day.edit.selectAll()  # what is typed takes the place of what stands there

    def finish(self) -> None:
        """Read what was typed last, as when the field is left; what cannot be taken waits."""
        for part in (self.day, self.time):
            if part.edit.isModified():
                part.take_words(part.edit.text())
        self.unread.hold()

    def give_way(self, local: datetime) -> None:
        """Another time was chosen: nothing waits here any more."""
        self._show_over(local)
        self.unread.let_go()
        self._day_field.say_wrong("")
        self.hide()

    def set_back(self, local: datetime) -> None:
        """Show the fields as they were when the dialog opened."""
        self._show_over(local)
        self._day_field.say_wrong("")
        self.unread.set_back()
        self._put_back(self.unread.put_back)
        self.setVisible(self.unread.waits)

    def restyle(self) -> None:
        """Take spacing from the theme."""
        self._row.setSpacing(theme().px(12))
        room = self.day.sizeHint().height() - self._shut.sizeHint().height()
        self._beside.setContentsMargins(0, self._day_field.above + max(0, room // 2), 0, 0)

    def _set(self, local: datetime) -> None:
        self.day.set_value(local.date())
        self.time.set_value(local.time().replace(second=0, microsecond=0))

    def _show_over(self, local: datetime) -> None:
        self.day.put_back(local.date())
        self.time.put_back(local.time().replace(second=0, microsecond=0))

    def _use(self) -> None:
        """Take it and close; what cannot be taken stays in sight, with what is said of it."""
        self.finish()
        if self.day.understood and self.time.understood and self._tell():
            self.hide()

    def _put_back(self, put: Callable[[], None]) -> None:
        """Show what waited; it is for the person to say that it is the time, also where it has come by now."""
        self._is_showing = True
        put()
        self._is_showing = False
        self._say_whether_to_come()

    def _is_refused(self) -> bool:
        return self._is_showing or self._is_to_come()

    def _is_to_come(self) -> bool:
        moment = self._moment(self.day.meant, self.time.meant)
        return moment is not None and moment > self._clock.now()  # later than when the dialog opened

    def _moment(self, day: date | None, clock: time | None) -> datetime | None:
        if day is None or clock is None:
            return None
        return datetime.combine(day, clock, tzinfo=self._clock.now().tzinfo)

    def _say_whether_to_come(self) -> None:
        if self.day.understood:
            words = _("That is still to come; a check-in is about now or earlier.")
            self._day_field.say_wrong(words if self._is_to_come() else "")

    def _tell(self) -> bool:
        """Tell which moment it is; False where that is still to come."""
        moment = self._moment(self.day.value, self.time.value)
        if moment is None or self._is_showing:
            return True
        self._say_whether_to_come()
        if self._is_to_come():
            return False
        self.unread.look()
        self.chosen.emit(moment)
        return True


def _as_words(moment: datetime, now: datetime) -> str:
    local = moment.replace(tzinfo=None)
    words = when(local, now.replace(tzinfo=None))
    if local.date() < now.date() and local.time() == _EVENING:
        words = (
            _("{weekday} evening, {time}").format(weekday=weekday(local.date()), time=clock_time(local))
            if now.time() < DAY_ENDS
            else _("yesterday evening, {time}").format(time=clock_time(local))
        )
    return words[:1].upper() + words[1:]
