"""One entry in the trash: what it is, since when, until when, and the two ways it can go."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.kinds import Kind
from kapjournal.domain.timeline import TrashedItem
from kapjournal.ui.journal.row_words import row_icon, row_preview, row_title
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.chosen_row import ChosenRow
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.level_glyph import LevelGlyph
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.text import Caption, Strong
from kapjournal.ui.shared.theme import theme
from kapjournal.words.dates import clock_time, day_in_year, day_medium
from kapjournal.words.language import _
from kapjournal.words.names import kind_name

_MOST_CHARACTERS = 90
_DATES_WIDTH = 184
_SIGN = 24


class TrashRow(ChosenRow):
    """Asks to be restored or erased."""

    restore_requested = Signal(object)
    erase_requested = Signal(object)

    def __init__(self, trashed: TrashedItem, now: datetime) -> None:
        super().__init__()
        self.trashed = trashed
        self._is_narrow = False
        item = trashed.item
        self._glyph = None if item.mood is None else LevelGlyph(item.mood, size=_SIGN)
        self._icon = QLabel()
        self.title = Strong(trash_title(trashed))
        self._detail = Caption(_detail(trashed, now), "ink2")
        self._since = Caption(since_words(trashed.since, now), "ink2")
        self._until = Caption(until_words(trashed, now), "ink2")
        self.restore = Button(_("Restore"), icon="undo", size="small")
        self.restore.setAccessibleDescription(self.title.text())
        self.restore.clicked.connect(lambda: self.restore_requested.emit(trashed))
        self.erase = Button(_("Erase now"), "quiet", size="small")
        self.erase.setAccessibleDescription(self.title.text())
        self.erase.clicked.connect(lambda: self.erase_requested.emit(trashed))
        self._lay_out()
        self.choose_with(self.restore, self.erase)
        self.restyle()

    @property
    def has_keys(self) -> bool:
        """Whether one of its buttons has the keyboard."""
        return self.restore.hasFocus() or self.erase.hasFocus()

    def show_chosen(self, chosen: bool) -> None:
        """Light the row; what erases has its colour only there."""
        super().show_chosen(chosen)
        self.erase.set_kind("destructive" if chosen else "quiet")
        self._until.set_role("ink2" if chosen else "ink3")
        self.restyle()

    def arrange(self, narrow: bool) -> None:
        """Put dates and buttons below the words where it is narrow."""
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._dates.setMinimumWidth(0 if narrow else theme().px(_DATES_WIDTH))
        self._is_narrow = narrow
        self._indent()

    def restyle(self) -> None:
        """Take sizes and icons from the theme."""
        look = theme()
        side = look.px(24)
        self._row.setContentsMargins(side, look.px(13), side, look.px(13))
        self._row.setSpacing(look.px(12))
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words_row.setSpacing(look.px(14))
        self._end.setSpacing(look.px(8))
        self._indent()
        role = "accent" if self.is_chosen else "ink2"
        name = row_icon(self.trashed.item)
        self._icon.setPixmap(icon_pixmap(name, look.color(role), look.px(20), self.devicePixelRatioF()))
        self._icon.setFixedWidth(look.px(_SIGN))

    def _indent(self) -> None:
        """Begin dates below the words where the words begin."""
        before = theme().px(_SIGN) + self._words_row.spacing() if self._is_narrow else 0
        self._end.setContentsMargins(*sides(before, 0, 0, 0))

    def _lay_out(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._words_row = QHBoxLayout()
        sign = self._glyph if self._glyph is not None else self._icon
        self._words_row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._words.addWidget(self.title)
        self._words.addWidget(self._detail)
        self._words_row.addLayout(self._words, 1)
        self._row.addLayout(self._words_row, 1)
        self._end = QHBoxLayout()
        self._dates = QWidget()
        dates = QVBoxLayout(self._dates)
        dates.setContentsMargins(0, 0, 0, 0)
        dates.setSpacing(0)
        dates.addStretch(1)
        dates.addWidget(self._since)
        dates.addWidget(self._until)
        dates.addStretch(1)
        self._end.addWidget(self._dates)
        self._end.addStretch(1)
        self._end.addWidget(self.restore)
        self._end.addWidget(self.erase)
        self._row.addLayout(self._end)


def trash_title(trashed: TrashedItem) -> str:
    """What the entry is called."""
    return _shortened(row_title(trashed.item).text)


def since_words(since: datetime, now: datetime) -> str:
    """'today, 08:12', '15 October'."""
    local = since.astimezone(now.tzinfo)
    if local.date() == now.date():
        return _("today, {time}").format(time=clock_time(local))
    return _day(local, now)


def until_words(trashed: TrashedItem, now: datetime) -> str:
    """'kept until 22 November'."""
    return _("kept until {day}").format(day=_day(trashed.until.astimezone(now.tzinfo), now))


def _day(moment: datetime, now: datetime) -> str:
    day = moment.date()
    return day_in_year(day) if day.year == now.year else day_medium(day)


def _shortened(text: str) -> str:
    """The text, or its first words with dots for the others."""
    return text if len(text) <= _MOST_CHARACTERS else text[:_MOST_CHARACTERS].rsplit(" ", 1)[0] + "…"


def _detail(trashed: TrashedItem, now: datetime) -> str:
    item = trashed.item
    day = item.moment.day
    when = day_in_year(day) if day.year == now.year else day_medium(day)
    if item.kind in (Kind.CHECK_IN, Kind.FRAGMENT) and item.moment.has_time:
        when = _("{day}, {time}").format(day=when, time=clock_time(item.moment.local))
    elif item.kind is Kind.REFLECTION:
        when = _("{kind}, {day}").format(kind=kind_name(item.kind), day=when)
    preview = _shortened(row_preview(item).text.strip())
    return _("{when}. {words}").format(when=when, words=preview) if preview else when
