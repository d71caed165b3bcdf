"""The page of sessions: the course as a line at the left, one session at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kapjournal.domain.course import Course, CurrentMedicine
from kapjournal.domain.event import Event, EventKind
from kapjournal.domain.kap_session import KapSession, SessionKind
from kapjournal.domain.kinds import Kind
from kapjournal.domain.moment import Moment, journal_day, moment_at
from kapjournal.tokens import tokens
from kapjournal.ui.sessions.ask_dialogs import NewSessionDialog
from kapjournal.ui.sessions.course_column import CourseColumn
from kapjournal.ui.sessions.course_pane import CoursePane
from kapjournal.ui.sessions.course_rows import CourseRow, course_line, course_rows, course_title
from kapjournal.ui.sessions.draft import BY
from kapjournal.ui.sessions.event_pane import EventPane
from kapjournal.ui.sessions.session_changes import SessionChanges
from kapjournal.ui.sessions.session_doings import SessionDoings
from kapjournal.ui.sessions.session_pane import SessionPane
from kapjournal.ui.shared.breakpoints import NARROW, WIDE
from kapjournal.ui.shared.buttons import Button
from kapjournal.ui.shared.column_scroll import ColumnScroll
from kapjournal.ui.shared.empty import EmptyState
from kapjournal.ui.shared.event_dialog import EventDialog
from kapjournal.ui.shared.own_contacts import current_course
from kapjournal.ui.shared.page import Action, Page
from kapjournal.ui.shared.place import Place
from kapjournal.ui.shared.theme import theme
from kapjournal.ui.shared.wishes import Said, ShowPage
from kapjournal.words.language import _
from kapjournal.words.medicines import medicine_changes
from kapjournal.words.names import session_kind_name

COLUMN_WIDTH = 296
_SETTLE_AGAIN_MS = (60, 250)
_FIRST, _LAST = date(1, 1, 1), date(9999, 12, 31)


class SessionsPage(Page):
    """List and page side by side; list, then page with a way back, where there is little room."""

    concerns: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.KAP_SESSION,
            Kind.COURSE,
            Kind.EVENT,
            Kind.FRAGMENT,
            Kind.REFLECTION,
            Kind.CHECK_IN,
            Kind.PRACTICE,
            Kind.PRACTICE_DAY,
            Kind.MEASURE,
        }
    )
    scrolls: ClassVar[bool] = False
    margins: ClassVar[bool] = False
    content_max: ClassVar[int] = 100_000

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._changes = SessionChanges(place.journal)
        self._course_id: int | None = None
        self._shows_one = False
        self.column = CourseColumn(self)
        self._lay_out()
        inner = self._inner
        self.back = Button(_("The course"), kind="quiet", icon="back", size="small", flush="begin")
        self._inside.addWidget(self.back)
        self.session_pane = SessionPane(place.journal, inner)
        self.event_pane = EventPane(inner)
        self.course_pane = CoursePane(inner)
        self.empty = EmptyState(
            _("No session yet"),
            _("Plan one, or note one that has been. Nothing is needed but a day."),
            _("Add a dosing session"),
            icon="add",
        )
        self._panes: tuple[QWidget, ...] = (self.session_pane, self.event_pane, self.course_pane, self.empty)
        for pane in self._panes:
            if pane is not self.empty:  # that stands in the middle of what there is
                pane.setMaximumWidth(theme().px(tokens().size["content_max"]))
            self._inside.addWidget(pane)
        self._inside.addStretch(1)
        self._doings = SessionDoings(self.session_pane, self.event_pane, place, self._changes)
        self._connect()
        self._show_pane(self.empty)
        self.restyle()

    # --- the page's life

    def reload(self) -> None:
        """Read the course, and show again what is shown."""
        journal = self.place.journal
        sessions = journal.kap_sessions.all()
        course = self.current_course()
        rows = course_rows(
            sessions,
            journal.kap_sessions.numbers(),
            journal.events.between(_FIRST, _LAST),
            self.today,
            journal.courses.all(),
        )
        title = course_title(course, self.today)
        self.column.show_course(title, course_line(course, sessions, self.today), rows, self.today)
        self._fill_course()
        self._show_again(rows)

    def leave(self) -> None:
        """Keep what waits."""
        self.session_pane.draft.flush()
        self.course_pane.flush()

    def arrange(self, room: str) -> None:
        """Two panes, or one of them."""
        look = theme()
        columns = {WIDE: 3, NARROW: 1}.get(room, 2)
        for pane in (self.session_pane, self.course_pane):
            pane.arrange(columns)
        narrow = room == NARROW
        self.column.setMinimumWidth(0 if narrow else look.px(COLUMN_WIDTH))
        self.column.setMaximumWidth(look.px(10_000) if narrow else look.px(COLUMN_WIDTH))
        self.column.set_edge(not narrow)
        side = look.px({WIDE: 36, NARROW: 20}.get(room, 28))
        self._inside.setContentsMargins(side, look.px(25), side, look.px(32))
        self._show_sides()
        self._settle_soon()

    def restyle(self) -> None:
        """Take spacing from the theme."""
        super().restyle()
        if hasattr(self, "_inside"):
            self._inside.setSpacing(theme().px(8))
            self.empty.setMinimumHeight(theme().px(240))
            self.arrange(self.room)

    def actions(self) -> list[Action]:  # type: ignore[override]
        """What can be found by name."""
        found = []
        for kind in SessionKind:
            name = _("Add: {kind}").format(kind=session_kind_name(kind))
            found.append(Action(name, "add", partial(self.ask_new, kind)))
        if not self.session_pane.isHidden() and self.session_pane.draft.session.kind is SessionKind.DOSING:
            fragments = self.session_pane.dosing.after.fragments
            found.append(Action(_("Lay out what came up"), "fragment_image", fragments.lay_out_wanted.emit))
            found.append(Action(_("Later looks at this session"), "history", fragments.looks_wanted.emit))
        found.append(Action(_("Add: an event"), "add", self.ask_event))
        found.append(Action(_("About the course"), "settings", self.show_course))
        if self.current_course() is not None:
            found.append(Action(_("Begin another course"), "add", self.begin_course))
        return found

    # --- what is shown

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self.place.clock.now()

    @property
    def today(self) -> date:
        """The journal day."""
        return journal_day(self.now.replace(tzinfo=None))

    def show_session(self, kap_session_id: int | None) -> None:
        """Show a session, or the course where there is none."""
        self.leave()
        if kap_session_id is None:
            self._shows_one = False
            self._show_sides()
            return
        try:
            session = self.place.journal.kap_sessions.get(kap_session_id)
        except KeyError:
            return
        if session.trashed is None:
            self._show_session(session)

    def show_course(self, course_id: int | None = None) -> None:
        """Show what is known about a course itself: the one named, else that of today."""
        self.leave()
        self._course_id = course_id
        self._fill_course()
        self.column.list.choose(-course_id if course_id is not None else None)
        self._show_pane(self.course_pane, one=True)

    def _fill_course(self) -> None:
        course = self.shown_course()
        empty = course is not None and not self.place.journal.kap_sessions.all(course.id)
        self.course_pane.show_course(course, self.today)
        drafts, key = self.place.journal.drafts, f"course:{course.id if course is not None else 0}"
        self.course_pane.medicines.wait_in(drafts, f"{key}:medicines")
        self.course_pane.unread.show(drafts, f"{key}:days")
        self.course_pane.show_ways(
            another=course is not None, remove=empty and len(self.place.journal.courses.all()) > 1
        )

    def _show_session(self, session: KapSession) -> None:
        number = self.place.journal.kap_sessions.numbers().get(session.id)
        self.session_pane.show_session(session, number, self.now, self.today)
        self.column.list.choose(session.id)
        self._show_pane(self.session_pane, one=True)

    def show_event(self, event: Event) -> None:
        """Show an event."""
        self.event_pane.show_event(event, self.today)
        self.column.list.choose(event.id)
        self._show_pane(self.event_pane, one=True)

    def _show_current(self) -> None:
        self.show_course()

    def _show_row(self, row: CourseRow) -> None:
        if row.is_course:
            self.show_course(-row.entry_id)
        elif row.is_event:
            self.leave()
            self.show_event(self.place.journal.events.get(row.entry_id))
        else:
            self.show_session(row.entry_id)

    def _show_again(self, rows: tuple[CourseRow, ...]) -> None:
        """After a change: the same record as it is now, or another where it is gone."""
        there = {row.entry_id for row in rows}
        if not self.course_pane.isHidden():
            return
        event = self.event_pane.event_shown
        if not self.event_pane.isHidden() and event is not None and event.id in there:
            self.show_event(self.place.journal.events.get(event.id))
            return
        shown = self.column.list.chosen_row()
        if not self.session_pane.isHidden() and self.session_pane.draft.session.id in there:
            session = self.place.journal.kap_sessions.get(self.session_pane.draft.session.id)
            number = self.place.journal.kap_sessions.numbers().get(session.id)
            self.session_pane.show_session(session, number, self.now, self.today)
            if shown is None or shown.entry_id != session.id:
                self.column.list.choose(session.id)
            return
        self._show_nearest(rows)

    def show_nearest(self) -> None:
        """Show another record than the one that has just gone."""
        self._show_pane(self.empty)
        self.reload()

    def _show_nearest(self, rows: tuple[CourseRow, ...]) -> None:
        """The last dosing session that has been, else the first there is."""
        sessions = [row for row in rows if not row.is_event and not row.plain]
        been = [r for r in sessions if r.mark is SessionKind.DOSING and not r.planned]
        others = [row for row in rows if not row.is_course]
        near = been[-1] if been else sessions[0] if sessions else others[0] if others else None
        if near is None:
            self._show_pane(self.empty)
            return
        was_one = self._shows_one
        self._show_row(near)
        self._shows_one = was_one
        self._show_sides()

    def _show_pane(self, pane: QWidget, *, one: bool = False) -> None:
        for each in self._panes:
            each.setVisible(each is pane)
        self._shows_one = one
        self._scroll.verticalScrollBar().setValue(0)
        self._settle_soon()
        self._show_sides()

    def _settle_soon(self) -> None:
        """Once when it is shown, and once more when its chips have the size of their style."""
        for wait_ms in (0, *_SETTLE_AGAIN_MS):
            QTimer.singleShot(wait_ms, self, self._settle)

    def _settle(self) -> None:
        """WORKAROUND: Qt keeps heights-for-width of parts that changed while they were hidden."""
        for widget in self._inner.findChildren(QWidget):
            widget.updateGeometry()
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """WORKAROUND: the scroll area does not hear of heights that were measured after its last look."""
        wanted = max(0, self._inner.heightForWidth(self._inner.width()))
        if wanted != self._inner.minimumHeight():
            self._inner.setMinimumHeight(wanted)

    def _show_sides(self) -> None:
        """Both sides, or the one that is wanted where there is little room."""
        narrow = self.room == NARROW
        # Where nothing is yet, the head of the column stays: what can be added is in it.
        bare = narrow and not self.empty.isHidden() and not self.column.list.count()
        one = self._shows_one or bare
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if bare else ways.LeftToRight)
        self.column.list.setHidden(bare)
        self.column.setVisible(not narrow or not one or bare)
        self._scroll.setVisible(not narrow or one)
        self.back.setVisible(narrow and one and bool(self.column.list.count()))

    def shown_course(self) -> Course | None:
        """The course that was chosen on the line, else that of today."""
        known = {course.id: course for course in self.place.journal.courses.all()}
        return known.get(self._course_id or 0) or self.current_course()

    def current_course(self) -> Course | None:
        """The course of today, or the latest."""
        return current_course(self.place)

    # --- parts

    def _lay_out(self) -> None:
        # Before what stands in it: whatever is put into another place has all that is in it styled once more.
        inside = self._inner = QWidget()
        inside.setObjectName("page_content")
        inside.setMaximumWidth(10_000)
        self._inside = QVBoxLayout(inside)
        self._scroll = ColumnScroll(inside, self)
        # What long words may push out of sight can be scrolled to.
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addWidget(self.column)
        self._sides.addWidget(self._scroll, 1)
        self.body.addLayout(self._sides)

    def _connect(self) -> None:
        self.column.list.row_chosen.connect(self._show_row)
        self.column.session_wanted.connect(self.ask_new)
        self.column.event_wanted.connect(self.ask_event)
        self.column.course_wanted.connect(self._show_current)
        self.column.thread_wanted.connect(self._show_thread)
        self.empty.pressed.connect(self._ask_dosing)
        self.back.clicked.connect(self._go_back)
        self.session_pane.dosing.tabs.chosen.connect(self._settle_soon)
        self.course_pane.changed.connect(self._keep_course)
        self.course_pane.another_wanted.connect(self.begin_course)
        self.course_pane.remove_wanted.connect(self._remove_course)
        self.course_pane.medicines.given.connect(self._keep_medicines)
        self.session_pane.draft.kept.connect(self._say_kept)
        self._doings.done.connect(self._say_done)
        self._doings.changed.connect(self.reload)
        self._doings.gone.connect(self.show_nearest)
        self._doings.postponed.connect(self._show_changed)
        self._doings.event_kept.connect(self._show_kept_event)
        self._doings.clinic_wanted.connect(self._enter_clinic)
        self._doings.requested.connect(self.requested)

    def _show_thread(self) -> None:
        self.requested.emit(ShowPage("thread"))

    def _go_back(self) -> None:
        self.show_session(None)
        self.column.list.setFocus()

    # --- changes

    def ask_new(self, kind: SessionKind) -> None:
        """Ask when a session is, and add it."""
        dialog = NewSessionDialog(kind, self.now, self)
        dialog.wait_in(self.place.journal.drafts, f"session:{kind.value}", self.now)
        dialog.added.connect(lambda moment: self._add(kind, moment))
        dialog.open()

    def ask_event(self) -> None:
        """Ask what happened, and add it."""
        dialog = EventDialog(None, self.now, self)
        dialog.wait_in(self.place.journal.drafts, "event", self.now)
        dialog.kept.connect(self._doings.keep_event)
        dialog.open(dialog.text)

    def _ask_dosing(self) -> None:
        self.ask_new(SessionKind.DOSING)

    def _show_changed(self, kap_session_id: int) -> None:
        self.reload()
        self.show_session(kap_session_id)

    def _show_kept_event(self, event: Event) -> None:
        self.reload()
        self.show_event(event)

    def _enter_clinic(self, course_id: int | None) -> None:
        self.show_course(course_id)
        self.course_pane.clinic_words.setFocus()

    def _say_done(self, text: str) -> None:
        """Say what was done, with the way back."""
        way_back = self._changes.way_back()
        self.requested.emit(Said(text, lambda: self._take_back(way_back)))

    def _take_back(self, way_back: Callable[[], bool]) -> None:
        if not way_back():
            self.requested.emit(Said(_("It was changed since, so it stays as it is.")))
        self.reload()

    def _add(self, kind: SessionKind, moment: Moment) -> None:
        self.leave()
        session = self._changes.add(kind, moment, self.now)
        self._say_done(_("Added."))
        self.reload()
        self._show_session(session)

    def begin_course(self) -> None:
        """Begin another course, from today; what belongs to the one before stays with it."""
        self.leave()
        course = self._changes.begin_course(self.today)
        self._say_done(_("Another course begins today."))
        self.reload()
        self.show_course(course.id)
        self.course_pane.label.setFocus()

    def _remove_course(self) -> None:
        course = self.shown_course()
        if course is not None:
            self.leave()
            self._changes.remove_course(course.id)
            self._say_done(_("The course is taken away."))
            self._course_id = None
            self.show_nearest()
            self.column.list.setFocus()

    def _keep_course(self, course: Course) -> None:
        self.course_pane.say_kept(self.place.journal.courses.keep(course, BY))
        self.reload()

    def _keep_medicines(self, medicines: tuple[CurrentMedicine, ...]) -> None:
        self.course_pane.flush()
        course = self.shown_course() or self.place.journal.courses.keep(Course(started=self.today), BY)
        events = tuple(
            Event(moment=moment_at(self.now), kind=EventKind.MEDICINE_CHANGE, text=text)
            for text in medicine_changes(course.medicines, medicines)
        )
        kept = self.place.journal.courses.change_medicines(course, medicines, events, BY)
        self.course_pane.take_kept(kept)
        self.reload()

    def _say_kept(self, session: KapSession) -> None:
        self.session_pane.head.say_kept(session, self.now)
