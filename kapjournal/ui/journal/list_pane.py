"""The list beside the entry: search, filters, how many there are, and the time line itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from kapjournal.domain.timeline import TimelineCursor, TimelineFilter, TimelineItem, TimelinePage
from kapjournal.journal.journal import Journal
from kapjournal.ui.journal.filters import Filters
from kapjournal.ui.journal.found_practices import FoundPractices
from kapjournal.ui.journal.row_delegate import RowDelegate
from kapjournal.ui.journal.row_description import row_description
from kapjournal.ui.journal.row_words import day_heading, row_spoken
from kapjournal.ui.journal.timeline_model import Row, Source, TimelineModel
from kapjournal.ui.shared.buttons import Button, IconButton
from kapjournal.ui.shared.column_scroll import BarOver
from kapjournal.ui.shared.empty import EmptyState
from kapjournal.ui.shared.menu_button import open_under
from kapjournal.ui.shared.mirroring import sides
from kapjournal.ui.shared.pressed_rows import PressedRows
from kapjournal.ui.shared.search_field import SearchField
from kapjournal.ui.shared.stressed import Stressed
from kapjournal.ui.shared.theme import Restyled, theme
from kapjournal.words.dates import day_medium
from kapjournal.words.language import _, ngettext
from kapjournal.words.numbers import number


class TimelineView(BarOver, QListView):
    """The time line, its rows from edge to edge; Enter goes to the entry."""

    entry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Entries, newest first"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(RowDelegate(self))
        self.put_bar_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entry_requested.emit()
            return
        super().keyPressEvent(event)


class ListPane(Restyled, QWidget):
    """Tells which entry was chosen; shows what the filter finds."""

    chosen = Signal(int)
    """An entry was moved to."""
    opened = Signal()
    """A click: the entry is wanted."""
    entered = Signal()
    """Enter: the entry is wanted, and the keyboard on it."""
    calendar_requested = Signal()
    reflection_requested = Signal()
    check_in_requested = Signal()
    event_requested = Signal()

    def __init__(self, journal: Journal, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._today = today
        self._from_day: date | None = None
        self._quiet = False
        self.search = SearchField(_("Search every word"))
        self.calendar = IconButton("calendar", _("Go to a day"))
        self.new = IconButton("new_reflection", _("Write something new"))
        self.filters = Filters(journal, today)
        self.practices = FoundPractices(journal)
        self.count = Stressed("", "ink2")
        self.newest = Button(_("Show the newest"), "text", size="small")
        self.view = TimelineView()
        self.model = TimelineModel(self)
        self.view.setModel(self.model)
        self.empty = EmptyState("", "", _("Clear filters"), icon="close")
        self._first = EmptyState(
            _("Nothing written yet"), _("A line is enough."), _("New reflection"), icon="write"
        )
        self._lay_out()
        self._connect()
        self.restyle()

    @property
    def filter(self) -> TimelineFilter:
        """What the list is narrowed by."""
        return self.filters.filter

    @property
    def chosen_id(self) -> int | None:
        """The entry that is chosen."""
        item = self.model.item_at(self.view.currentIndex())
        return item.id if item is not None else None

    def reload(self) -> None:
        """Read the list again, with the same entry chosen in the same place."""
        wanted, place = self.chosen_id, self.view.currentIndex().row()
        scrolled = self.view.verticalScrollBar().value()
        self._begin(least=len(self.model.items()))
        found = self.model.index_of(wanted) if wanted is not None else QModelIndex()
        index = found if found.isValid() else self.model.entry_near(max(place, 0))
        self._choose(index, scroll=False)
        self.view.verticalScrollBar().setValue(scrolled)
        self._tell_chosen()

    def show_filter(self, wanted: TimelineFilter) -> None:
        """Show what a filter finds, from its newest entry."""
        self._from_day = None
        self.filters.set_filter(wanted)
        self._quiet = True
        self.search.setText(wanted.text)
        self._quiet = False
        self._begin()
        self._choose_newest()
        self._tell_chosen()

    def show_day(self, day: date) -> None:
        """Begin the list at a day."""
        self._from_day = day
        self._begin()
        self._choose(self.model.first_entry())
        self._tell_chosen()

    def show_entry(self, item_id: int, day: date) -> None:
        """Choose an entry; where the list does not show it, the filters make way and the list begins at its day."""
        index = self.model.index_of(item_id)
        if not index.isValid():
            self._quiet = True
            self.search.clear()
            self._quiet = False
            self.filters.set_filter(TimelineFilter())
            self._from_day = None
            self._begin()
            index = self.model.index_of(item_id)
        if not index.isValid():
            self._from_day = day
            self._begin()
            index = self.model.index_of(item_id)
        self._choose(index)
        self._tell_chosen()

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.view.currentIndex().isValid():
            self._choose(self.model.first_entry())
            self._tell_chosen()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        look = theme()
        self._head.setContentsMargins(*sides(look.px(20), look.px(14), look.px(16), 0))
        self._head.setSpacing(look.px(9))
        self._search_row.setSpacing(look.px(8))
        self._column.setSpacing(look.px(2))
        self.view.doItemsLayout()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head = QVBoxLayout()
        self._search_row = QHBoxLayout()
        self._search_row.addWidget(self.search, 1)
        self._search_row.addWidget(self.calendar)
        self._search_row.addWidget(self.new)
        self._head.addLayout(self._search_row)
        self._head.addWidget(self.filters)
        self._head.addWidget(self.practices)
        counts = QHBoxLayout()
        counts.addWidget(self.count, 1)
        counts.addWidget(self.newest)
        self._head.addLayout(counts)
        self._column.addLayout(self._head)
        self._column.addWidget(self.view, 1)
        for state in (self.empty, self._first):
            self._column.addWidget(state, 1)
        self.new_menu = QMenu(self)
        self.new_menu.addAction(_("New reflection")).triggered.connect(self.reflection_requested)
        self.new_menu.addAction(_("Check in")).triggered.connect(self.check_in_requested)
        self.new_menu.addAction(_("Note an event")).triggered.connect(self.event_requested)

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.search.list_requested.connect(self.focus_list)
        self.calendar.clicked.connect(self.calendar_requested)
        self.new.clicked.connect(lambda: open_under(self.new, self.new_menu))
        self.filters.changed.connect(lambda _filter: self._narrow())
        self.newest.clicked.connect(self._narrow)
        self.empty.pressed.connect(lambda: self.show_filter(TimelineFilter()))
        self._first.pressed.connect(self.reflection_requested)
        self.view.clicked.connect(self._clicked)
        PressedRows(self.view, self._clicked)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.entry_requested.connect(self.entered)

    def _search(self, text: str) -> None:
        self.filters.set_text(text)
        if not self._quiet:
            self._narrow()

    def _narrow(self) -> None:
        self._from_day = None
        wanted = self.chosen_id
        self._begin()
        index = self.model.index_of(wanted) if wanted is not None else QModelIndex()
        if index.isValid() and not self.filter.text:
            self._choose(index)
        else:
            self._choose_newest()
        self._tell_chosen()

    def _begin(self, least: int = 0) -> None:
        wanted, timeline = self.filter, self._journal.timeline

        def page(after: TimelineCursor | None, limit: int) -> TimelinePage:
            return timeline.page(wanted, after, limit)

        first = timeline.page_from(self._from_day, wanted) if self._from_day is not None else None
        self._quiet = True
        self.model.begin(Source(page, self._say_row, self._describe_row), first, least)
        self._quiet = False
        self._show_count()

    def _say_row(self, row: Row) -> str:
        return (
            row_spoken(row, self._today())
            if isinstance(row, TimelineItem)
            else day_heading(row, self._today())
        )

    def _describe_row(self, item: TimelineItem) -> str:
        return row_description(item, self._journal)

    def _show_count(self) -> None:
        self.practices.search(self.filter.text)
        has_rows = self.model.rowCount() > 0
        nothing_at_all = not has_rows and self.filter == TimelineFilter() and self._from_day is None
        self.view.setVisible(has_rows)
        self._first.setVisible(nothing_at_all)
        self.empty.setVisible(not has_rows and not nothing_at_all)
        entries = entries_words(self.model.total)
        self.count.say(count_words(entries, self.filter, self._from_day) if has_rows else "", entries)
        self.count.setVisible(has_rows)
        self.newest.setVisible(self._from_day is not None)
        if not has_rows and not nothing_at_all:
            self._say_empty()

    def _say_empty(self) -> None:
        text = self.filter.text.strip()
        if text:
            also = self.filters.narrows
            self.empty.say(
                _("Nothing with “{words}”").format(words=text),
                _("Spelling and accents do not matter; the filters do.")
                if also
                else _("Accents do not matter."),
            )
        else:
            self.empty.say(_("Nothing here"), _("Nothing in the journal fits these filters."))

    def _choose(self, index: QModelIndex, *, scroll: bool = True) -> None:
        self._quiet = True
        selection = self.view.selectionModel()
        if index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if scroll:
                self._scroll_to(index)
        else:
            selection.clear()
        self._quiet = False

    def _choose_newest(self) -> None:
        """Begin at today: what is planned stands above it, a turn of the wheel away."""
        index = self.model.first_entry() if self.filter.text else self.model.first_until(self._today())
        self._choose(index, scroll=False)
        if index.row() > 1:
            day = self.model.index(index.row() - 1, 0)
            self.view.scrollTo(day, QAbstractItemView.ScrollHint.PositionAtTop)
        else:
            self.view.scrollToTop()

    def _scroll_to(self, index: QModelIndex) -> None:
        # The day above the first entry stays in sight with it.
        if index.row() <= 1:
            self.view.scrollToTop()
        else:
            self.view.scrollTo(index)

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._quiet and self.model.item_at(current) is not None:
            self._tell_chosen()
            if current.row() == 1:
                self.view.scrollToTop()

    def _clicked(self, index: QModelIndex) -> None:
        if self.model.item_at(index) is not None:
            self.opened.emit()

    def _tell_chosen(self) -> None:
        chosen = self.chosen_id
        self.chosen.emit(chosen if chosen is not None else 0)


def entries_words(total: int) -> str:
    """'7 entries'."""
    return ngettext("{count} entry", "{count} entries", total).format(count=number(total))


def count_words(entries: str, wanted: TimelineFilter, from_day: date | None) -> str:
    """'7 entries with “water”, newest first'."""
    text = wanted.text.strip()
    if text:
        entries = _("{entries} with “{words}”").format(entries=entries, words=text)
    if from_day is not None:
        return _("From {day} back").format(day=day_medium(from_day))
    return _("{entries}, newest first").format(entries=entries)
