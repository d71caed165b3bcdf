"""What may be ticked one by one: entries, events; those marked to share stand first, and none is ticked by itself."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.kap_session import SessionKind
from kapjournal.domain.kinds import Kind
from kapjournal.domain.timeline import TimelineItem
from kapjournal.journal.summaries import Offers
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.checkbox import Tick
from kapjournal.ui.shared.clearing import clear
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.text import Body, Caption, Label, Words
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import day_in_year, day_medium
from kapjournal.words.language import _, ngettext
from kapjournal.words.markdown import plain
from kapjournal.words.names import kind_name
from kapjournal.words.numbers import number

SHOWN_FIRST = 12
LONGEST_NAME = 90
_ICONS = {
    Kind.REFLECTION: "new_reflection",
    Kind.CHECK_IN: "today",
    Kind.KAP_SESSION: "sessions",
    Kind.EVENT: "calendar",
}


class EntriesPart(Restyled, QWidget):
    """A list of entries with their ticks; `told` is what stands under it."""

    changed = Signal()

    def __init__(self, title: str, told: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[TimelineItem, ...] = ()
        self._ticked: dict[int, None] = {}
        self._today = date.min
        self._room = SHOWN_FIRST
        self.rows: list[EntryRow] = []
        self._count = Caption(wrap=False)
        head = QHBoxLayout()
        head.addWidget(Label(title), 1)
        head.addWidget(self._count)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._empty = Body(_("Nothing was written in these days."), "ink2")
        self._are_more = False
        self._earlier = Caption(_("Earlier ones are here with fewer days, or once they are marked to share."))
        self.more = Button("", "text", flush="begin")
        self.more.clicked.connect(self._show_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addLayout(self._list)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._earlier)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        if told:
            self._column.addWidget(Caption(told))
        self.restyle()

    @property
    def ticked(self) -> tuple[int, ...]:
        """The ids that are ticked, of these days and of others."""
        return tuple(self._ticked)

    def show_offers(self, offers: Offers, ticked: tuple[int, ...], today: date) -> None:
        """Show the entries of some days; what is ticked already stands with those that are marked to share."""
        self._ticked = dict.fromkeys(ticked)
        self._are_more = offers.more
        self._items = tuple(
            sorted(offers.items, key=lambda item: not (item.to_share or item.id in self._ticked))
        )
        self._today = today
        self._fill()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        self._column.setSpacing(theme().px(8))

    def _show_more(self) -> None:
        had = len(self.rows)
        self._room += 4 * SHOWN_FIRST
        self._fill()
        if had < len(self.rows):
            self.rows[had].tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        clear(self._list)
        self.rows = []
        for item in self._items[: self._room]:
            row = EntryRow(item, self._today, ticked=item.id in self._ticked)
            row.toggled.connect(self._toggled)
            self.rows.append(row)
            self._list.addWidget(Hairline())
            self._list.addWidget(row)
        rest = len(self._items) - len(self.rows)
        self.more.setVisible(rest > 0)
        self.more.set_text(ngettext("Show {n} more", "Show {n} more", rest).format(n=number(rest)))
        self._empty.setVisible(not self._items)
        self._earlier.setVisible(self._are_more and rest <= 0)
        self._say_count()

    def _toggled(self, entry_id: int, ticked: bool) -> None:
        if ticked:
            self._ticked[entry_id] = None
        else:
            self._ticked.pop(entry_id, None)
        self._say_count()
        self.changed.emit()

    def _say_count(self) -> None:
        chosen = sum(item.id in self._ticked for item in self._items)
        self._count.setText(
            _("{chosen} of {all} chosen").format(chosen=number(chosen), all=number(len(self._items)))
            if self._items
            else ""
        )


class EntryRow(Restyled, QWidget):
    """One entry: a tick, its name, when it was, what kind it is. A click anywhere ticks it."""

    toggled = Signal(int, bool)

    def __init__(self, item: TimelineItem, today: date, *, ticked: bool) -> None:
        super().__init__()
        self._item = item
        name, detail = entry_name(item), entry_detail(item, today)
        # The space puts the box at the left edge, in line with the ticks above.
        self.tick = Tick(" ", accessible_name=f"{name}, {detail}")
        self.tick.setAccessibleDescription(kind_name(item.kind))
        self.tick.setChecked(ticked)
        self.tick.toggled.connect(self._told)
        self._mark = QLabel()
        self._mark.setToolTip(kind_name(item.kind))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(name, style="body_strong"))
        words.addWidget(Caption(detail))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.restyle()

    def restyle(self) -> None:
        """Take spacing and icon from the theme."""
        look = theme()
        self.tick.setFixedWidth(look.px(24))
        self._row.setContentsMargins(0, look.px(8), 0, look.px(8))
        self._row.setSpacing(look.px(8))
        self._mark.setPixmap(
            icon_pixmap(_icon_of(self._item), look.color("ink2"), look.px(18), self.devicePixelRatioF())
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tick by a click on the words."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.tick.toggle()
        super().mouseReleaseEvent(event)

    def _told(self, ticked: bool) -> None:
        self.toggled.emit(self._item.id, ticked)


def entry_name(item: TimelineItem) -> str:
    """'The lake, second time', 'Fragment: rooms open to the sky', or the first words of what was written."""
    words = " ".join((item.title.text or plain(item.preview.text)).split())
    words = words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rstrip() + "…"
    if item.kind is Kind.FRAGMENT:
        return _("Fragment: {words}").format(words=words)
    if is_talk(item):
        return _("Talk: {words}").format(words=words)
    if item.kind is Kind.KAP_SESSION:
        return _("Intention: {words}").format(words=words)
    if item.kind is Kind.CHECK_IN:
        return _("Note: {words}").format(words=words)
    return words


def entry_detail(item: TimelineItem, today: date) -> str:
    """'21 October', 'yesterday, private'."""
    day = item.moment.day
    if day == today:
        when = _("today")
    elif (today - day).days == 1:
        when = _("yesterday")
    else:
        when = day_in_year(day) if day.year == today.year else day_medium(day)
    return when if item.to_share else _("{when}, private").format(when=when)


def is_talk(item: TimelineItem) -> bool:
    """Whether an item is a meeting rather than a dose."""
    return item.kind is Kind.KAP_SESSION and item.detail != SessionKind.DOSING


def _icon_of(item: TimelineItem) -> str:
    if item.kind is Kind.FRAGMENT:
        return f"fragment_{item.detail}"
    if is_talk(item):
        return "therapist"
    return _ICONS[item.kind]
