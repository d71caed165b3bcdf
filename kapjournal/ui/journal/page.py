"""The journal page: the time line at the left, the entry that is chosen beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from kapjournal.domain.check_in import CheckIn
from kapjournal.domain.entry import NEW, Entry
from kapjournal.domain.event import Event
from kapjournal.domain.kap_session import KapSession
from kapjournal.domain.kinds import ENTRY_KINDS, Kind
from kapjournal.domain.moment import journal_day
from kapjournal.domain.reflection import Fragment, Reflection
from kapjournal.domain.scale import ScaleForm
from kapjournal.domain.timeline import TimelineFilter
from kapjournal.journal.drafts import entry_key
from kapjournal.ui.journal.calendar import CalendarPopup
from kapjournal.ui.journal.entry_pane import EntryPane
from kapjournal.ui.journal.entry_words import entry_title, entry_words
from kapjournal.ui.journal.list_pane import ListPane
from kapjournal.ui.shared.breakpoints import MEDIUM, NARROW
from kapjournal.ui.shared.cards import Hairline
from kapjournal.ui.shared.clipboard import copy_for_a_minute
from kapjournal.ui.shared.event_dialog import EventDialog
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.speech import announce
from kapjournal.ui.shared.starring import STAR_KEYS, Starring
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import (
    CheckInWanted,
    PracticeWanted,
    ReflectionWanted,
    Said,
    ScaleWanted,
    SessionWanted,
    ShowPage,
)
from kapjournal.words.language import _
from kapjournal.words.starred import first_sentence, shortened

BY = "journal"
_LIST_WIDTH = 392
_LIST_WIDTH_MEDIUM = 372


class JournalPage(Page):
    """All of it on one time line."""

    concerns: ClassVar[frozenset[Kind]] = frozenset(
        {*ENTRY_KINDS, Kind.MEASURE, Kind.COURSE, Kind.TALKING_POINTS, Kind.PRACTICE, Kind.PRACTICE_DAY}
    )
    scrolls: ClassVar[bool] = False
    margins: ClassVar[bool] = False
    content_max: ClassVar[int] = 10_000

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._loaded = False
        self._narrow = False
        self._entry_wanted = False
        self.list = ListPane(place.journal, self._today)
        self.pane = EntryPane(place.journal, self._today)
        self._line = Hairline(upright=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self._line)
        row.addWidget(self.pane, 1)
        self.body.addLayout(row, 1)
        self.starring = Starring(
            place.journal, self.pane.tools.star, self._words_to_star, self._starred_entry, self, BY
        )
        self._connect()
        self.restyle()

    # What the window asks

    def reload(self) -> None:
        """Read the list and the entry again."""
        if not self._loaded:
            self._loaded = True
            self.list.show_filter(self.list.filter)
        else:
            self.list.reload()
        self.starring.reload()

    def arrange(self, breakpoint: str) -> None:  # noqa: A002 - the word of the design
        """List and entry side by side, or one after the other where there is little room."""
        self._narrow = breakpoint == NARROW
        width = theme().px(_LIST_WIDTH_MEDIUM if breakpoint == MEDIUM else _LIST_WIDTH)
        self.list.setMinimumWidth(0 if self._narrow else width)
        self.list.setMaximumWidth(theme().px(10_000) if self._narrow else width)
        self.pane.set_tight(breakpoint != "wide")
        self._show_panes()

    def actions(self) -> list[Action]:  # type: ignore[override]
        """Name what the page can do."""
        return [
            Action(_("Search every word"), "search", lambda: self.search(""), "Ctrl+F"),
            Action(_("Go to a day"), "calendar", self.open_calendar),
            Action(_("Note an event"), "add", self.note_event),
            Action(_("Star this entry: to talk about"), "favourite", self.starring.toggle, STAR_KEYS),
        ]

    def show_entry(self, entry_id: int) -> None:
        """Show an entry, in the list and beside it."""
        self._loaded = True
        try:
            entry = self.place.journal.timeline.entry(entry_id)
        except KeyError:
            self.reload()
            return
        if entry.trashed is not None:
            self.requested.emit(ShowPage("trash"))
            return
        self._entry_wanted = True
        self.list.show_entry(entry_id, entry.moment.day)
        self._show_panes()

    def show_day(self, day: date) -> None:
        """Begin the list at a day, or the nearest earlier one with an entry."""
        self._loaded = True
        self._entry_wanted = False
        self.list.show_filter(TimelineFilter())
        self.list.show_day(day)
        self._show_panes()
        self.list.focus_list()

    def search(self, text: str = "") -> None:
        """Search for words; without any, wait for them."""
        self._loaded = True
        self._entry_wanted = False
        if text or not self.list.model.rowCount():
            self.list.show_filter(replace(self.list.filter, text=text))
        self._show_panes()
        self.list.focus_search()

    # What the person does

    def open_calendar(self) -> None:
        """Open the month to jump with."""
        chosen = self.pane.entry.moment.day if self.pane.entry is not None else self._today()
        popup = CalendarPopup(self.place.journal, chosen, self._today(), self)
        popup.day_chosen.connect(self._jump)
        popup.open_under(self.list.calendar)

    def note_event(self) -> None:
        """Ask for something that happened."""
        self._ask_event(None)

    def edit(self) -> None:
        """Open the entry where it is written."""
        entry = self.pane.entry
        match entry:
            case CheckIn():
                self.requested.emit(CheckInWanted(check_in_id=entry.id))
            case Reflection():
                self.requested.emit(ReflectionWanted(reflection_id=entry.id))
            case KapSession():
                self.requested.emit(SessionWanted(entry.id))
            case Event():
                self._ask_event(entry)
            case ScaleForm():
                self.requested.emit(ScaleWanted(entry.id, again=True))

    def mark_to_share(self, to_share: bool) -> None:
        """Mark the entry to share, or make it private again."""
        if self.pane.entry is not None:
            self.place.journal.timeline.mark_to_share(self.pane.entry.id, to_share, by=BY)
            self.list.reload()
            announce(self, _("Marked to share") if to_share else _("Private: in no summary"))

    def move_to_trash(self) -> None:
        """Put the entry into the trash; the toast brings it back."""
        entry = self.pane.entry
        if entry is None:
            return
        journal = self.place.journal
        title = entry_title(entry, journal)
        journal.timeline.trash(entry.id, by=BY)
        step = journal.step()
        self._entry_wanted = False
        self.list.reload()
        self._show_panes()
        self.requested.emit(
            Said(_("“{title}” is in the trash").format(title=title), lambda: self._undo_trash(step, entry))
        )

    def _words_to_star(self) -> str:
        """Return the name of the entry that is shown, or the first sentence of its words; '' for one without words."""
        match self.pane.entry:
            case Reflection() as reflection:
                return shortened(reflection.title) or first_sentence(reflection.text)
            case CheckIn() as check_in:
                return first_sentence(check_in.note)
            case Fragment() | Event() as entry:
                return first_sentence(entry.text)
            case KapSession() as session:
                return first_sentence(session.topics or session.intention or session.notes)
        return ""

    def _starred_entry(self) -> int:
        return NEW if self.pane.entry is None else self.pane.entry.id

    def copy_text(self) -> None:
        """Copy the entry's words for a minute."""
        if self.pane.entry is not None:
            copy_for_a_minute(entry_words(self.pane.entry, self.place.journal, self._today()))
            self.requested.emit(Said(_("Copied. It leaves the clipboard in a minute.")))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete puts the entry into the trash; Esc goes back to the list where that is out of sight."""
        if event.key() == Qt.Key.Key_Delete and (self.list.view.hasFocus() or self.pane.reader.hasFocus()):
            if not event.isAutoRepeat():  # a key that is held would take one entry after the other
                self.move_to_trash()
        elif event.key() == Qt.Key.Key_Escape and self._narrow and self._entry_wanted:
            self._back_to_list()
        else:
            super().keyPressEvent(event)

    # Within the page

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(self._open_entry)
        self.list.entered.connect(self._enter_entry)
        self.list.calendar_requested.connect(self.open_calendar)
        self.list.reflection_requested.connect(lambda: self.requested.emit(ReflectionWanted()))
        self.list.check_in_requested.connect(lambda: self.requested.emit(CheckInWanted()))
        self.list.event_requested.connect(self.note_event)
        self.list.practices.practice_requested.connect(
            lambda practice_id: self.requested.emit(PracticeWanted(practice_id))
        )
        self.list.filters.trash_requested.connect(lambda: self.requested.emit(ShowPage("trash")))
        self.pane.session_requested.connect(lambda chosen: self.requested.emit(SessionWanted(chosen)))
        self.pane.scale_requested.connect(lambda form_id: self.requested.emit(ScaleWanted(form_id)))
        self.pane.tag_requested.connect(self._filter_by_tag)
        self.starring.said.connect(self.requested)
        tools = self.pane.tools
        tools.back_requested.connect(self._back_to_list)
        tools.edit_requested.connect(self.edit)
        tools.share_requested.connect(self.mark_to_share)
        tools.trash_requested.connect(self.move_to_trash)
        tools.copy_requested.connect(self.copy_text)
        tools.session_requested.connect(self._open_session)

    def _today(self) -> date:
        return journal_day(self.place.clock.now().replace(tzinfo=None))

    def _show_chosen(self, entry_id: int) -> None:
        if not entry_id:
            self._entry_wanted = False
            self.pane.show_nothing()
            self._show_panes()
            return
        self.pane.show_entry(self.place.journal.timeline.entry(entry_id), self.list.filter.text)
        self.starring.reload()

    def _open_entry(self) -> None:
        if self.pane.entry is not None:
            self._entry_wanted = True
            self._show_panes()

    def _enter_entry(self) -> None:
        self._open_entry()
        self.pane.focus_entry()

    def _back_to_list(self) -> None:
        self._entry_wanted = False
        self._show_panes()
        self.list.focus_list()

    def _show_panes(self) -> None:
        self.list.setVisible(not self._narrow or not self._entry_wanted)
        self.pane.setVisible(not self._narrow or self._entry_wanted)
        self._line.setVisible(not self._narrow)
        self.pane.tools.show_back(self._narrow)

    def _jump(self, day: date) -> None:
        self._entry_wanted = False
        self.list.show_day(day)
        self._show_panes()
        self.list.focus_list()

    def _filter_by_tag(self, tag: str) -> None:
        self._entry_wanted = False
        self.list.filters.choose_tag(tag)
        self._show_panes()

    def _open_session(self) -> None:
        if self.pane.session_id is not None:
            self.requested.emit(SessionWanted(self.pane.session_id))

    def _ask_event(self, event: Event | None) -> None:
        now = self.place.clock.now()
        dialog = EventDialog(event, now, self)
        key = "event" if event is None else entry_key(event.id, "event")
        dialog.wait_in(self.place.journal.drafts, key, now)
        dialog.kept.connect(self._keep_event)
        dialog.open(dialog.text)

    def _keep_event(self, event: Event) -> None:
        kept = self.place.journal.events.keep(event, by=BY)
        self.show_entry(kept.id)

    def _undo_trash(self, step: int, entry: Entry) -> None:
        journal = self.place.journal
        if not journal.undo_step(step):
            journal.timeline.restore(entry.id, by=BY)
        self.list.reload()
        self.show_entry(entry.id)
