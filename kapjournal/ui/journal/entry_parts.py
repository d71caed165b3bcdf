"""The pieces that entries are shown with: a line above, facts in rows, tags below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kapjournal.domain.entry import Entry
from kapjournal.domain.kap_session import KapSession
from kapjournal.journal.journal import Journal
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.chips import Chip, ChipFlow
from kapjournal.ui.shared.icons import icon_pixmap
from kapjournal.ui.shared.session_chip import SessionChip
from kapjournal.ui.shared.text import Body, Caption, Title
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import clock_time, day_long, weekday_day
from kapjournal.words.language import _, ngettext


class EntryView(Restyled, QWidget):
    """A column of parts; what a part wants is told to the pane."""

    session_requested = Signal(int)
    tag_requested = Signal(str)
    scale_requested = Signal(int)

    def __init__(self, journal: Journal, today: date, search: str = "") -> None:
        super().__init__()
        self.journal = journal
        self.today = today
        self.search = search
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.restyle()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        self.column.setSpacing(theme().px(12))

    def add_head(self, entry: Entry, kap_session_id: int | None = None) -> None:
        """The session it belongs to, day and time, and whether it was added later."""
        row = ChipFlow(_("When"))
        session = self.session(kap_session_id)
        if session is not None:
            chip = SessionChip()
            chip.show_session(session, self.journal.kap_sessions.numbers().get(session.id), self.today)
            chip.setToolTip(_("Open the session"))
            chip.clicked.connect(lambda: self.session_requested.emit(session.id))
            row.add(chip)
        row.add(_Line(moment_words(entry, self.today), "time"))
        if entry.added_later:
            row.add(_Line(_("added later"), "history"))
        self.column.addWidget(row)

    def add_title(self, text: str) -> None:
        """The name of the entry."""
        title = Title(text)
        title.setContentsMargins(0, 0, 0, theme().px(2))
        self.column.addWidget(title)

    def add_tags(self, tags: tuple[str, ...], fragments: int = 0) -> None:
        """A line, the tags under it, and how many fragments it grew from."""
        if not tags and not fragments:
            return
        self.column.addSpacing(theme().px(4))
        self.column.addWidget(Hairline())
        row = QHBoxLayout()
        flow = ChipFlow(_("Tags"), gap=6)
        for tag in tags:
            chip = Chip(tag, checkable=False, size="small")
            chip.setToolTip(_("Show what has this tag"))
            chip.clicked.connect(lambda _on=False, tag=tag: self.tag_requested.emit(tag))
            flow.add(chip)
        row.addWidget(flow, 1)
        if fragments:
            words = ngettext("grew from {count} fragment", "grew from {count} fragments", fragments)
            row.addWidget(_Line(words.format(count=fragments), "link"), 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def session(self, kap_session_id: int | None) -> KapSession | None:
        """The session of an id, where it is still there."""
        if kap_session_id is None:
            return None
        try:
            return self.journal.kap_sessions.get(kap_session_id)
        except KeyError:
            return None


class FactRows(Restyled, QWidget):
    """Name and value in two columns."""

    def __init__(self, facts: list[tuple[str, str]]) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        for place, (name, value) in enumerate(facts):
            self._grid.addWidget(Body(name, "ink3", wrap=False), place, 0, Qt.AlignmentFlag.AlignTop)
            words = Body(value)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(words, place, 1)
        self.restyle()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        self._grid.setHorizontalSpacing(theme().px(20))
        self._grid.setVerticalSpacing(theme().px(8))


class _Line(Restyled, QWidget):
    """A caption with a small icon before it."""

    def __init__(self, words: str, icon_name: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._icon = QLabel()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        if icon_name != "time":
            self._row.addWidget(self._icon)
        self._row.addWidget(Caption(words, "ink2", wrap=False))
        self.restyle()

    def restyle(self) -> None:
        """Take icon and spacing from the theme."""
        look = theme()
        self._row.setSpacing(look.px(5))
        self._icon.setPixmap(
            icon_pixmap(self._icon_name, look.color("ink2"), look.px(14), self.devicePixelRatioF())
        )
        self.setMinimumHeight(look.px(24))


def moment_words(entry: Entry, today: date) -> str:
    """'Thursday 22 October, 21:12'."""
    day = entry.moment.day
    words = weekday_day(day) if day.year == today.year else day_long(day, today)
    if not entry.moment.has_time:
        return words
    return _("{day}, {time}").format(day=words, time=clock_time(entry.moment.local))
